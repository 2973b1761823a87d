package gradus.autograd;

import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.ForwardStep;
import gradus.autograd.Trace.TraceNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Trace}: numbers the nodes, labels them, and listens to a sweep. */
final class Tracer implements SweepListener {

    private final Node root;
    private final Node[] order;
    private final List<TraceNode> nodes = new ArrayList<>();
    private final IdentityHashMap<Node, Integer> ids = new IdentityHashMap<>();
    private final Map<Integer, Integer> stepOfNode = new java.util.HashMap<>();
    private final List<ForwardStep> forward = new ArrayList<>();
    private final List<BackwardStep> backward = new ArrayList<>();

    Tracer(Node root) {
        this.root = root;
        var outline = new OutlineOfNodes(root);
        order = outline.order();
        for (int i = 0; i < outline.size(); i++) {
            ids.put(order[i], i);
            nodes.add(outline.node(i));
        }
        for (var node : nodes) {
            if (node.op() != null) {
                stepOfNode.put(node.id(), forward.size() + 1);
                forward.add(step(forward.size() + 1, node, nodes, isFailure(order[node.id()])));
            }
        }
    }

    Trace trace(double @Nullable [] seed) {
        if (seed != null) {
            Sweep.observe(root, seed, this);
        }
        var upstream = seed == null ? Value.of(Double.NaN) : Value.of(root.shape(), seed);
        return new Trace(nodes, nodes.size() - 1, upstream, forward, backward, remarks());
    }

    /** What is known of the root, and where NaN or ∞ first appears. */
    private List<Remark> remarks() {
        var remarks = new ArrayList<>(RemarkBook.of(root));
        var found = FirstNonFinite.inValues(order);
        if (found != null && !isFailure(found.node())) {
            remarks.add(Remark.of(Remark.Kind.NOT_FINITE, idOf(found.node()), found.explanation()));
        }
        return remarks;
    }

    private int idOf(Node node) {
        return java.util.Objects.requireNonNull(ids.get(node));
    }

    /** How a node that an op made came to be. */
    static ForwardStep step(int number, TraceNode node, List<TraceNode> nodes, boolean isFailed) {
        var op = java.util.Objects.requireNonNull(node.op());
        var operands = node.operands().stream().map(nodes::get).toList();
        var settings = node.settings().stream().mapToInt(x -> x).toArray();
        var labels = operands.stream().map(TraceNode::label).toList();
        var formula = node.label() + " = " + op.expression(labels, settings);
        return new ForwardStep(number, node.id(), formula, numbers(node, op, operands, settings, isFailed));
    }

    /** With numbers put in; for arrays the shapes, since the numbers would not fit on a line. */
    private static String numbers(TraceNode node, Op op, List<TraceNode> operands, int[] settings, boolean isFailed) {
        boolean scalars = !isFailed
                && node.value().isScalar()
                && operands.stream().allMatch(x -> x.value().isScalar());
        if (scalars) {
            var factors = operands.stream().map(x -> x.value().factor()).toList();
            return op.expression(factors, settings) + " = " + node.value().brief();
        }
        var shapes = operands.stream()
                .map(x -> x.value().isScalar()
                        ? x.label()
                        : x.label() + ": " + x.value().shape())
                .distinct()
                .toList();
        if (isFailed) {
            return String.join(", ", shapes) + " ⟶ ✗";
        }
        return String.join(", ", shapes) + " ⟶ " + node.label() + ": "
                + (node.value().isScalar() ? node.value().brief() : node.value().shape());
    }

    /** The end of a computation that failed has no value. */
    static boolean isFailure(Node node) {
        return node instanceof GivenVar given && given.isFailure();
    }

    private List<String> labels(TraceNode node) {
        return node.operands().stream().map(i -> nodes.get(i).label()).toList();
    }

    @Override
    public void seed(Node from, double[] upstream) {
        // The trace holds the seed itself.
    }

    @Override
    public void contribution(
            Node from,
            int i,
            double[] upstream,
            double @Nullable [] local,
            double[] contribution,
            double[] before,
            double[] after) {
        var z = nodes.get(idOf(from));
        var x = nodes.get(z.operands().get(i));
        var op = java.util.Objects.requireNonNull(z.op());
        var shape = z.value().shape();
        var step = new BackwardStep(
                java.util.Objects.requireNonNull(stepOfNode.get(z.id())),
                z.id(),
                i,
                x.id(),
                Value.of(shape, upstream),
                localFormula(z, op, i, x),
                local == null ? null : Value.of(shape, local),
                Value.of(x.value().shape(), contribution),
                Value.of(x.value().shape(), before),
                Value.of(x.value().shape(), after),
                "");
        backward.add(withRule(step, z, x));
    }

    private String localFormula(TraceNode z, Op op, int i, TraceNode x) {
        var gradient = op.gradient(i, labels(z), z.label());
        return op.isElementwise()
                ? "∂" + z.label() + "/∂" + x.label() + " = " + gradient
                : Names.bar(x.label()) + " += " + gradient.replace("{z̄}", Names.bar(z.label()));
    }

    private BackwardStep withRule(BackwardStep s, TraceNode z, TraceNode x) {
        var barX = Names.bar(x.label());
        String rule;
        if (s.local() == null) {
            rule = s.localFormula() + ": " + change(s);
        } else {
            boolean scalar = s.upstream().isScalar();
            var numbers =
                    scalar ? " = " + s.upstream().brief() + " · " + s.local().factor() : "";
            rule = barX + " += " + Names.bar(z.label()) + (scalar ? " · ∂" : " ⊙ ∂") + z.label() + "/∂" + x.label()
                    + numbers + ": " + change(s);
        }
        return new BackwardStep(
                s.number(),
                s.node(),
                s.operandIndex(),
                s.operand(),
                s.upstream(),
                s.localFormula(),
                s.local(),
                s.contribution(),
                s.before(),
                s.after(),
                rule);
    }

    private static String change(BackwardStep s) {
        return s.before().size() > 6
                ? "shape " + s.after().shape()
                : s.before().brief() + " → " + s.after().brief();
    }
}
