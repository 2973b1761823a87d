package gradus.autograd;

import java.util.List;

/**
 * An op in a language that Java, JavaScript and Python have in common, from which the code of a page, and code for
 * students, is written. A test compares it with the Java body of the op, which stands beside it.
 *
 * <p>Numbers, {@code + − * /} with a plain minus, {@code < > <= >= == &&}, {@code a ? b : c}, {@code NaN}, {@code
 * Infinity}, and the functions {@code exp log sin cos tan tanh sqrt abs sign pow(a, b) max(a, b) min(a, b)}. Operands are
 * {@code x} and {@code y}, the result is {@code z}, its adjoint {@code u}.
 *
 * <p>An op that makes one number, or one line, of a line of numbers has {@code x} and {@code y} for one element of it,
 * {@code n} for their number, and functions of one argument that run over the line: {@code sum(x)}, {@code product(x)},
 * {@code max(x)}, {@code min(x)}; {@code others(x)} is the product of all elements but this one. {@code m = sum(x) / n;}
 * in front gives a number of the line a name. Where the lines lie is told by {@link Lines}.
 *
 * @param value the right-hand side of z = …
 * @param gradients for each operand the local gradient; for an {@link ArrayOp} what is contributed to an element of the
 *     line, where {@code u} is the upstream gradient. An op of any number of operands has one for all
 */
public record Code(String value, List<String> gradients) {

    public Code {
        gradients = List.copyOf(gradients);
    }

    static Code of(String value, String... gradients) {
        return new Code(value, List.of(gradients));
    }

    /** What goes to operand i. */
    public String gradient(int i) {
        return gradients.get(Math.min(i, gradients.size() - 1));
    }
}
