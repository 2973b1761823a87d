package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.List;

/** The backward of tanh from its output: 1 − z² (row 3.1). */
final class TanhBackward extends Exercise {

    TanhBackward() {
        super(
                "tanh",
                "tanh, from its output alone",
                "double tanhBackward(double z, double upstream)",
                "in -> new double[] {tanhBackward(Math.tanh(in[0]), in[1])}",
                "x z̄",
                "x̄");
    }

    @Override
    double[] right(double... in) {
        return gradients(x -> x[0].tanh().mul(in[1]), in[0]);
    }

    private static Slip of(MistakeKind kind, String detail, Of of) {
        return Slip.of(kind, in -> numbers(of.of(Math.tanh(in[0]), in[1])), detail);
    }

    /** A wrong formula. */
    private interface Of {
        double of(double z, double upstream);
    }

    @Override
    List<Slip> slips() {
        return List.of(
                of(
                        MistakeKind.FORMULA,
                        "z̄·(1 − tanh²(z)): z is tanh x already",
                        (z, up) -> up * (1 - Math.tanh(z) * Math.tanh(z))),
                of(MistakeKind.UPSTREAM, "z̄", (z, up) -> 1 - z * z),
                of(MistakeKind.LOCAL, "z̄", (z, up) -> up),
                of(MistakeKind.FORMULA, "z̄·z(1 − z), the formula that the sigmoid has", (z, up) -> up * z * (1 - z)),
                of(MistakeKind.FORMULA, "z̄·(1 + z²), with a plus", (z, up) -> up * (1 + z * z)),
                of(MistakeKind.FORMULA, "z̄·(1 − z): the square is missing", (z, up) -> up * (1 - z)),
                of(MistakeKind.FORMULA, "z̄·(1 − 2z): the square of z is z·z", (z, up) -> up * (1 - 2 * z)),
                of(
                        MistakeKind.FORMULA,
                        "z̄·(1 − z)²: the square belongs to z alone",
                        (z, up) -> up * (1 - z) * (1 - z)),
                of(MistakeKind.FORMULA, "z̄ − z²: brackets are missing", (z, up) -> up - z * z),
                of(MistakeKind.FORMULA, "1 − z²·z̄: brackets are missing", (z, up) -> 1 - z * z * up),
                of(MistakeKind.VALUE, "z", (z, up) -> z),
                of(
                        MistakeKind.FORMULA,
                        "z̄ divided by 1 − z²: the chain rule multiplies",
                        (z, up) -> up / (1 - z * z)));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "What do you know when backward runs: the input x, or the output z = tanh x?",
                "∂tanh(x)/∂x = 1 − tanh²(x). Where is tanh(x) to be had without computing it again?",
                "The local gradient is 1 − z·z, and the upstream gradient multiplies it.");
    }
}
