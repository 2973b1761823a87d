package gradus.autograd;

import gradus.autograd.Remark.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A graph of a student's own objects, as a graph of the engine (row 4.1): any objects with a value, a gradient, and children
 * with or without local gradients, under their usual names, as fields or methods.
 *
 * <p>The objects are read as they are and stay as they are. The op of a node is found by its value, its operands and its
 * local gradients; where none of the catalogue fits, the local gradients are taken as they were given. Where the student's
 * gradients differ from those of a sweep of the engine, both are known, and so is the first node at which they part: what
 * is found stands in the remarks of the {@link Trace}.
 *
 * <pre>{@code
 * class Num {
 *     double value, grad;
 *     List<Object[]> children = new ArrayList<>();
 * }
 * var x = new Num();
 * x.value = 3;
 * x.grad = 3;                                    // = where += is meant: must be 6
 * var y = new Num();
 * y.value = 9;
 * y.grad = 1;
 * y.children.add(new Object[] {3.0, x});
 * y.children.add(new Object[] {3.0, x});
 * var own = OwnGraph.of(y, Map.of("x", x, "y", y));
 * own.root().gradFn()                            // ⇒ mul(x, x)
 * Trace.forwardOf(own.root()).remarks().size()   // ⇒ 2
 * }</pre>
 */
public final class OwnGraph {

    private static final int MOST_ELEMENTS = 1_000;
    private static final int MOST_REMARKS = 100;

    private final List<OwnNode> nodes;
    private final Map<String, ? extends @Nullable Object> variables;
    private final List<Node> made = new ArrayList<>();
    private final Map<Integer, String> formulas = new java.util.HashMap<>();
    private final IdentityHashMap<Object, OwnNode> byObject = new IdentityHashMap<>();

    private OwnGraph(List<OwnNode> nodes, Map<String, ? extends @Nullable Object> variables) {
        this.nodes = nodes;
        this.variables = variables;
    }

    /** Whether an object has what a node needs: a value, and a gradient or children. */
    public static boolean isNode(@Nullable Object object) {
        return OwnReader.isNode(object);
    }

    /** The graph behind an object, without names. */
    public static OwnGraph of(Object root) {
        return of(root, Map.of());
    }

    /**
     * The graph behind an object.
     *
     * @param variables the student's variables, which give their names to the nodes that they hold
     * @throws IllegalArgumentException if the object has no value, gradient or children to be read, or the graph goes round
     *     in a circle
     */
    public static OwnGraph of(Object root, Map<String, ? extends @Nullable Object> variables) {
        if (!isNode(root)) {
            throw new IllegalArgumentException("a " + OwnReader.className(root)
                    + " is no node of a graph: that has a number (value, val, data, …), a gradient (grad, gradient,"
                    + " adjoint, …) and operands (children, prev, operands, …), as fields or methods");
        }
        var graph = new OwnGraph(OwnReader.read(root), variables);
        graph.build();
        return graph;
    }

    /**
     * The same computation in the engine. Its gradients are the student's, and its trace has the remarks on them.
     */
    public Var root() {
        return last().node();
    }

    private OwnNode last() {
        return nodes.get(nodes.size() - 1);
    }

    private void build() {
        nodes.forEach(n -> byObject.put(n.object, n));
        variables.forEach(this::name);
        for (var own : nodes) {
            own.node = own.children.isEmpty() ? new Var(own.value) : make(own);
            if (!own.label.isEmpty()) {
                own.node().named(own.label);
            }
            own.id = made.size();
            made.add(own.node());
        }
        var remarks = new ArrayList<Remark>();
        var trace = new Tracer(root()).trace(null);
        trace.forward().forEach(step -> formulas.put(step.node(), step.formula()));
        nodes.forEach(own -> remarkOn(own, trace, remarks));
        remarks.addAll(new OwnSweep(nodes, trace).remarks(isUsedElsewhere()));
        RemarkBook.put(root(), remarks.subList(0, Math.min(MOST_REMARKS, remarks.size())));
    }

    private Var make(OwnNode own) {
        own.guess = OpGuess.of(own);
        var node = own.guess()
                .make()
                .apply(own.children.stream().map(OwnNode::node).toList());
        for (var operand : node.operands()) {
            if (operand.isConstant()) {
                made.add(operand); // numbered in the order in which it was made
            }
        }
        return node;
    }

    private void name(String name, @Nullable Object value) {
        var own = value == null ? null : byObject.get(value);
        if (own != null) {
            own.label = own.label.isEmpty() ? name : own.label;
        } else if (value instanceof Object[] array && array.length <= MOST_ELEMENTS) {
            for (int i = 0; i < array.length; i++) {
                name(name + "[" + i + "]", array[i]);
            }
        } else if (value instanceof List<?> list
                && OwnMembers.isForeign(list.getClass())
                && list.size() <= MOST_ELEMENTS) {
            for (int i = 0; i < list.size(); i++) {
                name(name + "[" + i + "]", list.get(i));
            }
        }
    }

    private void remarkOn(OwnNode own, Trace trace, List<Remark> remarks) {
        if (own.children.isEmpty()) {
            return;
        }
        var formula = formulas.getOrDefault(own.id, "");
        var guess = own.guess();
        if (guess.op().isEmpty()) {
            remarks.add(Remark.of(Kind.OP_UNKNOWN, own.id));
        } else if (guess.isGuess()) {
            remarks.add(Remark.of(Kind.OP_GUESSED, own.id, formula));
        }
        if (!Double.isNaN(guess.constant())) {
            variables.forEach((name, value) -> {
                if (isForgotten(own, value)) {
                    remarks.add(
                            Remark.of(Kind.CHILD_SUSPECTED, own.id, formula, Numbers.brief(guess.constant()), name));
                }
            });
        }
        for (int i = 0; i < own.children.size(); i++) {
            double yours = own.locals.get(i);
            double right = guess.locals().get(i);
            if (!Double.isNaN(yours) && !own.agree(yours, right)) {
                var child = trace.node(own.children.get(i).id).label();
                remarks.add(new Remark(
                        Kind.LOCAL_DIFFERS,
                        own.id,
                        OwnSweep.place(own, i),
                        List.of(
                                Numbers.brief(yours),
                                Numbers.brief(right),
                                trace.node(own.id).label(),
                                child)));
            }
        }
    }

    /** Whether a variable that is no operand holds the very number that an op seems to take. */
    private static boolean isForgotten(OwnNode own, @Nullable Object value) {
        if (!isNode(value) || own.children.stream().anyMatch(c -> c.object == value)) {
            return false;
        }
        var member = OwnMembers.of(java.util.Objects.requireNonNull(value)).value;
        var number = member == null ? null : OwnReader.number(member.of(value));
        return number != null && own.agree(number, own.guess().constant());
    }

    /** Whether another variable was computed from the root: its gradient then came from there. */
    private boolean isUsedElsewhere() {
        return variables.values().stream().anyMatch(value -> !byObject.containsKey(value) && leadsToRoot(value));
    }

    private boolean leadsToRoot(@Nullable Object value) {
        if (!isNode(value)) {
            return false;
        }
        try {
            return OwnReader.read(java.util.Objects.requireNonNull(value)).stream()
                    .anyMatch(n -> n.object == last().object);
        } catch (IllegalArgumentException e) {
            return false; // a graph that cannot be read
        }
    }
}
