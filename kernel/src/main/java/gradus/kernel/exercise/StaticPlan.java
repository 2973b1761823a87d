package gradus.kernel.exercise;

import gradus.kernel.exercise.Tape.Rule;
import gradus.render.MistakeKind;
import java.util.List;

/** A graph that is declared once and run twice, with gradients that add up within a run and not over runs (rows 1.10 and 3.5). */
final class StaticPlan extends Exercise {

    StaticPlan() {
        super(
                "static",
                "a static graph that accumulates",
                "class Plan { int input(); int add(int a, int b); int mul(int a, int b); double forward(double... inputs); double[] backward(double upstream); }",
                "in -> { var plan = new Plan(); int x = plan.input(); int y = plan.input(); int s = plan.add(x, plan.mul(x, y)); plan.mul(s, s);"
                        + " double z = plan.forward(in[0], in[1]); double[] g = plan.backward(in[2]); if (g == null) return null; g = g.clone();"
                        + " double again = plan.forward(in[3], in[4]); double[] h = plan.backward(1);"
                        + " return new double[] {z, g[0], g[1], again, h[0], h[1]}; }",
                "x y upstream x′ y′",
                "z x̄ ȳ z′ x̄′ ȳ′");
    }

    /** z = (x + x·y)². */
    private static Tape tape(double x, double y) {
        var tape = new Tape();
        int first = tape.input(x);
        int sum = tape.add(first, tape.mul(first, tape.input(y)));
        tape.mul(sum, sum);
        return tape;
    }

    @Override
    double[] right(double... in) {
        double[] first = valueAndGradients(StaticPlan::z, in[0], in[1]);
        double[] second = valueAndGradients(StaticPlan::z, in[3], in[4]);
        return numbers(first[0], in[2] * first[1], in[2] * first[2], second[0], second[1], second[2]);
    }

    private static gradus.autograd.Var z(gradus.autograd.Var... x) {
        var sum = x[0].add(x[0].mul(x[1]));
        return sum.mul(sum);
    }

    /** Both runs, each with what is swept. */
    private static double[] runs(double[] in, Sweep sweep) {
        var one = tape(in[0], in[1]);
        var two = tape(in[3], in[4]);
        double[] first = sweep.of(one, in[2], new double[one.size()]);
        double[] second = sweep.of(two, 1, first);
        return numbers(one.result(), first[0], first[1], two.result(), second[0], second[1]);
    }

    /** A sweep, which may take up what the run before has left. */
    private interface Sweep {
        double[] of(Tape tape, double upstream, double... before);
    }

    private static Slip swept(MistakeKind kind, String detail, Sweep sweep) {
        return Slip.of(kind, in -> runs(in, sweep), detail);
    }

    private static Slip ruled(MistakeKind kind, String detail, Rule rule) {
        return swept(
                kind, detail, (tape, upstream, before) -> tape.sweep(rule, upstream, new double[before.length], false));
    }

    @Override
    List<Slip> slips() {
        return List.of(
                ruled(MistakeKind.OVERWRITTEN, "a parent", (before, up, local, other, place) -> up * local),
                swept(
                        MistakeKind.ACCUMULATED,
                        "",
                        (tape, upstream, before) -> tape.sweep(Rule.RIGHT, upstream, before, false)),
                Slip.of(MistakeKind.ACCUMULATED, in -> {
                    double[] all = new StaticPlan().right(in);
                    return numbers(all[0], all[1], all[2], all[3], all[1] + all[4], all[2] + all[5]);
                }),
                swept(
                        MistakeKind.SEED,
                        "that it is given",
                        (tape, upstream, before) -> tape.sweep(Rule.RIGHT, 1, new double[before.length], false)),
                swept(
                        MistakeKind.ORDER,
                        " (this is the order of the forward pass)",
                        (tape, upstream, before) -> tape.sweep(Rule.RIGHT, upstream, new double[before.length], true)),
                slip(
                        MistakeKind.FORMULA,
                        in -> {
                            double[] all = new StaticPlan().right(in);
                            return numbers(all[0], all[1], all[2], all[3], all[1] / in[2], all[2] / in[2]);
                        },
                        "what comes out with the values of the first run: local gradients are those of the last forward"),
                slip(
                        MistakeKind.FORMULA,
                        in -> {
                            double[] all = new StaticPlan().right(in);
                            return numbers(all[0], all[1], all[2], all[0], all[1] / in[2], all[2] / in[2]);
                        },
                        "the result of the first run again: forward computes every node anew"),
                ruled(MistakeKind.LOCAL, "the upstream gradient", (before, up, local, other, place) -> before + up),
                ruled(MistakeKind.UPSTREAM, "of the node", (before, up, local, other, place) -> before + local),
                ruled(MistakeKind.OTHER, "the other parent", (before, up, local, other, place) -> before + up * other),
                ruled(
                        MistakeKind.LOST,
                        "each second parent",
                        (before, up, local, other, place) -> place == 0 ? before + up * local : before),
                ruled(
                        MistakeKind.LOST,
                        "each first parent",
                        (before, up, local, other, place) -> place == 1 ? before + up * local : before),
                ruled(MistakeKind.SIGN, "", (before, up, local, other, place) -> before - up * local));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "How many edges lead into x in z = (x + x·y)²? And s is both parents of the last node.",
                "In the reverse of the order of declaration, each node has all of its gradient when its turn comes.",
                "The lecture wrote grads[parent] = g. What becomes of the first contribution when the second arrives?",
                "Begin each backward with a new array of zeros, set the last entry to upstream, and go down with +=.");
    }
}
