package gradus.render;

import gradus.autograd.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Leaves out frames that were not asked for. What they would have written is there all the same. */
final class Selection {

    private Selection() {}

    /** @throws IllegalArgumentException if there is no such step or no such variable */
    static List<Frame> of(List<Frame> frames, Trace trace, Steps steps) {
        int last = frames.size() - 1;
        if (steps.from() > last) {
            throw new IllegalArgumentException(
                    "the steps from " + steps.from() + " on were asked for, and there are " + last);
        }
        var kept = new ArrayList<Frame>();
        var untold = new ArrayList<Frame>();
        var start = frames.get(0);
        for (int k = 1; k <= Math.min(last, steps.to()); k++) {
            var frame = frames.get(k);
            if (k < steps.from() || !isAbout(steps.only(), frame, trace)) {
                untold.add(frame);
                continue;
            }
            if (k == steps.from() && k > 1) {
                start = start.after(untold, Phrase.of(Words.of("step.done", k - 1)));
                untold.clear();
            }
            kept.add(untold.isEmpty() ? frame : frame.after(untold, frame.remark()));
            untold.clear();
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(steps.only() + " takes part in none of these steps; these variables do: "
                    + String.join(", ", names(trace)));
        }
        kept.add(0, start);
        return kept;
    }

    private static boolean isAbout(@org.jspecify.annotations.Nullable String name, Frame frame, Trace trace) {
        return name == null
                || Stream.concat(frame.nodes().stream(), frame.edges().stream().flatMap(edge -> ends(edge, trace)))
                        .anyMatch(i -> trace.node(i).label().equals(name));
    }

    private static Stream<Integer> ends(String edge, Trace trace) {
        int dash = edge.indexOf('-');
        int node = Integer.parseInt(edge.substring(0, dash));
        int operand = Integer.parseInt(edge.substring(dash + 1));
        return Stream.of(node, trace.node(node).operands().get(operand));
    }

    private static List<String> names(Trace trace) {
        return trace.nodes().stream()
                .filter(n -> n.kind() != Trace.Kind.CONSTANT)
                .map(Trace.TraceNode::label)
                .sorted()
                .limit(20)
                .toList();
    }
}
