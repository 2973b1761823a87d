package gradus.render;

import gradus.autograd.ErrorCurve;
import gradus.autograd.GradientCheck;
import gradus.autograd.Node;
import gradus.autograd.Rerun;
import java.util.function.Supplier;

/**
 * A gradient check as a picture: each element of the engine's gradient beside the difference, with the verdict on it, and the
 * error of the forward, backward and central difference against their step, over lines of slope 1 and 2 (rows 6.1 to 6.3).
 *
 * <pre>{@code
 * var x = new Var(2, "x");
 * var y = new Var(3, "y");
 * GradientReport.of(x.mul(y).add(x.sin()), x, y)
 * }</pre>
 */
public final class GradientReport {

    /** Beyond it the curve, some 24 evaluations an element, would take longer than a class likes to wait. */
    private static final long MOST = 200;

    private static final long LARGEST = 10_000;

    private GradientReport() {}

    /**
     * Checks the gradients of a computation that was made already: it is run again on copies of its inputs.
     *
     * @param x the inputs to move; all of them where none is given
     * @throws IllegalArgumentException if an x is no input of it, or it is not a scalar
     */
    public static Picture of(Node f, Node... x) {
        var again = Rerun.of(scalar(f));
        return of(again::run, inputs(again, x));
    }

    /**
     * Checks a function that computes its result anew from x at each call.
     *
     * @throws IllegalArgumentException as {@link GradientCheck#of}, and if x has more than 10,000 elements
     */
    public static Picture of(Supplier<? extends Node> f, Node... x) {
        checkNumber(x);
        var check = GradientCheck.of(f, x);
        var curve = check.elements().size() > MOST ? null : ErrorCurve.of(f, x);
        return new CheckFigure(check, curve).figure();
    }

    /**
     * Checks a computation against what it is meant to be, made from the same inputs: its values too, so that a wrong forward
     * pass is found (row 3.4).
     *
     * @throws IllegalArgumentException as {@link #of(Node, Node...)}
     */
    public static Picture against(Node meant, Node f, Node... x) {
        var again = Rerun.of(scalar(f));
        var inputs = inputs(again, x);
        checkNumber(inputs);
        var right = again.beside(scalar(meant));
        return new CheckFigure(GradientCheck.against(right::run, again::run, inputs), null).figure();
    }

    /** Two evaluations of the whole computation for each element: nobody waits for those of a million. */
    private static void checkNumber(Node... x) {
        long elements = 0;
        for (var each : x) {
            elements += each.shape().size();
        }
        if (elements > LARGEST) {
            throw new IllegalArgumentException("a gradient check moves every element up and down, and " + elements
                    + " elements would take " + 2 * elements + " evaluations; up to " + LARGEST
                    + " are checked: name the inputs to move, or check a smaller example of the same computation");
        }
    }

    private static Node scalar(Node f) {
        if (f.shape().size() != 1) {
            throw new IllegalArgumentException("a gradient check needs a scalar, and " + f.describe()
                    + " has the shape " + f.shape() + ". Call sum() or mean() first");
        }
        return f;
    }

    private static Node[] inputs(Rerun again, Node... x) {
        if (x.length == 0) {
            return again.inputs().toArray(Node[]::new);
        }
        var copies = new Node[x.length];
        for (int i = 0; i < x.length; i++) {
            copies[i] = again.input(x[i]);
        }
        return copies;
    }
}
