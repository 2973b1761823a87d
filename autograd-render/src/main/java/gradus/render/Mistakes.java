package gradus.render;

import gradus.autograd.BinaryOp;
import gradus.autograd.Names;
import gradus.autograd.Trace;
import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.TraceNode;
import gradus.autograd.UnaryOp;
import gradus.render.Question.Mistake;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that wrong answers come out at, computed from the trace and the catalogue of ops: the more likely mistake
 * first, since two may come to the same number.
 */
final class Mistakes {

    private final double answer;
    private final List<Mistake> all = new ArrayList<>();

    private Mistakes(double answer) {
        this.answer = answer;
    }

    /** A number that is the right one cannot be a mistake, and one that is said already is not said again. */
    private void add(MistakeKind kind, double value, String detail) {
        double room = 1e-9 * Math.max(Math.abs(value), Math.abs(answer));
        if (Double.isFinite(value)
                && !(Math.abs(value - answer) <= room)
                && all.stream().noneMatch(m -> Math.abs(m.value() - value) <= room)) {
            all.add(new Mistake(kind.key(), value, detail));
        }
    }

    /** Of the value of a node, element k. */
    static List<Mistake> forward(Trace trace, TraceNode node, int k) {
        double z = node.value().element(k);
        var mistakes = new Mistakes(z);
        mistakes.add(MistakeKind.SIGN, -z, "");
        var operands = node.operands().stream().map(trace::node).toList();
        for (var x : operands) {
            if (x.value().shape().equals(node.value().shape())) {
                mistakes.add(MistakeKind.OPERAND, x.value().element(k), x.label());
            }
        }
        if (node.op() instanceof BinaryOp op
                && operands.stream()
                        .allMatch(x -> x.value().shape().equals(node.value().shape()))) {
            double x = operands.get(0).value().element(k);
            double y = operands.get(1).value().element(k);
            var names = operands.stream().map(TraceNode::label).toList();
            for (var other : List.of(BinaryOp.ADD, BinaryOp.MUL, BinaryOp.SUB, BinaryOp.DIV, BinaryOp.POW)) {
                mistakes.add(MistakeKind.OP, other.value(x, y), other.expression(names));
            }
            mistakes.add(MistakeKind.OP, op.value(y, x), op.expression(List.of(names.get(1), names.get(0))));
        }
        mistakes.add(MistakeKind.INVERSE, 1 / z, "");
        return mistakes.all;
    }

    /** Of the adjoint of the receiver after backward step s, element k. */
    static List<Mistake> backward(Trace trace, int s, int k) {
        var step = trace.backward().get(s);
        double after = step.after().element(k);
        double before = step.before().element(k);
        var mistakes = new Mistakes(after);
        var bar = Names.bar(trace.node(step.operand()).label());
        var upstream = Names.bar(trace.node(step.node()).label());
        double c = step.contribution().element(k);
        if (before != 0) {
            mistakes.add(MistakeKind.ASSIGN, c, bar);
            mistakes.add(MistakeKind.BEFORE, before, bar);
        }
        mistakes.add(MistakeKind.SIGN, before - c, "");
        mistakes.add(MistakeKind.SIGN, -after, "");
        mistakes.factors(trace, step, k, before, upstream);
        double end = after;
        for (int t = 0; t < trace.backward().size(); t++) {
            var other = trace.backward().get(t);
            if (other.operand() == step.operand() && t != s) {
                double missing = other.contribution().element(k);
                mistakes.add(MistakeKind.PATH, missing, bar);
                mistakes.add(MistakeKind.PATH, t < s ? after - missing : missing, bar);
                end = t > s ? other.after().element(k) : end;
            }
        }
        mistakes.add(MistakeKind.EARLY, end, bar);
        mistakes.add(MistakeKind.INVERSE, 1 / after, "");
        return mistakes.all;
    }

    /** One of the two factors alone, or a local gradient taken at another number. */
    private void factors(Trace trace, BackwardStep step, int k, double before, String upstream) {
        var local = step.local();
        var node = trace.node(step.node());
        if (local == null
                || !node.value()
                        .shape()
                        .equals(trace.node(step.operand()).value().shape())) {
            return;
        }
        double u = step.upstream().element(k);
        double d = local.element(k);
        var operands = node.operands().stream().map(trace::node).toList();
        for (double start : new double[] {before, 0}) {
            add(MistakeKind.UPSTREAM, start + d, upstream);
            add(MistakeKind.LOCAL, start + u, upstream);
            if (node.op() instanceof UnaryOp op) {
                double x = operands.get(0).value().element(k);
                double z = node.value().element(k);
                add(MistakeKind.OUTPUT, start + u * op.local(z, op.value(z)), node.label());
                add(
                        MistakeKind.INPUT,
                        start + u * op.local(x, x),
                        operands.get(0).label());
            }
            if (node.op() instanceof BinaryOp op
                    && operands.stream()
                            .allMatch(x -> x.value().shape().equals(node.value().shape()))) {
                double x = operands.get(0).value().element(k);
                double y = operands.get(1).value().element(k);
                double z = node.value().element(k);
                double other = step.operandIndex() == 0 ? op.localY(x, y, z) : op.localX(x, y, z);
                add(
                        MistakeKind.OTHER,
                        start + u * other,
                        operands.get(1 - step.operandIndex()).label());
                double at =
                        step.operandIndex() == 0 ? op.localX(z, y, op.value(z, y)) : op.localY(x, z, op.value(x, z));
                add(MistakeKind.OUTPUT, start + u * at, node.label());
            }
            add(MistakeKind.INVERSE, start + u / d, "");
        }
    }
}
