package gradus.autograd;

import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.ForwardStep;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Trace}: numbers the nodes, labels them, and listens to a sweep. */
final class Tracer implements SweepListener {

    private final Node root;
    private final Node[] order;
    private final IdentityHashMap<Node, Integer> ids = new IdentityHashMap<>();
    private final List<TraceNode> nodes = new ArrayList<>();
    private final Map<Integer, Integer> stepOfNode = new java.util.HashMap<>();
    private final List<ForwardStep> forward = new ArrayList<>();
    private final List<BackwardStep> backward = new ArrayList<>();

    Tracer(Node root) {
        this.root = root;
        order = Sweep.order(root);
        var taken = takenNames(order);
        for (var node : order) {
            ids.put(node, nodes.size());
            nodes.add(node(node, taken));
        }
        nodes.stream().filter(n -> n.op() != null).forEach(this::addForward);
    }

    Trace trace(double @Nullable [] seed) {
        if (seed != null) {
            Sweep.observe(root, seed, this);
        }
        var upstream = seed == null ? Value.of(Double.NaN) : Value.of(root.shape(), seed);
        return new Trace(nodes, nodes.size() - 1, upstream, forward, backward, remarks());
    }

    /** Where NaN or ∞ first appears. */
    private List<Remark> remarks() {
        var found = isFailure(root) ? null : FirstNonFinite.inValues(order);
        return found == null
                ? List.of()
                : List.of(Remark.of(Remark.Kind.NOT_FINITE, idOf(found.node()), found.explanation()));
    }

    private static Set<String> takenNames(Node[] order) {
        var taken = new HashSet<String>();
        for (var node : order) {
            if (node.name() != null) {
                taken.add(node.name());
            }
        }
        return taken;
    }

    private TraceNode node(Node node, Set<String> taken) {
        var kind = node.op() != null ? Kind.RESULT : node.requiresGrad() ? Kind.INPUT : Kind.CONSTANT;
        var value = Value.of(node);
        var name = node.name();
        var label = name != null ? name : kind == Kind.CONSTANT ? value.brief() : freshName(kind, taken);
        var operands = node.operands().stream().map(this::idOf).toList();
        return new TraceNode(
                nodes.size(),
                kind,
                label,
                name != null,
                node.op(),
                operands,
                java.util.Arrays.stream(node.settings()).boxed().toList(),
                value,
                Value.gradientOf(node),
                List.of());
    }

    private static String freshName(Kind kind, Set<String> taken) {
        var letter = kind == Kind.INPUT ? "u" : "v";
        int i = 1;
        while (!taken.add(letter + i)) {
            i++;
        }
        return letter + i;
    }

    private int idOf(Node node) {
        Integer id = ids.get(node);
        if (id == null) {
            throw new IllegalStateException(
                    "the value of " + node.describe()
                            + " was changed after it was used, so the order of the computation is lost. Compute the result again");
        }
        return id;
    }

    private void addForward(TraceNode node) {
        var op = java.util.Objects.requireNonNull(node.op());
        int number = forward.size() + 1;
        stepOfNode.put(node.id(), number);
        var formula = node.label() + " = " + op.expression(labels(node), order[node.id()].settings());
        forward.add(new ForwardStep(number, node.id(), formula, numbers(node, op)));
    }

    /** With numbers put in; for arrays the shapes, since the numbers would not fit on a line. */
    private String numbers(TraceNode node, Op op) {
        var operands = node.operands().stream().map(nodes::get).toList();
        boolean scalars = !isFailure(order[node.id()])
                && node.value().isScalar()
                && operands.stream().allMatch(x -> x.value().isScalar());
        if (scalars) {
            var factors = operands.stream().map(x -> x.value().factor()).toList();
            return op.expression(factors, order[node.id()].settings()) + " = "
                    + node.value().brief();
        }
        var shapes = operands.stream()
                .map(x -> x.value().isScalar()
                        ? x.label()
                        : x.label() + ": " + x.value().shape())
                .distinct()
                .toList();
        if (isFailure(order[node.id()])) {
            return String.join(", ", shapes);
        }
        return String.join(", ", shapes) + " ⟶ " + node.label() + ": "
                + (node.value().isScalar() ? node.value().brief() : node.value().shape());
    }

    /** The end of a computation that failed has no value. */
    private static boolean isFailure(Node node) {
        return node instanceof GivenVar && Double.isNaN(node.elements()[0]);
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
