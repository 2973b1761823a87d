package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.List;

/** The sigmoid with the sign slip of the lecture's listing, 1/(1 − e^−x), and its gradient (rows 2.2, 3.4 and 7.6). */
final class SigmoidGradient extends Exercise {

    SigmoidGradient() {
        super(
                "sigmoid",
                "the sigmoid and its gradient",
                """
                double sigmoid(double x)
                double sigmoidGradient(double x)
                """,
                "in -> new double[] {sigmoid(in[0]), sigmoidGradient(in[0])}",
                "x",
                "σ(x) ∂σ/∂x");
    }

    @Override
    double[] right(double... in) {
        return valueAndGradients(x -> x[0].sigmoid(), in);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double slipped(double x) {
        return 1 / (1 - Math.exp(-x));
    }

    @Override
    List<Slip> slips() {
        return List.of(
                slipIn(0, MistakeKind.FORMULA, in -> slipped(in[0]), "1/(1 − e⁻ˣ), with a minus for the plus"),
                slipIn(0, MistakeKind.FORMULA, in -> sigmoid(-in[0]), "σ(−x): the sign in the exponent is lost"),
                slipIn(0, MistakeKind.FORMULA, in -> Math.tanh(in[0]), "tanh x"),
                slipIn(0, MistakeKind.OPERAND, in -> in[0], "x"),
                slipIn(
                        0,
                        MistakeKind.FORMULA,
                        in -> 1 + Math.exp(-in[0]),
                        "1 + e⁻ˣ: its inverse is wanted, 1/(1 + e⁻ˣ)"),
                slipIn(
                        1,
                        MistakeKind.FORMULA,
                        in -> in[0] * (1 - in[0]),
                        "x(1 − x): σ(1 − σ) is of the output, not of the input"),
                slipIn(1, MistakeKind.VALUE, in -> sigmoid(in[0]), "σ(x)"),
                slipIn(
                        1,
                        MistakeKind.FORMULA,
                        in -> sigmoid(sigmoid(in[0])) * (1 - sigmoid(sigmoid(in[0]))),
                        "what comes out with σ(σ(x)) for σ(x): the sigmoid is taken twice"),
                slipIn(1, MistakeKind.FORMULA, in -> 1 - sigmoid(in[0]), "1 − σ: the factor σ is missing"),
                slipIn(1, MistakeKind.FORMULA, in -> sigmoid(in[0]) * sigmoid(in[0]), "σ², not σ(1 − σ)"),
                slipIn(
                        1,
                        MistakeKind.FORMULA,
                        in -> 1 - sigmoid(in[0]) * sigmoid(in[0]),
                        "1 − σ², the formula that tanh has"),
                slipIn(1, MistakeKind.FORMULA, in -> sigmoid(in[0]) * (1 + sigmoid(in[0])), "σ(1 + σ), with a plus"),
                slipIn(
                        1,
                        MistakeKind.FORMULA,
                        in -> slipped(in[0]) * (1 - slipped(in[0])),
                        "σ(1 − σ) of a σ with the sign slip"));
    }

    @Override
    List<double[]> special() {
        return List.of(numbers(1), numbers(-30));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Which values can σ(x) take? It has to lie between 0 and 1 for every x. Try yours at x = 1 and x = −1.",
                "Write σ(x) = 1/u with u = 1 + e⁻ˣ. The local gradients: ∂(1/u)/∂u = −1/u², ∂u/∂x = −e⁻ˣ.",
                "The product of the two is e⁻ˣ/(1 + e⁻ˣ)². Can you write it with σ(x) alone, without another exp?",
                "∂σ/∂x = σ(x)·(1 − σ(x)): both factors are of the output.");
    }
}
