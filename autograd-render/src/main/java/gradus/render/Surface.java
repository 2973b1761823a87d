package gradus.render;

import gradus.autograd.Node;
import gradus.autograd.Rerun;
import gradus.autograd.StaticGraph;
import gradus.autograd.Tensor;
import gradus.autograd.Var;
import gradus.autograd.optim.DescentPath;
import gradus.autograd.optim.SGD;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** A loss as a function of two numbers: those of its parameters, which are copies, so that the student's stay as they are. */
final class Surface {

    private final Rerun again;
    private final List<Node> parameters = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final double[] start = new double[2];

    /** @throws IllegalArgumentException if the parameters have not two elements together, or are no inputs of the loss */
    Surface(Var loss, Node... originals) {
        again = Rerun.of(loss);
        int n = 0;
        for (var original : originals) {
            n += original.shape().size();
        }
        if (n != 2) {
            throw new IllegalArgumentException("a loss surface is drawn over two numbers, two Var or a Tensor of two"
                    + " elements, and was given " + n + (n == 1 ? " element" : " elements"));
        }
        int at = 0;
        for (var original : originals) {
            var copy = again.input(original);
            parameters.add(copy);
            int size = copy.shape().size();
            for (int k = 0; k < size; k++) {
                var name = original.name() == null ? "x" : original.name();
                names.add(size == 1 ? name : name + "[" + k + "]");
                start[at++] = copy instanceof Var v ? v.value() : ((Tensor) copy).toArray()[k];
            }
        }
    }

    String name(int i) {
        return names.get(i);
    }

    double start(int i) {
        return start[i];
    }

    Var run() {
        return (Var) again.run();
    }

    List<Node> parameters() {
        return List.copyOf(parameters);
    }

    private void moveTo(double a, double b) {
        if (parameters.size() == 1) {
            ((Tensor) parameters.get(0)).set(a, b);
        } else {
            move(parameters.get(0), a);
            move(parameters.get(1), b);
        }
    }

    private static void move(Node parameter, double v) {
        if (parameter instanceof Var scalar) {
            scalar.set(v);
        } else {
            ((Tensor) parameter).set(v);
        }
    }

    /** The loss at any place, by flat arrays where all ops are the engine's. */
    DoubleBinaryOperator function() {
        moveTo(start[0], start[1]);
        try {
            var flat = StaticGraph.of(run());
            return (a, b) -> {
                moveTo(a, b);
                return flat.forward();
            };
        } catch (IllegalArgumentException ownFunction) {
            return (a, b) -> {
                moveTo(a, b);
                return run().value();
            };
        }
    }

    /** Gradient descent from the start. */
    DescentPath descend(double rate, int steps) {
        moveTo(start[0], start[1]);
        for (var parameter : parameters) {
            parameter.zeroGrad();
        }
        return DescentPath.of(new SGD(parameters, rate), steps, this::run);
    }
}
