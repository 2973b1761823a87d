package gradus.autograd;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is written of an op: a row of the rule sheet.
 *
 * <p>Formulas are templates in which {@code {x}} and {@code {y}} stand for the operands, {@code {z}} for the result and
 * {@code {z̄}} for its adjoint.
 *
 * @param symbol what is written into the node of a drawing, such as {@code ·}
 * @param arity the number of operands, or {@link Op#VARIADIC}
 * @param formula the right-hand side of z = …
 * @param gradients for each operand the local gradient ∂z/∂(operand), or the vector–Jacobian product
 * @param domain the inputs for which the value is finite, in words or as an interval, such as {@code x > 0}
 * @param edges what the local gradient is at kinks and where it is not finite; empty where there is no such place
 */
public record Rule(String symbol, int arity, String formula, List<String> gradients, String domain, String edges) {

    private static final List<String> PLACES = List.of("{x}", "{y}");

    /** σ((−4)): a negative number that was put into brackets, in the brackets of a function. */
    private static final Pattern NEGATIVE_IN_BRACKETS = Pattern.compile("[(][(](−[^()]*)[)][)]");

    public Rule {
        gradients = List.copyOf(gradients);
    }

    /** A rule of as many operands as there are gradients. */
    static Rule of(String symbol, String formula, List<String> gradients, String domain, String edges) {
        return new Rule(symbol, gradients.size(), formula, gradients, domain, edges);
    }

    static String write(String template, List<String> operands, String result) {
        var text = template;
        for (int i = 0; i < Math.min(PLACES.size(), operands.size()); i++) {
            text = text.replace(PLACES.get(i), operands.get(i));
        }
        return NEGATIVE_IN_BRACKETS.matcher(text.replace("{z}", result)).replaceAll("($1)");
    }
}
