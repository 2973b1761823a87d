package gradus.render;

import gradus.autograd.Names;
import gradus.autograd.Tensor;
import gradus.autograd.Trace;
import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.ForwardStep;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.autograd.Value;
import gradus.render.Repeats.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one node of many (row 1.7 of the lectures): its operands are what they were computed from, its value is the last
 * one, and what it contributes to an operand is the sum of their contributions.
 */
final class Fold {

    private final Trace trace;
    private final Run run;
    private final Set<Integer> inner;
    private final TraceNode result;
    private final List<Integer> operands;
    private final Set<Integer> usedInside = new HashSet<>();
    private final Set<Integer> usedOutside = new HashSet<>();
    private final Map<Integer, Integer> ids = new HashMap<>();

    private Fold(Trace trace, Run run) {
        this.trace = trace;
        this.run = run;
        inner = Repeats.nodes(trace, run);
        result = trace.node(trace.forward().get(run.inner()[1] - 1).node());
        for (var n : trace.nodes()) {
            (inner.contains(n.id()) ? usedInside : usedOutside).addAll(n.operands());
        }
        operands = operands();
    }

    static Trace of(Trace trace, Run run) {
        return new Fold(trace, run).folded();
    }

    /** What is used by others too, or is no leaf; leaves of their own go with the nodes. */
    private List<Integer> operands() {
        var used = new LinkedHashSet<Integer>();
        for (int i : inner.stream().sorted().toList()) {
            used.addAll(trace.node(i).operands());
        }
        used.removeAll(inner);
        used.removeIf(i -> trace.node(i).kind() != Kind.RESULT && isPrivate(i));
        return List.copyOf(used);
    }

    /** Whether a leaf is used by the inner nodes and by nobody else. */
    private boolean isPrivate(int leaf) {
        return usedInside.contains(leaf) && !usedOutside.contains(leaf);
    }

    private Trace folded() {
        var nodes = new ArrayList<TraceNode>();
        for (var n : trace.nodes()) {
            boolean gone = (inner.contains(n.id()) && n.id() != result.id())
                    || (n.kind() != Kind.RESULT && n.id() != trace.root() && isPrivate(n.id()));
            if (!gone) {
                ids.put(n.id(), nodes.size());
                nodes.add(n);
            }
        }
        nodes.replaceAll(n -> renumbered(n, n.id() == result.id()));
        var forward = trace.forward().stream()
                .filter(s -> !inner.contains(s.node()) || s.node() == result.id())
                .map(this::renumbered)
                .toList();
        return new Trace(nodes, id(trace.root()), trace.seed(), forward, backward());
    }

    private int id(int old) {
        return java.util.Objects.requireNonNull(ids.get(old));
    }

    private TraceNode renumbered(TraceNode n, boolean fold) {
        return new TraceNode(
                id(n.id()),
                n.kind(),
                n.label(),
                n.named(),
                fold ? null : n.op(),
                (fold ? operands : n.operands()).stream().map(this::id).toList(),
                fold ? List.of() : n.settings(),
                n.value(),
                n.gradient(),
                n.scope());
    }

    private ForwardStep renumbered(ForwardStep s) {
        if (s.node() != result.id()) {
            return new ForwardStep(s.number(), id(s.node()), s.formula(), s.numbers());
        }
        var told = Words.of("step.repeats", 2, run.count() - 1, 1);
        return new ForwardStep(s.number(), id(s.node()), told, "");
    }

    private List<BackwardStep> backward() {
        var all = new ArrayList<BackwardStep>();
        var sums = new HashMap<Integer, BackwardStep>();
        int place = -1;
        for (var s : trace.backward()) {
            if (!inner.contains(s.node())) {
                all.add(step(s, id(s.node()), s.operandIndex(), s));
                continue;
            }
            place = place < 0 ? all.size() : place;
            if (operands.contains(s.operand())) {
                sums.merge(s.operand(), s, Fold::sum);
            }
        }
        for (int i = operands.size() - 1; i >= 0; i--) {
            var s = sums.get(operands.get(i));
            if (s != null) {
                all.add(place, whole(s, i));
            }
        }
        return all;
    }

    private BackwardStep whole(BackwardStep s, int operand) {
        var upstream = trace.backward().stream()
                .filter(b -> b.node() == result.id())
                .findFirst()
                .orElseThrow()
                .upstream();
        var x = trace.node(s.operand());
        var told = Names.bar(x.label()) + " += …";
        int number = trace.forward().get(run.inner()[1] - 1).number();
        return new BackwardStep(
                number,
                id(result.id()),
                operand,
                id(s.operand()),
                upstream,
                told,
                null,
                s.contribution(),
                s.before(),
                s.after(),
                told + ": " + s.before().brief() + " → " + s.after().brief());
    }

    private static BackwardStep sum(BackwardStep a, BackwardStep b) {
        var c = a.contribution().toArray();
        for (int k = 0; k < c.length; k++) {
            c[k] += b.contribution().element(k);
        }
        return new BackwardStep(
                a.number(),
                a.node(),
                0,
                a.operand(),
                a.upstream(),
                "",
                null,
                value(a.contribution(), c),
                a.before(),
                b.after(),
                "");
    }

    static Value value(Value like, double[] elements) {
        return like.isScalar()
                ? Value.of(elements[0])
                : Value.of(Tensor.of(elements).reshape(like.shape().axes()));
    }

    private BackwardStep step(BackwardStep s, int node, int operandIndex, BackwardStep of) {
        return new BackwardStep(
                s.number(),
                node,
                operandIndex,
                id(s.operand()),
                of.upstream(),
                s.localFormula(),
                s.local(),
                s.contribution(),
                s.before(),
                s.after(),
                s.rule());
    }
}
