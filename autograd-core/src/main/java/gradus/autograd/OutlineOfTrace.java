package gradus.autograd;

import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.ForwardStep;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a trace. */
final class OutlineOfTrace extends Outline {

    private final Trace trace;
    private final Map<Integer, ForwardStep> made = new HashMap<>();
    private final Map<Integer, List<BackwardStep>> swept = new HashMap<>();

    OutlineOfTrace(Trace trace) {
        this.trace = trace;
        trace.forward().forEach(step -> made.put(step.node(), step));
        trace.backward()
                .forEach(step -> swept.merge(
                        step.node(),
                        List.of(step),
                        (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream())
                                .toList()));
    }

    @Override
    boolean isFailed(int i) {
        return trace.isFailed(i);
    }

    @Override
    public int size() {
        return trace.nodes().size();
    }

    @Override
    public int root() {
        return trace.root();
    }

    @Override
    public Kind kind(int i) {
        return trace.node(i).kind();
    }

    @Override
    public int arity(int i) {
        return trace.node(i).operands().size();
    }

    @Override
    public int operand(int i, int k) {
        return trace.node(i).operands().get(k);
    }

    @Override
    public String op(int i) {
        var op = trace.node(i).op();
        return op == null ? "" : op.id();
    }

    @Override
    public List<String> scope(int i) {
        return trace.node(i).scope();
    }

    @Override
    public String label(int i) {
        return trace.node(i).label();
    }

    @Override
    public TraceNode node(int i) {
        return trace.node(i);
    }

    /** With what the trace tells of the node, forward and backward, which may be more than its op does. */
    @Override
    public Trace excerpt(int i) {
        var plain = super.excerpt(i);
        var step = made.get(i);
        var forward = step == null
                ? plain.forward()
                : List.of(new ForwardStep(1, plain.root(), step.formula(), step.numbers()));
        var backward = swept.getOrDefault(i, List.of()).stream()
                .map(s -> new BackwardStep(
                        1,
                        plain.root(),
                        s.operandIndex(),
                        plain.node(plain.root()).operands().get(s.operandIndex()),
                        s.upstream(),
                        s.localFormula(),
                        s.local(),
                        s.contribution(),
                        s.before(),
                        s.after(),
                        s.rule()))
                .toList();
        return new Trace(plain.nodes(), plain.root(), plain.seed(), forward, backward);
    }
}
