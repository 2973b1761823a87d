package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The step at which a difference is least wrong: between bending and rounding (row 6.1). */
public final class BestStep extends Exercise {

    private static final int SMALLEST = 15;

    BestStep() {
        super(
                "best",
                "the best step for a difference",
                "double[] bestSteps(DoubleUnaryOperator f, double x, double slope, double[] steps)",
                "in -> java.util.stream.DoubleStream.concat("
                        + "java.util.Arrays.stream(bestSteps(Math::sin, in[0], Math.cos(in[0]), gradus.kernel.exercise.BestStep.steps())),"
                        + "java.util.Arrays.stream(bestSteps(Math::exp, in[0], Math.exp(in[0]), gradus.kernel.exercise.BestStep.steps())))"
                        + ".toArray()",
                "x",
                "forward(sin) central(sin) forward(exp) central(exp)");
    }

    /** 10⁻¹, 10⁻², …, 10⁻¹⁵. */
    public static double[] steps() {
        return IntStream.rangeClosed(1, SMALLEST)
                .mapToDouble(n -> Double.parseDouble("1e-" + n))
                .toArray();
    }

    @Override
    List<double[]> cases(Random random) {
        return random.doubles(6, 0.2, 1.2).mapToObj(x -> numbers(readable(x))).toList();
    }

    /** Steps differ by their order of magnitude. */
    @Override
    boolean close(double a, double b) {
        return Double.compare(a, b) == 0 || Math.abs(a - b) <= 1e-9 * Math.abs(b);
    }

    /** A difference, right or wrong. */
    private interface Difference {
        double of(DoubleUnaryOperator f, double x, double h);

        default double[] errors(DoubleUnaryOperator f, double x, double slope) {
            return Arrays.stream(steps()).map(h -> of(f, x, h) - slope).toArray();
        }
    }

    private static final Difference FORWARD = (f, x, h) -> (f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h;
    private static final Difference CENTRAL = (f, x, h) -> (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
    private static final Difference OVER_H = (f, x, h) -> (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / h;

    /** What is chosen among the steps by the errors. */
    private interface Choice extends ToDoubleBiFunction<double[], double[]> {}

    private static double least(double[] steps, double... errors) {
        return steps[place(errors, 1)];
    }

    /** Where the size of the error, times a sign, is least. */
    private static int place(double[] errors, int sign) {
        return IntStream.range(0, errors.length)
                .boxed()
                .min((i, j) -> Double.compare(sign * Math.abs(errors[i]), sign * Math.abs(errors[j])))
                .orElse(0);
    }

    private static double[] chosen(Choice choice, Difference forward, Difference central, double... in) {
        double x = in[0];
        double[] steps = steps();
        return DoubleStream.of(
                        choice.applyAsDouble(steps, forward.errors(Math::sin, x, Math.cos(x))),
                        choice.applyAsDouble(steps, central.errors(Math::sin, x, Math.cos(x))),
                        choice.applyAsDouble(steps, forward.errors(Math::exp, x, Math.exp(x))),
                        choice.applyAsDouble(steps, central.errors(Math::exp, x, Math.exp(x))))
                .toArray();
    }

    @Override
    double[] right(double... in) {
        return chosen(BestStep::least, FORWARD, CENTRAL, in);
    }

    private static Slip of(MistakeKind kind, String detail, Choice choice) {
        return Slip.of(kind, in -> chosen(choice, FORWARD, CENTRAL, in), detail);
    }

    @Override
    List<Slip> slips() {
        return List.of(
                Slip.of(MistakeKind.FORWARD, in -> chosen(BestStep::least, FORWARD, FORWARD, in)),
                Slip.of(
                        MistakeKind.FORMULA,
                        in -> chosen(BestStep::least, CENTRAL, CENTRAL, in),
                        "the best step for the central difference, for the forward one too: its error is of another order"),
                Slip.of(
                        MistakeKind.FORMULA,
                        in -> chosen(BestStep::least, CENTRAL, FORWARD, in),
                        "forward and central in the other order"),
                Slip.of(
                        MistakeKind.FORMULA,
                        in -> chosen(BestStep::least, FORWARD, OVER_H, in),
                        "what comes out over h: the two points of a central difference are 2h apart"),
                of(MistakeKind.STEP_LARGE, "", (steps, errors) -> steps[0]),
                of(MistakeKind.STEP_SMALL, "", (steps, errors) -> steps[steps.length - 1]),
                of(
                        MistakeKind.FORMULA,
                        "the step with the largest error: the smallest is wanted",
                        (steps, errors) -> steps[place(errors, -1)]),
                of(
                        MistakeKind.FORMULA,
                        "the step whose error is furthest below 0: compare absolute values",
                        (steps, errors) -> steps[smallest(errors)]),
                of(
                        MistakeKind.FORMULA,
                        "the error at the best step, and not the step",
                        (steps, errors) -> Math.abs(errors[place(errors, 1)])),
                of(
                        MistakeKind.FORMULA,
                        "the place of the best step in the array, and not the step",
                        (steps, errors) -> place(errors, 1)),
                of(
                        MistakeKind.FORMULA,
                        "the step behind the best one: the loop goes one too far",
                        (steps, errors) -> steps[Math.min(steps.length - 1, place(errors, 1) + 1)]),
                Slip.of(
                        MistakeKind.FORMULA,
                        in -> numbers(1e-8, 1e-5, 1e-8, 1e-5),
                        "the rule of thumb, √ε and ∛ε: here the best of the steps is to be found by trying them"),
                Slip.of(
                        MistakeKind.FORMULA,
                        in -> chosen(
                                BestStep::least,
                                (f, x, h) -> FORWARD.of(f, x, h) - f.applyAsDouble(x) + derivative(f, x),
                                (f, x, h) -> CENTRAL.of(f, x, h) - f.applyAsDouble(x) + derivative(f, x),
                                in),
                        "the step at which the difference comes closest to f(x): compare it with the slope"));
    }

    /** Of sin and exp. */
    private static double derivative(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(0) == 0 ? Math.cos(x) : Math.exp(x);
    }

    private static int smallest(double... errors) {
        return IntStream.range(0, errors.length)
                .boxed()
                .min((i, j) -> Double.compare(errors[i], errors[j]))
                .orElse(0);
    }

    @Override
    public List<String> hints() {
        return List.of(
                "What is wrong with a large h, and what with a tiny one? Somewhere between lies the best.",
                "For each h of steps: the difference, and how far it is from slope. Keep the h that has come closest.",
                "Closest means the least Math.abs(difference − slope). Begin with a least error of infinity.",
                "Do it once with (f(x + h) − f(x)) / h and once with (f(x + h) − f(x − h)) / (2h), and return the two steps.");
    }
}
