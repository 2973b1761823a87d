package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Softmax that does not overflow, with cross-entropy and its gradient p − y (row 2.3). */
final class Softmax extends Exercise {

    Softmax() {
        super(
                "softmax",
                "a softmax that does not overflow, and cross-entropy",
                """
                double[] softmax(double[] s)
                double[] lossGradient(double[] s, int label)
                """,
                "in -> { var p = softmax(new double[] {in[0], in[1], in[2]}); var g = lossGradient(new double[] {in[0], in[1], in[2]}, 1);"
                        + " return new double[] {p[0], p[1], p[2], g[0], g[1], g[2]}; }",
                "s₁ s₂ s₃",
                "p₁ p₂ p₃ s̄₁ s̄₂ s̄₃");
    }

    @Override
    List<double[]> special() {
        return List.of(numbers(1, 2, 3), numbers(1000, 1001, 999), numbers(-1000, -1001, -1002));
    }

    private static double[] softmax(double... s) {
        double most = Arrays.stream(s).max().orElse(0);
        double[] e = Arrays.stream(s).map(x -> Math.exp(x - most)).toArray();
        double sum = Arrays.stream(e).sum();
        return Arrays.stream(e).map(x -> x / sum).toArray();
    }

    private static double[] unstable(double... s) {
        double[] e = Arrays.stream(s).map(Math::exp).toArray();
        double sum = Arrays.stream(e).sum();
        return Arrays.stream(e).map(x -> x / sum).toArray();
    }

    private static double[] both(double[] p, double[] g) {
        return numbers(p[0], p[1], p[2], g[0], g[1], g[2]);
    }

    private static double[] minusTarget(double... p) {
        return with(p, 1, p[1] - 1);
    }

    @Override
    double[] right(double... in) {
        return both(softmax(in), minusTarget(softmax(in)));
    }

    private static Slip p(MistakeKind kind, String detail, Function<double[], double[]> p) {
        return Slip.of(kind, in -> both(p.apply(in), minusTarget(softmax(in))), detail);
    }

    private static Slip g(MistakeKind kind, String detail, Function<double[], double[]> g) {
        return Slip.of(kind, in -> both(softmax(in), g.apply(softmax(in))), detail);
    }

    private static double[] scaled(double[] numbers, double factor) {
        return Arrays.stream(numbers).map(x -> factor * x).toArray();
    }

    @Override
    List<Slip> slips() {
        return List.of(
                slip(MistakeKind.OVERFLOW, in -> both(unstable(in), minusTarget(unstable(in)))),
                p(MistakeKind.OVERFLOW, "", Softmax::unstable),
                slip(MistakeKind.OVERFLOW, in -> both(softmax(in), minusTarget(unstable(in)))),
                p(MistakeKind.FORMULA, "e^(s − largest), not yet divided by the sum", in -> {
                    double most = Arrays.stream(in).max().orElse(0);
                    return Arrays.stream(in).map(x -> Math.exp(x - most)).toArray();
                }),
                p(
                        MistakeKind.FORMULA,
                        "the scores divided by their sum: the exponential is missing",
                        in -> scaled(in, 1 / Arrays.stream(in).sum())),
                p(
                        MistakeKind.FORMULA,
                        "the softmax of −s: the largest score has the largest probability",
                        in -> softmax(scaled(in, -1))),
                p(
                        MistakeKind.FORMULA,
                        "log p",
                        in -> Arrays.stream(softmax(in)).map(Math::log).toArray()),
                g(MistakeKind.FORMULA, "p alone: the target y, 1 at the label, is not taken off", p -> p),
                g(MistakeKind.SIGN, "", p -> scaled(minusTarget(p), -1)),
                g(
                        MistakeKind.FORMULA,
                        "p − y over the number of classes: one example has one loss, nothing is averaged",
                        p -> scaled(minusTarget(p), 1.0 / 3)),
                g(
                        MistakeKind.FORMULA,
                        "−y/p, the gradient towards p: softmax's own backward is still missing",
                        p -> numbers(0, -1 / p[1], 0)),
                g(
                        MistakeKind.FORMULA,
                        "p − 1 everywhere: only the label's entry has the 1",
                        p -> Arrays.stream(p).map(x -> x - 1).toArray()),
                g(
                        MistakeKind.FORMULA,
                        "p − y with the label counted from 1: it is counted from 0",
                        p -> with(p, 0, p[0] - 1)),
                g(MistakeKind.FORMULA, "the entry of the label alone: the others get p", p -> numbers(0, p[1] - 1, 0)));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Try your softmax on (1000, 1001, 999). What is Math.exp(1000)?",
                "softmax(s) = softmax(s − c) for every c: choose the c at which no exponent is above 0.",
                "L = −log p[label]. Its gradient towards the scores is short: p − y, where y is 1 at the label and 0 elsewhere.",
                "Copy the probabilities, and take 1 off at the label.");
    }
}
