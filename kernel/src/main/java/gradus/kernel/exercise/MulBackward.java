package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.List;

/** The backward of a product (row 3.1). */
final class MulBackward extends Exercise {

    private static final String HALF =
            "half of it: a product shares nothing out, each operand gets z̄ times the other one";

    MulBackward() {
        super(
                "mul",
                "the backward of a product",
                "double[] mulBackward(double x, double y, double upstream)",
                "in -> mulBackward(in[0], in[1], in[2])",
                "x y z̄",
                "x̄ ȳ");
    }

    @Override
    double[] right(double... in) {
        return gradients(x -> x[0].mul(x[1]).mul(in[2]), in[0], in[1]);
    }

    @Override
    List<Slip> slips() {
        return List.of(
                slip(MistakeKind.OTHER, in -> numbers(in[2] * in[0], in[2] * in[1]), "the other operand"),
                slip(MistakeKind.UPSTREAM, in -> numbers(in[1], in[0]), "z̄"),
                slip(MistakeKind.LOCAL, in -> numbers(in[2], in[2]), "z̄"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(in[2] + in[1], in[2] + in[0]),
                        "upstream plus local gradient: the chain rule multiplies"),
                slip(MistakeKind.VALUE, in -> numbers(in[0] * in[1], in[0] * in[1]), "x · y"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(in[2] / in[1], in[2] / in[0]),
                        "z̄ divided by the other operand: the chain rule multiplies"),
                slipIn(0, MistakeKind.FORMULA, in -> in[2] * in[1] / 2, HALF),
                slipIn(1, MistakeKind.FORMULA, in -> in[2] * in[0] / 2, HALF),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(in[2] * in[0] * in[1], in[2] * in[0] * in[1]),
                        "z̄·x·y: towards x the local gradient is y alone"),
                slip(MistakeKind.OPERAND, in -> numbers(in[0], in[1]), "the operand"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(in[2] * (in[0] + in[1]), in[2] * (in[0] + in[1])),
                        "z̄·(x + y), the two gradients added up"));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Hold y still and let x grow by a little h: by how much does x·y grow?",
                "∂z/∂x = y and ∂z/∂y = x: each operand's local gradient is the other operand.",
                "A backward step multiplies the local gradient by the upstream gradient z̄.");
    }
}
