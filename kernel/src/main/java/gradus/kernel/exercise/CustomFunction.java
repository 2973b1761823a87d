package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

/** A function of the student's own, xᵖ, as a node of the engine: with a cache, and no gradient for p (rows 1.2 and 3.3). */
final class CustomFunction extends Exercise {

    private static final double[] EXPONENTS = {2, 3, 0.5, -1};

    CustomFunction() {
        super(
                "custom",
                "a function of one's own",
                "class Power implements ScalarFunction { double forward(Context cache, double... in); Double[] backward(Context cache, double upstream); }",
                "in -> { var power = new Power();"
                        + " var x = new gradus.autograd.Var(in[0]); var y = new gradus.autograd.Var(in[1]); var p = new gradus.autograd.Var(in[2]);"
                        + " var f = power.apply(x, p).mul(power.apply(y, p)).mul(3); f.backward();"
                        + " return new double[] {f.value(), x.hasGrad() ? x.grad() : 0, y.hasGrad() ? y.grad() : 0, p.hasGrad() ? p.grad() : 0}; }",
                "x y p",
                "f x̄ ȳ p̄");
    }

    @Override
    List<double[]> cases(Random random) {
        return random.doubles(8, 0.5, 2)
                .mapToObj(x -> numbers(
                        readable(x),
                        readable(0.5 + 1.5 * random.nextDouble()),
                        EXPONENTS[random.nextInt(EXPONENTS.length)]))
                .toList();
    }

    /** f = 3·xᵖ·yᵖ. */
    @Override
    double[] right(double... in) {
        return swept((x, p) -> p * Math.pow(x, p - 1), in);
    }

    private static double f(double... in) {
        return 3 * upstreamOfX(in) / 3 * Math.pow(in[0], in[2]);
    }

    private static double upstreamOfX(double... in) {
        return 3 * Math.pow(in[1], in[2]);
    }

    private static double upstreamOfY(double... in) {
        return 3 * Math.pow(in[0], in[2]);
    }

    /** All right but the local gradient. */
    private static double[] swept(DoubleBinaryOperator local, double... in) {
        return numbers(
                f(in),
                upstreamOfX(in) * local.applyAsDouble(in[0], in[2]),
                upstreamOfY(in) * local.applyAsDouble(in[1], in[2]),
                0);
    }

    private static Slip local(String detail, DoubleBinaryOperator wrong) {
        return Slip.of(MistakeKind.FORMULA, in -> swept(wrong, in), detail);
    }

    /** A gradient for p. */
    private Slip forP(DoubleBinaryOperator local) {
        return slipIn(
                3,
                MistakeKind.FORMULA,
                in -> upstreamOfX(in) * local.applyAsDouble(in[0], in[2])
                        + upstreamOfY(in) * local.applyAsDouble(in[1], in[2]),
                "a gradient for p, which is to have none: null stands in its place");
    }

    private static double slope(double x, double p) {
        return p * Math.pow(x, p - 1);
    }

    @Override
    List<Slip> slips() {
        return List.of(
                slip(
                        MistakeKind.UPSTREAM,
                        in -> numbers(f(in), slope(in[0], in[2]), slope(in[1], in[2]), 0),
                        "of the power"),
                slip(
                        MistakeKind.LOCAL,
                        in -> numbers(f(in), upstreamOfX(in), upstreamOfY(in), 0),
                        "the upstream gradient"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(
                                f(in), upstreamOfX(in) * slope(in[1], in[2]), upstreamOfY(in) * slope(in[1], in[2]), 0),
                        "what comes out with the numbers of the last call: keep them in the cache of each call, not in a field"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(
                                f(in), upstreamOfX(in) + slope(in[0], in[2]), upstreamOfY(in) + slope(in[1], in[2]), 0),
                        "upstream plus local gradient: the chain rule multiplies"),
                local("what comes out with x^(p − 1): the factor p is missing", (x, p) -> Math.pow(x, p - 1)),
                local("what comes out with p·xᵖ: the exponent is p − 1", (x, p) -> p * Math.pow(x, p)),
                local("what comes out with (p − 1)·x^(p − 1): the factor is p", (x, p) -> (p - 1) * Math.pow(x, p - 1)),
                local("what comes out with p·x, which is right for p = 2 alone", (x, p) -> p * x),
                local("what comes out with xᵖ·ln x, the derivative towards p", (x, p) -> Math.pow(x, p) * Math.log(x)),
                local("what comes out with the value xᵖ in place of the local gradient", Math::pow),
                slip(
                        MistakeKind.FORMULA,
                        in -> {
                            double up = 3 * Math.pow(in[2], in[1]);
                            double down = 3 * Math.pow(in[2], in[0]);
                            return numbers(
                                    up * Math.pow(in[2], in[0]),
                                    up * slope(in[0], in[2]),
                                    down * slope(in[1], in[2]),
                                    0);
                        },
                        "p to the power of x: the base is the first argument"),
                forP((x, p) -> Math.pow(x, p) * Math.log(x)),
                forP(CustomFunction::slope),
                forP((x, p) -> 1),
                slip(
                        MistakeKind.SWAPPED,
                        in -> {
                            double[] all = swept((x, p) -> 0, in);
                            all[3] = upstreamOfX(in) * slope(in[0], in[2]) + upstreamOfY(in) * slope(in[1], in[2]);
                            return all;
                        },
                        "x̄",
                        "p̄"));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "What will backward have to know of what forward was given? Only the cache carries it there.",
                "cache.save(a, b) in forward, cache.number(0) and cache.number(1) in backward.",
                "∂(xᵖ)/∂x = p·x^(p − 1). A backward step multiplies it by the upstream gradient.",
                "One entry for each argument of forward, in their order: the gradient for x, and null for p.");
    }
}
