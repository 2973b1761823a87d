package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** The central difference, against the forward one (rows 6.1 and 6.3). */
final class CentralDifference extends Exercise {

    CentralDifference() {
        super(
                "central",
                "the central difference",
                "double central(DoubleUnaryOperator f, double x, double h)",
                "in -> new double[] {central(t -> t * t * t, in[0], in[1]), central(Math::sin, in[0], in[1])}",
                "x h",
                "x³ sin");
    }

    @Override
    List<double[]> cases(Random random) {
        return random.doubles(8, -2, 2)
                .mapToObj(x -> numbers(readable(x), new double[] {0.5, 0.25, 0.125}[random.nextInt(3)]))
                .toList();
    }

    /** A difference, right or wrong. */
    private interface Of {
        double of(DoubleUnaryOperator f, double x, double h);
    }

    private static double[] both(Of of, double... in) {
        return numbers(of.of(x -> x * x * x, in[0], in[1]), of.of(Math::sin, in[0], in[1]));
    }

    private static Slip of(MistakeKind kind, String detail, Of of) {
        return Slip.of(kind, in -> both(of, in), detail);
    }

    private static double at(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(x);
    }

    @Override
    double[] right(double... in) {
        return both((f, x, h) -> (at(f, x + h) - at(f, x - h)) / (2 * h), in);
    }

    @Override
    List<Slip> slips() {
        return List.of(
                of(MistakeKind.FORWARD, "", (f, x, h) -> (at(f, x + h) - at(f, x)) / h),
                of(MistakeKind.BACKWARD, "", (f, x, h) -> (at(f, x) - at(f, x - h)) / h),
                of(
                        MistakeKind.FORMULA,
                        "f(x + h) − f(x − h) over h: the two points are 2h apart",
                        (f, x, h) -> (at(f, x + h) - at(f, x - h)) / h),
                of(
                        MistakeKind.FORMULA,
                        "f(x + h) − f(x) over 2h: these two points are h apart",
                        (f, x, h) -> (at(f, x + h) - at(f, x)) / (2 * h)),
                of(
                        MistakeKind.FORMULA,
                        "the difference itself: divide by 2h",
                        (f, x, h) -> at(f, x + h) - at(f, x - h)),
                of(
                        MistakeKind.FORMULA,
                        "the sum f(x + h) + f(x − h) over 2h: take the difference",
                        (f, x, h) -> (at(f, x + h) + at(f, x - h)) / (2 * h)),
                of(
                        MistakeKind.FORMULA,
                        "(f(x + h) − f(x − h)) / 2 · h: brackets around 2 · h are missing",
                        (f, x, h) -> (at(f, x + h) - at(f, x - h)) / 2 * h),
                of(
                        MistakeKind.FORMULA,
                        "f(x + h) − f(x − h)/(2h): brackets around the difference are missing",
                        (f, x, h) -> at(f, x + h) - at(f, x - h) / (2 * h)),
                of(MistakeKind.STEP_SMALL, "", (f, x, h) -> (at(f, x + 1e-15) - at(f, x - 1e-15)) / 2e-15),
                of(
                        MistakeKind.FORMULA,
                        "the difference with h of your own: use the h that is given",
                        (f, x, h) -> (at(f, x + 1e-5) - at(f, x - 1e-5)) / 2e-5),
                of(MistakeKind.VALUE, "f(x)", (f, x, h) -> at(f, x)),
                of(
                        MistakeKind.FORMULA,
                        "the second difference, an estimate of f″: f′ is wanted",
                        (f, x, h) -> (at(f, x + h) - 2 * at(f, x) + at(f, x - h)) / (h * h)));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "The forward difference looks to one side only. What does the point on the other side add?",
                "Take f at x + h and at x − h. How far apart are the two points?",
                "(f(x + h) − f(x − h)) / (2h): its error shrinks with h², the forward one's with h.");
    }
}
