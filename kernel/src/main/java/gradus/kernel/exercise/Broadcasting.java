package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.List;

/** The gradient of what was stretched: a bias that is added to each row (rows 5.1, 5.4 and 5.5). */
final class Broadcasting extends Exercise {

    Broadcasting() {
        super(
                "broadcast",
                "the gradient of what was stretched",
                "double[] biasGradient(double[][] upstream)",
                "in -> biasGradient(new double[][] {{in[0], in[1]}, {in[2], in[3]}})",
                "z̄₁₁ z̄₁₂ z̄₂₁ z̄₂₂",
                "b̄₁ b̄₂");
    }

    @Override
    double[] right(double... in) {
        return numbers(in[0] + in[2], in[1] + in[3]);
    }

    @Override
    List<Slip> slips() {
        return List.of(
                slip(MistakeKind.STRETCHED, in -> numbers(in[0], in[1]), "the first row"),
                slip(MistakeKind.STRETCHED, in -> numbers(in[2], in[3]), "the last row"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(in[0] + in[1], in[2] + in[3]),
                        "the sum of each row: b was stretched over the rows, so each column is summed"),
                slip(MistakeKind.MEAN, in -> numbers((in[0] + in[2]) / 2, (in[1] + in[3]) / 2)),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(in[0] + in[1] + in[2] + in[3], in[0] + in[1] + in[2] + in[3]),
                        "the sum of all elements: each column has its own"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(2, 2),
                        "the number of rows: the rows of z̄ are summed, not counted"),
                slip(MistakeKind.UPSTREAM, in -> numbers(1, 1), "z̄"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(in[0] * in[2], in[1] * in[3]),
                        "the product over the rows: contributions add up"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(Math.max(in[0], in[2]), Math.max(in[1], in[3])),
                        "the largest of each column: contributions add up"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(in[0] - in[2], in[1] - in[3]),
                        "the first row minus the second: contributions add up"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(in[0] + in[3], in[1] + in[2]),
                        "the sum along the diagonals: b₁ stands in the first column alone"));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Z = X + b adds the same b to each row. In how many elements of Z does b₁ stand?",
                "A variable that is used n times gets n contributions: this is fan-out again.",
                "A gradient has the shape of its variable: sum z̄ over the rows, and a vector as long as b is left.");
    }
}
