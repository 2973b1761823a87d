package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.List;

/** ReLU and the maximum, at their kinks too: 0, and one half for each (row 1.8). */
final class Kinks extends Exercise {

    Kinks() {
        super(
                "kinks",
                "ReLU and max, at the kink too",
                """
                double reluGradient(double x)
                double[] maxBackward(double x, double y, double upstream)
                """,
                "in -> { var m = maxBackward(in[0], in[1], in[2]); return new double[] {reluGradient(in[0]), m[0], m[1]}; }",
                "x y z̄",
                "∂relu/∂x x̄ ȳ");
    }

    @Override
    double[] right(double... in) {
        double[] max = gradients(x -> x[0].max(x[1]).mul(in[2]), in[0], in[1]);
        return numbers(gradients(x -> x[0].relu(), in[0])[0], max[0], max[1]);
    }

    @Override
    List<double[]> special() {
        return List.of(numbers(0, 1, 3), numbers(2, 2, 3), numbers(0, -1, 3), numbers(-1.5, -1.5, 1));
    }

    private Slip max(MistakeKind kind, String detail, Of of) {
        return Slip.of(
                kind, in -> numbers(right(in)[0], of.of(in[0], in[1], in[2]), of.of(in[1], in[0], in[2])), detail);
    }

    private Slip maxAt(String detail, double x, double y) {
        return Slip.of(
                MistakeKind.KINK,
                in -> in[0] == in[1] ? numbers(right(in)[0], x * in[2], y * in[2]) : right(in),
                detail);
    }

    /** A wrong gradient of the first operand. */
    private interface Of {
        double of(double x, double y, double upstream);
    }

    @Override
    List<Slip> slips() {
        return List.of(
                slipIn(0, MistakeKind.KINK, in -> in[0] >= 0 ? 1.0 : 0, "at x = 0 the engine takes 0, your code 1"),
                slipIn(
                        0,
                        MistakeKind.KINK,
                        in -> in[0] == 0 ? 0.5 : right(in)[0],
                        "at x = 0 the engine takes 0, your code ½"),
                slipIn(0, MistakeKind.VALUE, in -> Math.max(0, in[0]), "relu(x)"),
                slipIn(0, MistakeKind.FORMULA, in -> Math.signum(in[0]), "the sign of x, the gradient of |x|"),
                slipIn(
                        0,
                        MistakeKind.FORMULA,
                        in -> in[0] < 0 ? 1.0 : 0,
                        "1 where x < 0 and 0 where x > 0: the two sides are exchanged"),
                slipIn(0, MistakeKind.OPERAND, in -> in[0], "x"),
                maxAt("where x = y the upstream gradient is shared, half to each; both get all of it", 1, 1),
                maxAt("where x = y the upstream gradient is shared, half to each; x gets all of it", 1, 0),
                maxAt("where x = y the upstream gradient is shared, half to each; y gets all of it", 0, 1),
                maxAt("where x = y the upstream gradient is shared, half to each; neither gets any", 0, 0),
                max(MistakeKind.UPSTREAM, "z̄", (x, y, up) -> x > y ? 1 : x < y ? 0 : 0.5),
                max(
                        MistakeKind.FORMULA,
                        "what min does: max hands z̄ to the larger input",
                        (x, y, up) -> x < y ? up : x > y ? 0 : up / 2),
                max(MistakeKind.FORMULA, "z̄ for both: the larger input alone gets it", (x, y, up) -> up),
                max(MistakeKind.FORMULA, "half to each everywhere: only a tie is shared", (x, y, up) -> up / 2),
                max(
                        MistakeKind.FORMULA,
                        "the gradient times the larger input: max hands z̄ on as it is",
                        (x, y, up) -> x > y ? up * x : x < y ? 0 : up * x / 2));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Left of 0 relu(x) does not change with x, right of it it changes as x does. And at 0?",
                "At the kink no derivative exists; a library chooses one. This one takes 0 for relu'(0).",
                "max hands the whole upstream gradient to the larger input, and 0 to the other.",
                "Where both are equal, each gets half of it.");
    }
}
