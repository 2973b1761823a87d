package gradus.kernel.exercise;

import gradus.autograd.Var;
import gradus.render.MistakeKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The n-ary product, right at a zero: the lectures write z/x_d, which divides by it (row 3.2). */
final class ProductBackward extends Exercise {

    ProductBackward() {
        super(
                "product",
                "the product of many, with a zero",
                "double[] productBackward(double[] x, double upstream)",
                "in -> productBackward(new double[] {in[0], in[1], in[2]}, in[3])",
                "x₁ x₂ x₃ z̄",
                "x̄₁ x̄₂ x̄₃");
    }

    @Override
    double[] right(double... in) {
        return gradients(x -> Var.product(x).mul(in[3]), in[0], in[1], in[2]);
    }

    @Override
    List<double[]> special() {
        return List.of(numbers(2, 0, 5, 1), numbers(0, 3, 0, 1));
    }

    private static double z(double... in) {
        return in[0] * in[1] * in[2];
    }

    private static Slip each(MistakeKind kind, String detail, Of of) {
        return Slip.of(kind, in -> all(d -> of.of(in, d)), detail);
    }

    /** A wrong gradient of one factor. */
    private interface Of {
        double of(double[] in, int d);
    }

    private static double[] all(IntToDoubleFunction of) {
        return IntStream.range(0, 3).mapToDouble(of).toArray();
    }

    private double others(double[] in, int d) {
        return right(with(in, 3, 1))[d];
    }

    @Override
    List<Slip> slips() {
        return List.of(
                each(MistakeKind.DIVISION, "z/x", (in, d) -> in[3] * z(in) / in[d]),
                each(
                        MistakeKind.DIVISION,
                        "z/x with a guard for x = 0 still gives 0 there, as z is 0; it",
                        (in, d) -> in[d] == 0 ? 0 : in[3] * z(in) / in[d]),
                each(MistakeKind.UPSTREAM, "z̄", this::others),
                each(MistakeKind.LOCAL, "z̄", (in, d) -> in[3]),
                each(
                        MistakeKind.FORMULA,
                        "z̄·z: its own factor has to be left out of the product",
                        (in, d) -> in[3] * z(in)),
                each(
                        MistakeKind.FORMULA,
                        "z̄ times the sum of the others: their product is wanted",
                        (in, d) -> in[3] * (in[0] + in[1] + in[2] - in[d])),
                each(MistakeKind.OPERAND, "x", (in, d) -> in[d]),
                each(
                        MistakeKind.FORMULA,
                        "z̄·x, its own factor: the local gradient is the product of the others",
                        (in, d) -> in[3] * in[d]),
                each(MistakeKind.VALUE, "z", (in, d) -> z(in)),
                each(
                        MistakeKind.FORMULA,
                        "z̄ times the factors before it: those behind it count too",
                        (in, d) -> in[3] * Arrays.stream(in, 0, d).reduce(1, (a, b) -> a * b)),
                each(
                        MistakeKind.FORMULA,
                        "z̄ times the factors behind it: those before it count too",
                        (in, d) -> in[3] * Arrays.stream(in, d + 1, 3).reduce(1, (a, b) -> a * b)));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "What is ∂z/∂x₂ of z = x₁·x₂·x₃, as a formula? Does x₂ stand in it?",
                "z/x₂ is the same number, until x₂ = 0. Try x = (2, 0, 5): the gradient of x₂ is 10.",
                "For each d, multiply all factors but the d-th: two loops, one inside the other, are enough.");
    }
}
