package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.List;

/** Each ∂L/∂· of L = (a + b)·c, with m = a + b (rows 1.3 and 1.5). */
final class BackwardPass extends Exercise {

    BackwardPass() {
        super(
                "backward",
                "each ∂L/∂· of a backward pass",
                "double[] backwardPass(double a, double b, double c)",
                "in -> backwardPass(in[0], in[1], in[2])",
                "a b c",
                "∂L/∂L ∂L/∂c ∂L/∂m ∂L/∂a ∂L/∂b");
    }

    @Override
    double[] right(double... in) {
        double[] leaves = gradients(x -> x[0].add(x[1]).mul(x[2]), in);
        return numbers(1, leaves[2], in[2], leaves[0], leaves[1]);
    }

    private static double m(double... in) {
        return in[0] + in[1];
    }

    @Override
    List<Slip> slips() {
        return List.of(
                slip(MistakeKind.OTHER, in -> numbers(1, in[2], m(in), m(in), m(in)), "the other operand of m·c"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(
                                m(in) * in[2],
                                m(in) * m(in) * in[2],
                                m(in) * in[2] * in[2],
                                m(in) * in[2] * in[2],
                                m(in) * in[2] * in[2]),
                        "what comes out when the sweep begins with L: it begins with ∂L/∂L = 1"),
                slipIn(0, MistakeKind.VALUE, in -> m(in) * in[2], "L"),
                slipIn(1, MistakeKind.OTHER, in -> in[2], "m"),
                slipIn(1, MistakeKind.LOST, in -> in[0], "b to m = a + b"),
                slipIn(1, MistakeKind.FORMULA, in -> in[0] * in[1], "a · b; m is a + b"),
                slipIn(2, MistakeKind.OTHER, in -> m(in), "c"),
                slipIn(2, MistakeKind.LOCAL, in -> 1.0, "∂L/∂L"),
                slipIn(3, MistakeKind.UPSTREAM, in -> 1.0, "∂L/∂m"),
                slipIn(4, MistakeKind.UPSTREAM, in -> 1.0, "∂L/∂m"),
                slipIn(3, MistakeKind.FORMULA, in -> in[2] * in[0], "∂L/∂m · a: the local gradient of a sum is 1"),
                slipIn(4, MistakeKind.FORMULA, in -> in[2] * in[1], "∂L/∂m · b: the local gradient of a sum is 1"),
                slipIn(3, MistakeKind.FORMULA, in -> in[2] * in[1], "∂L/∂m · b, as if m were a · b"),
                slipIn(4, MistakeKind.FORMULA, in -> in[2] * in[0], "∂L/∂m · a, as if m were a · b"),
                slipIn(3, MistakeKind.FORMULA, in -> in[2] + 1, "∂L/∂m + ∂m/∂a: along a path the two are multiplied"),
                slipIn(4, MistakeKind.FORMULA, in -> in[2] + 1, "∂L/∂m + ∂m/∂b: along a path the two are multiplied"));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Begin at the end. How much does L change when L changes by one?",
                "L = m·c. Towards c the local gradient is the other operand; towards m as well.",
                "m = a + b: ∂m/∂a = 1. The chain rule: ∂L/∂a = ∂L/∂m · ∂m/∂a.",
                "∂L/∂c = m = a + b, ∂L/∂m = c, and both a and b get ∂L/∂m · 1.");
    }
}
