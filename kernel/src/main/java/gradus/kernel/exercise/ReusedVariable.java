package gradus.kernel.exercise;

import gradus.kernel.exercise.Tape.Rule;
import gradus.render.MistakeKind;
import java.util.List;

/** A class whose sweep has to add contributions up: {@code =} for {@code +=} (rows 3.5 and 4.1). */
final class ReusedVariable extends Exercise {

    private static final String NODES =
            "var x = new Num(in[0]); var y = new Num(in[1]); var f = x.mul(x).add(x.mul(y)).mul(y); f.backward(); ";

    ReusedVariable() {
        super(
                "reused",
                "a variable that is used again",
                "class Num { double value, grad; Num(double value); Num add(Num other); Num mul(Num other); void backward(); }",
                "in -> { " + NODES + "return new double[] {f.value, x.grad, y.grad}; }",
                "x y",
                "f ∂f/∂x ∂f/∂y");
    }

    @Override
    String drawing() {
        return "in -> { " + NODES + "return new Object[] {x, y, f}; }";
    }

    private static final String NOTHING =
            "0: no contribution arrives, the sweep does nothing or does not reach the inputs";

    /** f = (x·x + x·y)·y. */
    @Override
    double[] right(double... in) {
        return valueAndGradients(x -> x[0].mul(x[0]).add(x[0].mul(x[1])).mul(x[1]), in);
    }

    private static double[] swept(double[] in, Rule rule, double start) {
        var tape = new Tape();
        int x = tape.input(in[0]);
        int y = tape.input(in[1]);
        int f = tape.mul(tape.add(tape.mul(x, x), tape.mul(x, y)), y);
        double[] grads = tape.sweep(rule, start, false);
        return numbers(tape.value(f), grads[x], grads[y]);
    }

    private static Slip slip(MistakeKind kind, String detail, Rule rule) {
        return Slip.of(kind, in -> swept(in, rule, 0), detail);
    }

    @Override
    List<Slip> slips() {
        return List.of(
                slip(MistakeKind.OVERWRITTEN, "a node", (before, up, local, other, place) -> up * local),
                slipIn(1, MistakeKind.OVERWRITTEN, in -> in[0] * in[1], "x"),
                slipIn(1, MistakeKind.OVERWRITTEN, in -> in[1] * in[1], "x"),
                slipIn(2, MistakeKind.OVERWRITTEN, in -> in[0] * in[1], "y"),
                slipIn(2, MistakeKind.OVERWRITTEN, in -> in[0] * in[0] + in[0] * in[1], "y"),
                slip(MistakeKind.LOCAL, "the upstream gradient", (before, up, local, other, place) -> before + up),
                slip(MistakeKind.UPSTREAM, "of the node", (before, up, local, other, place) -> before + local),
                slip(MistakeKind.OTHER, "the other operand", (before, up, local, other, place) -> before + up * other),
                slip(MistakeKind.SIGN, "", (before, up, local, other, place) -> before - up * local),
                slip(
                        MistakeKind.FORMULA,
                        "the upstream gradient divided by the local one: the chain rule multiplies",
                        (before, up, local, other, place) -> before + up / local),
                slip(
                        MistakeKind.LOST,
                        "each second operand",
                        (before, up, local, other, place) -> place == 0 ? before + up * local : before),
                slip(
                        MistakeKind.LOST,
                        "each first operand",
                        (before, up, local, other, place) -> place == 1 ? before + up * local : before),
                slip(MistakeKind.FORMULA, NOTHING, (before, up, local, other, place) -> before),
                Slip.of(MistakeKind.START, in -> swept(in, Rule.RIGHT, 1), "1"));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "How many edges of the graph of f = (x·x + x·y)·y end in x? Each of them brings a contribution.",
                "What is in x.grad when the second contribution arrives, and what becomes of it?",
                "A contribution is the node's own gradient times the local gradient of the edge.",
                "For each operand: operand.grad += grad * local. With = the last contribution alone would be left.");
    }
}
