package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The gradient of f(x, y) = (x + σ(y)) / (σ(x) + (x + y)²), worked out on paper (row 1.4). */
final class AnalyticGradient extends Exercise {

    AnalyticGradient() {
        super(
                "analytic",
                "a gradient worked out on paper",
                "double[] gradient(double x, double y)",
                "in -> gradient(in[0], in[1])",
                "x y",
                "∂f/∂x ∂f/∂y");
    }

    @Override
    List<double[]> special() {
        return List.of(numbers(3, -4));
    }

    @Override
    double[] right(double... in) {
        return gradients(
                v -> {
                    var s = v[0].add(v[1]);
                    return v[0].add(v[1].sigmoid()).div(v[0].sigmoid().add(s.mul(s)));
                },
                in);
    }

    private static double sigma(double t) {
        return 1 / (1 + Math.exp(-t));
    }

    private static double slope(double t) {
        return sigma(t) * (1 - sigma(t));
    }

    private static double above(double... in) {
        return in[0] + sigma(in[1]);
    }

    private static double below(double... in) {
        return sigma(in[0]) + Math.pow(in[0] + in[1], 2);
    }

    /**
     * The local gradients that one may get wrong.
     *
     * @param sigmoid of σ
     * @param inverse of 1/t, at the denominator
     * @param square of s², at s = x + y
     */
    private record Locals(DoubleUnaryOperator sigmoid, DoubleUnaryOperator inverse, DoubleUnaryOperator square) {

        double[] gradient(double... in) {
            double overAbove = 1 / below(in);
            double overBelow = above(in) * inverse.applyAsDouble(below(in));
            double overSquare = overBelow * square.applyAsDouble(in[0] + in[1]);
            return numbers(
                    overAbove + overBelow * sigmoid.applyAsDouble(in[0]) + overSquare,
                    overAbove * sigmoid.applyAsDouble(in[1]) + overSquare);
        }
    }

    private static double slopeOfInverse(double t) {
        return -1 / (t * t);
    }

    private static double slopeOfSquare(double s) {
        return 2 * s;
    }

    private static Slip sigmoid(MistakeKind kind, String detail, DoubleUnaryOperator wrong) {
        return Slip.of(
                kind,
                in -> new Locals(wrong, AnalyticGradient::slopeOfInverse, AnalyticGradient::slopeOfSquare).gradient(in),
                detail);
    }

    private static Slip inverse(String detail, DoubleUnaryOperator wrong) {
        return Slip.of(
                MistakeKind.FORMULA,
                in -> new Locals(AnalyticGradient::slope, wrong, AnalyticGradient::slopeOfSquare).gradient(in),
                detail);
    }

    private static Slip square(String detail, DoubleUnaryOperator wrong) {
        return Slip.of(
                MistakeKind.FORMULA,
                in -> new Locals(AnalyticGradient::slope, AnalyticGradient::slopeOfInverse, wrong).gradient(in),
                detail);
    }

    private static double overAbove(double... in) {
        return 1 / below(in);
    }

    private static double overSigmoid(double... in) {
        return -above(in) / Math.pow(below(in), 2) * slope(in[0]);
    }

    private static double overSquare(double... in) {
        return -above(in) / Math.pow(below(in), 2) * 2 * (in[0] + in[1]);
    }

    @Override
    List<Slip> slips() {
        return List.of(
                slip(MistakeKind.VALUE, in -> numbers(above(in) / below(in), above(in) / below(in)), "f"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(1 / (slope(in[0]) + 2 * (in[0] + in[1])), slope(in[1]) / (2 * (in[0] + in[1]))),
                        "the derivative of the numerator over that of the denominator: a quotient has a rule of its own"),
                sigmoid(MistakeKind.FORMULA, "what comes out with σ′ = σ: it is σ·(1 − σ)", AnalyticGradient::sigma),
                sigmoid(MistakeKind.FORMULA, "what comes out with σ′ = 1 − σ: it is σ·(1 − σ)", t -> 1 - sigma(t)),
                sigmoid(MistakeKind.OUTPUT, "σ(t)", t -> slope(sigma(t))),
                sigmoid(MistakeKind.LOCAL, "what arrives at σ", t -> 1),
                inverse("what comes out with a plus: the derivative of 1/t is −1/t²", t -> 1 / (t * t)),
                inverse("what comes out with −1/t as the derivative of 1/t: it is −1/t²", t -> -1 / t),
                square("what comes out with s as the derivative of s²: it is 2s", s -> s),
                square("what comes out with s² as the derivative of s²: it is 2s", s -> s * s),
                square("what comes out with 2 as the derivative of s²: it is 2s", s -> 2),
                slipIn(0, MistakeKind.PATH, in -> overSigmoid(in) + overSquare(in), "x (over the numerator)"),
                slipIn(0, MistakeKind.PATH, in -> overAbove(in) + overSquare(in), "x (over σ(x))"),
                slipIn(0, MistakeKind.PATH, in -> overAbove(in) + overSigmoid(in), "x (over (x + y)²)"),
                slipIn(1, MistakeKind.PATH, AnalyticGradient::overSquare, "y (over σ(y))"),
                slipIn(1, MistakeKind.PATH, in -> overAbove(in) * slope(in[1]), "y (over (x + y)²)"),
                slipIn(0, MistakeKind.OVERWRITTEN, AnalyticGradient::overAbove, "x"),
                slipIn(0, MistakeKind.OVERWRITTEN, AnalyticGradient::overSigmoid, "x"),
                slipIn(0, MistakeKind.OVERWRITTEN, AnalyticGradient::overSquare, "x"));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Give each step a name: σ(y), num, σ(x), x + y, its square, den, 1/den, f. What is the local gradient of each?",
                "f = num · (1/den). Towards num it is 1/den; towards 1/den it is num, and from there to den −1/den².",
                "x is used three times, in num, in σ(x) and in x + y; y twice. Each use brings a contribution: +=.",
                "With d = −num/den²: ∂f/∂x = 1/den + d·σ(x)(1 − σ(x)) + d·2(x + y), ∂f/∂y = σ(y)(1 − σ(y))/den + d·2(x + y).");
    }
}
