package gradus.autograd;

import gradus.autograd.StaticGraph.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a static graph runs: by the longest way from the inputs, and among equals by op and by first
 * operand. Nodes of one level do not depend on each other, so that the same op runs over many of them at once, and over
 * neighbours.
 */
final class Schedule {

    /** A node with what it is sorted by. */
    private static final class Entry {
        private final Node node;
        private final int level;
        private final String kind;
        private int firstOperand;

        Entry(Node node, int level) {
            this.node = node;
            this.level = level;
            this.kind = kind(node);
        }
    }

    private final Entry[] entries;
    private final IdentityHashMap<Node, Integer> slots = new IdentityHashMap<>();

    /** Schedules nodes that are in topological order. */
    Schedule(Node[] order) {
        var levels = new IdentityHashMap<Node, Integer>(2 * order.length);
        entries = new Entry[order.length];
        for (int i = 0; i < order.length; i++) {
            int level = level(order[i], levels);
            levels.put(order[i], level);
            entries[i] = new Entry(order[i], level);
        }
        Arrays.sort(entries, Comparator.comparingInt((Entry e) -> e.level).thenComparing(e -> e.kind));
        // Level by level, so that the slots of the operands are known.
        for (int from = 0; from < entries.length; ) {
            int to = from;
            while (to < entries.length && entries[to].level == entries[from].level) {
                var node = entries[to].node;
                entries[to].firstOperand = node.arity() == 0 ? 0 : slot(node.operand(0));
                to++;
            }
            Arrays.sort(
                    entries, from, to, Comparator.comparing((Entry e) -> e.kind).thenComparingInt(e -> e.firstOperand));
            for (; from < to; from++) {
                slots.put(entries[from].node, from);
            }
        }
    }

    private static int level(Node node, IdentityHashMap<Node, Integer> levels) {
        int level = 0;
        for (int i = 0; i < node.arity(); i++) {
            node.checkUnchanged(node.operand(i));
            level = Math.max(level, 1 + java.util.Objects.requireNonNull(levels.get(node.operand(i))));
        }
        return level;
    }

    private static String kind(Node node) {
        Op op = node.op();
        return op == null
                ? ""
                : (node instanceof Var ? "scalar " : "tensor ") + op.getClass().getName();
    }

    /** The slot of a node that is scheduled: its place in the order. */
    int slot(Node node) {
        return java.util.Objects.requireNonNull(slots.get(node));
    }

    /** The slot of each node. */
    IdentityHashMap<Node, Integer> slots() {
        return slots;
    }

    /** What runs, one after the other. */
    List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (int from = 0; from < entries.length; ) {
            int to = from + 1;
            var op = scalarOp(entries[from]);
            while (op != null && to < entries.length && scalarOp(entries[to]) == op && sameLevel(from, to)) {
                to++;
            }
            if (op != null) {
                var run = Arrays.stream(entries, from, to).map(e -> e.node).toList();
                steps.add(ScalarRun.of(op, run, from, this));
            } else if (entries[from].node.op() instanceof NaryOp nary) {
                steps.add(new NaryStep(nary, entries[from].node, this));
            } else if (entries[from].node.op() != null) {
                steps.add(new NodeStep(entries[from].node, this));
            }
            from = to;
        }
        return steps;
    }

    private boolean sameLevel(int i, int k) {
        return entries[i].level == entries[k].level;
    }

    private static @Nullable Op scalarOp(Entry entry) {
        var op = entry.node.op();
        return entry.node instanceof Var && (op instanceof UnaryOp || op instanceof BinaryOp) ? op : null;
    }
}
