package gradus.kernel.exercise;

import gradus.autograd.Var;
import gradus.render.MistakeKind;
import java.util.List;

/** What is in {@code grad} after one sweep, after a second one, and after a third behind {@code zeroGrad} (row 4.7). */
final class BackwardTwice extends Exercise {

    BackwardTwice() {
        super(
                "twice",
                "backward twice",
                "double[] gradsOfCube(double x)",
                "in -> gradsOfCube(in[0])",
                "x",
                "first second third");
    }

    @Override
    double[] right(double... in) {
        var x = new Var(in[0]);
        var f = x.mul(x).mul(x);
        f.backward();
        double first = x.grad();
        f.backward();
        double second = x.grad();
        x.zeroGrad();
        f.backward();
        return numbers(first, second, x.grad());
    }

    private static double g(double... in) {
        return 3 * in[0] * in[0];
    }

    @Override
    List<Slip> slips() {
        return List.of(
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(g(in), g(in), g(in)),
                        "what each sweep brings by itself: backward adds it to what grad has"),
                slip(MistakeKind.ACCUMULATED, in -> numbers(g(in), 2 * g(in), 3 * g(in))),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(g(in), 2 * g(in), 0),
                        "what zeroGrad leaves, before the third sweep has run"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(g(in), g(in) * g(in), g(in)),
                        "the square of the gradient: sweeps add up, they do not multiply"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(g(in), 6 * in[0], 6),
                        "the second and third derivative: a sweep again gives the first again"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(g(in), 72.0 / 27 * g(in), g(in)),
                        "what micrograd gives, whose inner nodes keep their gradients too"),
                slipIn(0, MistakeKind.VALUE, in -> in[0] * in[0] * in[0], "x³"),
                slipIn(
                        0,
                        MistakeKind.FORMULA,
                        in -> in[0] * in[0],
                        "x²: one of the three contributions, which are equal"),
                slipIn(0, MistakeKind.FORMULA, in -> 2 * in[0] * in[0], "2x²: two of the three contributions"),
                slipIn(0, MistakeKind.FORMULA, in -> 3 * in[0], "3x: the exponent is 2"));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "What does backward do to x.grad: set it, or add to it?",
                "The first sweep adds 3x² to 0. And the second one, to what?",
                "zeroGrad() sets it to 0, and the third sweep begins as the first one did.");
    }
}
