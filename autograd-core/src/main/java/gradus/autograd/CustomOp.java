package gradus.autograd;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One application of a student's own function, with its cache. Not of the catalogue: the student answers for it. */
final class CustomOp implements ArrayOp {

    /** The student's backward pass; a list that may hold null, or null where the student returned that. */
    @FunctionalInterface
    interface Backward {
        @Nullable
        List<@Nullable Tensor> gradients(Tensor upstream);
    }

    private final String name;
    private final boolean scalar;
    private final Backward backward;
    private final Function<Node[], Node> again;

    private @Nullable Tensor lastUpstream;
    private List<@Nullable Tensor> last = List.of();

    /** @param again the whole application on other operands */
    CustomOp(String name, boolean scalar, Backward backward, Function<Node[], Node> again) {
        this.name = name;
        this.scalar = scalar;
        this.backward = backward;
        this.again = again;
    }

    Node again(Node[] operands) {
        return again.apply(operands);
    }

    static String nameOf(Class<?> function) {
        var name = function.getSimpleName();
        return name.isEmpty() || name.contains("$") || name.contains("/") ? "function" : name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String id() {
        return name;
    }

    @Override
    public Rule rule() {
        return new Rule(name, VARIADIC, "", List.of(), "as written", "");
    }

    @Override
    public @Nullable Code code() {
        return null;
    }

    @Override
    public String expression(List<String> operands) {
        return name + "(" + String.join(", ", operands) + ")";
    }

    @Override
    public String gradient(int i, List<String> operands, String result) {
        return "gradient " + (i + 1) + " of " + name + ".backward({z̄})";
    }

    @Override
    public boolean isScalar(int[] settings) {
        return scalar;
    }

    /** @throws UnsupportedOperationException always: the value is there before the op is */
    @Override
    public Shape shape(Call call) {
        throw new UnsupportedOperationException(name + " is computed by its own apply(…)");
    }

    /** @throws UnsupportedOperationException always: the value is there before the op is */
    @Override
    public double[] value(Call call) {
        throw new UnsupportedOperationException(name + " is computed by its own apply(…)");
    }

    @Override
    public List<Sample> samples() {
        return List.of();
    }

    @Override
    public @Nullable Node vjp(int i, Node z, Tensor upstream) {
        if (Recorder.current().isOn()) {
            throw new UnsupportedOperationException("the gradient of a gradient goes through " + name
                    + ", whose backward is not recorded. Write it with the ops of Var and Tensor instead");
        }
        if (upstream != lastUpstream) {
            last = checked(backward.gradients(upstream), z);
            lastUpstream = upstream;
        }
        var gradient = last.get(i);
        return gradient != null && z.operand(i) instanceof Var ? Var.constant(gradient.elements()[0]) : gradient;
    }

    private List<@Nullable Tensor> checked(@Nullable List<@Nullable Tensor> gradients, Node z) {
        if (gradients == null || gradients.size() != z.arity()) {
            throw new IllegalStateException(name + ".backward returned "
                    + (gradients == null ? "null" : count(gradients.size(), "gradient")) + ", and forward took "
                    + count(z.arity(), "argument") + ": return one gradient for each argument, in order, and null for"
                    + " an argument that takes none");
        }
        for (int i = 0; i < gradients.size(); i++) {
            var gradient = gradients.get(i);
            var x = z.operand(i);
            if (gradient != null && !gradient.shape().equals(x.shape())) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "%s.backward: gradient %d has the shape %s, and argument %d (%s) has the shape %s; a gradient"
                                + " has the shape of its variable",
                        name,
                        i,
                        gradient.shape(),
                        i,
                        x.describe(),
                        x.shape()));
            }
        }
        return gradients;
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
