package gradus.autograd;

import gradus.autograd.OpLog.Entry;
import gradus.autograd.OpLog.Made;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Writes the ops of an {@link OpLog}. A result without a name is called by the number of its op, v1, v2, …; what was there
 * before and has no name is called u1, u2, …
 */
final class OpWriter {

    /** Longer arrays are told by their shape. */
    private static final int MOST_ELEMENTS = 6;

    private final OpLog log;
    private final List<Entry> entries;
    private final Set<String> taken = new HashSet<>();
    private final IdentityHashMap<Node, String> labels = new IdentityHashMap<>();
    private int inputs;

    OpWriter(OpLog log, List<Entry> entries) {
        this.log = log;
        this.entries = entries;
        for (var entry : entries) {
            take(entry.node);
            entry.node.operands().forEach(this::take);
        }
    }

    private void take(Node node) {
        if (node.name() != null) {
            taken.add(node.name());
        }
    }

    List<Made> made() {
        return entries.stream().map(this::made).toList();
    }

    private Made made(Entry entry) {
        var node = entry.node;
        var all = new ArrayList<TraceNode>();
        for (int i = 0; i < node.arity(); i++) {
            var x = node.operand(i);
            all.add(told(i, x, x instanceof Var ? Value.of(entry.operand(i)) : Value.view(x), List.of()));
        }
        var operands = IntStream.range(0, node.arity()).boxed().toList();
        var z = told(all.size(), node, Value.view(node), operands);
        all.add(z);
        var step = Tracer.step((int) entry.number, z, all, Tracer.isFailure(node));
        boolean isShort = !z.value().isScalar() && z.value().size() <= MOST_ELEMENTS;
        return new Made(
                entry.number,
                step.formula(),
                step.numbers(),
                isShort ? z.value().brief() : "",
                entry.place);
    }

    private TraceNode told(int id, Node node, Value value, List<Integer> operands) {
        return new TraceNode(
                id,
                Labels.kind(node),
                label(node, value),
                node.name() != null,
                node.op(),
                operands,
                Arrays.stream(node.settings()).boxed().toList(),
                value,
                null,
                List.of());
    }

    private String label(Node node, Value value) {
        if (node.name() != null) {
            return node.name();
        }
        if (Labels.kind(node) == Kind.CONSTANT) {
            return value.size() <= MOST_ELEMENTS ? value.brief() : "[" + value.shape() + "]";
        }
        return labels.computeIfAbsent(node, this::newLabel);
    }

    private String newLabel(Node node) {
        long number = log.numberOf(node);
        var label = number > 0 ? "v" + number : "u" + ++inputs;
        while (taken.contains(label)) {
            label = number > 0 ? label + "′" : "u" + ++inputs;
        }
        return label;
    }
}
