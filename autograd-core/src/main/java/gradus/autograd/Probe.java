package gradus.autograd;

import gradus.autograd.dense.Interrupts;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a function while its inputs are moved, one element at a time. Closing puts the inputs back as they were:
 * values and stamps, so that what was computed from them before can still be swept.
 */
final class Probe implements AutoCloseable {

    /** One evaluation: the elements of the result, and on which side of each kink it lies. */
    static final class Evaluation {

        /** A copy: f may give an input as it is, and that is moved again. */
        private final double[] value;

        private final Sides sides;

        private Evaluation(Node z) {
            value = z.elements().clone();
            sides = Sides.of(Sweep.order(z));
        }

        double[] value() {
            return value;
        }

        Sides sides() {
            return sides;
        }
    }

    private final Supplier<? extends Node> f;
    private final Node[] inputs;
    private final double[][] values;
    private final long[] stamps;
    private final boolean recording;
    private final Node root;
    private final double[] upstream;
    private final Evaluation here;

    /**
     * Evaluates f where the inputs are.
     *
     * @throws IllegalArgumentException if an x is not an input, f is not a scalar and has no upstream gradient, or f uses
     *     what was computed from x before
     */
    Probe(Supplier<? extends Node> f, @Nullable Tensor upstream, Node... x) {
        this.f = f;
        this.inputs = x.clone();
        requireInputs();
        values = Arrays.stream(x).map(node -> node.elements().clone()).toArray(double[][]::new);
        stamps = Arrays.stream(x).mapToLong(Node::stamp).toArray();
        recording = Recorder.current().set(true);
        try {
            // What was computed before is older than its inputs from now on.
            for (var input : x) {
                input.restamp();
            }
            root = call();
            this.upstream = seed(root, upstream);
            requireComputedAnew(Sweep.order(root));
            here = new Evaluation(root);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void requireInputs() {
        int n = 0;
        for (var input : inputs) {
            if (!input.isLeaf() || !input.requiresGrad()) {
                throw new IllegalArgumentException("a gradient check moves inputs, and " + input.describe()
                        + (input.isLeaf() ? " is a constant" : " was computed: name the inputs it was computed from"));
            }
            n += input.shape().size();
        }
        if (n == 0) {
            throw new IllegalArgumentException("a gradient check needs the inputs that it is to move, with at least one"
                    + " element: GradientCheck.of(() -> x.mul(y), x, y)");
        }
    }

    private static double[] seed(Node root, @Nullable Tensor upstream) {
        var shape = root.shape();
        if (upstream != null && !upstream.shape().equals(shape)) {
            throw new IllegalArgumentException("the upstream gradient has the shape " + upstream.shape()
                    + ", and the function's value has the shape " + shape + "; they must be equal");
        }
        if (upstream == null && shape.size() != 1) {
            throw new IllegalArgumentException(
                    "the function's value has the shape " + shape + ", and a gradient is that of"
                            + " a scalar. Give an upstream gradient of this shape: Difference.CENTRAL.step(1e-5)"
                            + ".upstream(…).check(…)");
        }
        return upstream == null ? new double[] {1} : upstream.toArray();
    }

    private void requireComputedAnew(Node[] order) {
        for (var z : order) {
            for (int i = 0; i < z.arity(); i++) {
                var operand = z.operand(i);
                if (operand.stamp() > z.stamp() && Arrays.asList(inputs).contains(operand)) {
                    throw new IllegalArgumentException(z.describe() + " was computed from " + operand.describe()
                            + " before the check, and does not move with it. Compute it inside of the function that is"
                            + " checked: () -> …");
                }
            }
        }
    }

    private Node call() {
        var z = f.get();
        if (z == null) {
            throw new IllegalArgumentException("the function gave null; it has to give a Var or a Tensor");
        }
        return z;
    }

    /** Where the inputs are. */
    Evaluation here() {
        return here;
    }

    /** Where element k of input i is moved by {@code by}. */
    Evaluation moved(int i, int k, double by) {
        Interrupts.check();
        put(inputs[i], k, values[i][k] + by);
        try {
            return again();
        } finally {
            put(inputs[i], k, values[i][k]);
        }
    }

    /** A second evaluation where the inputs are. */
    Evaluation again() {
        var z = call();
        if (!z.shape().equals(root.shape())) {
            throw new IllegalArgumentException("the function's value has the shape " + root.shape() + " and, when its"
                    + " inputs are moved, " + z.shape() + ": no difference can be taken");
        }
        return new Evaluation(z);
    }

    /** The gradients by the inputs that a sweep finds; null for an input that it does not reach. */
    double[] @Nullable [] gradients() {
        return Sweep.gradients(root, upstream, inputs);
    }

    /** Σ u ⊙ (to − from) / distance, where u is the upstream gradient. */
    double slope(Evaluation from, Evaluation to, double distance) {
        double sum = 0;
        for (int j = 0; j < upstream.length; j++) {
            sum += upstream[j] * (to.value[j] - from.value[j]);
        }
        return sum / distance;
    }

    /** Σ |u ⊙ f|: what the rounding of a value is measured by. */
    double magnitude() {
        double sum = 0;
        for (int j = 0; j < upstream.length; j++) {
            sum += Math.abs(upstream[j] * here.value[j]);
        }
        return sum;
    }

    Node input(int i) {
        return inputs[i];
    }

    int inputs() {
        return inputs.length;
    }

    /** How many elements the inputs have together. */
    long size() {
        return Arrays.stream(values).mapToLong(v -> v.length).sum();
    }

    private static void put(Node input, int k, double value) {
        if (input instanceof Var scalar) {
            scalar.set(value);
        } else {
            input.elements()[k] = value;
            input.restamp();
        }
    }

    @Override
    public void close() {
        for (int i = 0; i < inputs.length; i++) {
            for (int k = 0; k < values[i].length; k++) {
                put(inputs[i], k, values[i][k]);
            }
        }
        for (int i = 0; i < inputs.length; i++) {
            inputs[i].stampBack(stamps[i]);
        }
        Recorder.current().set(recording);
    }
}
