package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.List;
import java.util.Random;

/** The standard deviation of weights that keeps the variance of a layer's values (rows 8.2 and 8.3). */
final class WeightScale extends Exercise {

    WeightScale() {
        super(
                "init",
                "weights that keep the variance",
                """
                double xavier(int fanIn)
                double he(int fanIn)
                """,
                "in -> new double[] {xavier((int) in[0]), he((int) in[0])}",
                "fanIn",
                "xavier he");
    }

    @Override
    List<double[]> cases(Random random) {
        return List.of(numbers(4), numbers(100), numbers(512), numbers(7));
    }

    @Override
    double[] right(double... in) {
        return numbers(1 / Math.sqrt(in[0]), Math.sqrt(2 / in[0]));
    }

    @Override
    List<Slip> slips() {
        return List.of(
                slip(MistakeKind.VARIANCE, in -> numbers(1 / in[0], 2 / in[0]), "the weights"),
                slipIn(0, MistakeKind.VARIANCE, in -> 1 / in[0], "the weights"),
                slipIn(1, MistakeKind.VARIANCE, in -> 2 / in[0], "the weights"),
                slipIn(
                        0,
                        MistakeKind.FORMULA,
                        in -> Math.sqrt(in[0]),
                        "√n, the inverse: more inputs need smaller weights"),
                slipIn(
                        1,
                        MistakeKind.FORMULA,
                        in -> Math.sqrt(in[0] / 2),
                        "√(n/2), the inverse: more inputs need smaller weights"),
                slipIn(
                        0,
                        MistakeKind.FORMULA,
                        in -> Math.sqrt(2 / in[0]),
                        "√(2/n), which fits ReLU: half of its values are 0, those of tanh are not"),
                slipIn(
                        1,
                        MistakeKind.FORMULA,
                        in -> 1 / Math.sqrt(in[0]),
                        "1/√n: ReLU halves the variance, so twice as much is needed"),
                slipIn(1, MistakeKind.FORMULA, in -> 2 / Math.sqrt(in[0]), "2/√n: the 2 belongs under the root"),
                slipIn(1, MistakeKind.FORMULA, in -> Math.sqrt(2) / in[0], "√2/n: the n belongs under the root"),
                slipIn(1, MistakeKind.FORMULA, in -> 1 / Math.sqrt(2 * in[0]), "1/√(2n): the 2 belongs above the line"),
                slipIn(0, MistakeKind.FORMULA, in -> 0.0, "0: between whole numbers 1/n is 0 in Java, 1.0/n is not"),
                slipIn(0, MistakeKind.FORMULA, in -> 0.01, "0.01, whatever n is: deep values shrink to 0"),
                slipIn(0, MistakeKind.FORMULA, in -> 1.0, "1, whatever n is: tanh saturates at ±1"));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "s = w₁x₁ + … + wₙxₙ with independent terms: what is the variance of a sum?",
                "Var(s) = n · Var(w) · Var(x). Which Var(w) keeps Var(s) = Var(x)?",
                "Var(w) = 1/n. A standard deviation is wanted: take the root. ReLU lets half of the variance through.",
                "1/√n for tanh, √(2/n) for ReLU.");
    }
}
