package gradus.render;

import gradus.autograd.Trace;
import gradus.autograd.Trace.ForwardStep;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what a loop does again and again, or layers that are alike: runs of the same ops on operands that are bound in
 * the same way.
 */
final class Repeats {

    private static final int LONGEST_PERIOD = 60;

    /** Fewer are told one by one. */
    private static final int FEWEST = 4;

    private final Trace trace;
    private final List<ForwardStep> steps;
    private final HashMap<Integer, Integer> stepOfNode = new HashMap<>();

    private Repeats(Trace trace) {
        this.trace = trace;
        this.steps = trace.forward();
        for (int i = 0; i < steps.size(); i++) {
            stepOfNode.put(steps.get(i).node(), i);
        }
    }

    /**
     * Forward steps that are done {@code count} times, {@code period} at a time.
     *
     * @param start the first of them, as a place among the forward steps
     */
    record Run(int start, int period, int count) {

        /** The repetitions between the first and the last, as places among the forward steps: from, to. */
        int[] inner() {
            return new int[] {start + period, start + period * (count - 1)};
        }
    }

    /** The trace with the inner repetitions of each run as one node. */
    static Trace skipped(Trace trace) {
        var skipped = trace;
        var runs = new Repeats(trace).runs();
        // From behind, so that places before it stay as they are.
        for (int i = runs.size() - 1; i >= 0; i--) {
            skipped = Fold.of(skipped, runs.get(i));
        }
        return skipped;
    }

    List<Run> runs() {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < steps.size(); i++) {
            var best = new Run(i, 1, 1);
            for (int p = 1; p <= Math.min(LONGEST_PERIOD, steps.size() / FEWEST); p++) {
                int alike = 0;
                while (i + alike + p < steps.size() && alike(i, i + alike, p)) {
                    alike++;
                }
                var run = new Run(i, p, alike / p + 1);
                if (run.count() >= FEWEST && run.count() * p > best.count() * best.period() && hasOneResult(run)) {
                    best = run;
                }
            }
            if (best.count() >= FEWEST) {
                runs.add(best);
                i += best.count() * best.period() - 1;
            }
        }
        return runs;
    }

    /** Whether step i + p does what step i did, in a run that begins at {@code start}. */
    private boolean alike(int start, int i, int p) {
        var a = trace.node(steps.get(i).node());
        var b = trace.node(steps.get(i + p).node());
        if (a.op() == null
                || a.op() != b.op()
                || !a.settings().equals(b.settings())
                || !a.value().shape().equals(b.value().shape())
                || a.operands().size() != b.operands().size()) {
            return false;
        }
        for (int k = 0; k < a.operands().size(); k++) {
            var x = trace.node(a.operands().get(k));
            var y = trace.node(b.operands().get(k));
            boolean same = x.id() == y.id();
            boolean moved = x.kind() == Kind.RESULT && y.kind() == Kind.RESULT && place(y) - place(x) == p;
            boolean leaves = x.kind() != Kind.RESULT
                    && x.kind() == y.kind()
                    && x.value().shape().equals(y.value().shape())
                    && (x.kind() == Kind.INPUT || x.value().equals(y.value()));
            // What the first repetition begins with, the others have from the one before.
            boolean carried = i < start + p
                    && y.kind() == Kind.RESULT
                    && place(y) >= start
                    && place(y) < start + p
                    && x.value().shape().equals(y.value().shape())
                    && (x.kind() != Kind.RESULT || place(x) < start);
            if (!same && !moved && !leaves && !carried) {
                return false;
            }
        }
        return true;
    }

    private int place(TraceNode node) {
        return java.util.Objects.requireNonNull(stepOfNode.get(node.id()));
    }

    /** Whether nothing but the last value of the inner repetitions is used afterwards. */
    private boolean hasOneResult(Run run) {
        var inner = nodes(trace, run);
        int result = steps.get(run.inner()[1] - 1).node();
        return trace.nodes().stream()
                .filter(n -> !inner.contains(n.id()))
                .flatMap(n -> n.operands().stream())
                .filter(inner::contains)
                .allMatch(x -> x == result);
    }

    static Set<Integer> nodes(Trace trace, Run run) {
        var inner = new HashSet<Integer>();
        for (int i = run.inner()[0]; i < run.inner()[1]; i++) {
            inner.add(trace.forward().get(i).node());
        }
        return inner;
    }
}
