package gradus.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A static graph by the names of its nodes: each is added with its parents, in any order (row 3.5).
 *
 * <pre>{@code
 * var g = new GraphDeclaration()
 *     .input("x1").input("x2").input("a")
 *     .node("s", BinaryOp.MUL, "a", "x2")
 *     .node("y", BinaryOp.ADD, "x1", "s")
 *     .node("z", BinaryOp.MUL, "y", "y");
 * g.forward(Map.of("x1", 1, "x2", 2, "a", 3)).value("z")   // ⇒ 49.0
 * g.backward("z", 1).get("x2")                             // ⇒ 42.0
 * }</pre>
 *
 * <p>The first run builds the graph, later ones run it again ({@link StaticGraph}); a run with inputs of other shapes
 * builds it anew.
 */
public final class GraphDeclaration {

    /** A node that was declared; no op for an input, and a value for a constant. */
    private record Declared(
            String name,
            @Nullable Op op,
            List<Integer> settings,
            List<String> parents,
            @Nullable Double constant) {}

    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, StaticGraph> graphs = new LinkedHashMap<>();

    /** A graph without nodes. */
    public GraphDeclaration() {}

    /** A value that each run is given: a number or a {@link Tensor}. */
    public GraphDeclaration input(String name) {
        return add(new Declared(name, null, List.of(), List.of(), null));
    }

    /** A number that is the same in each run, and takes no gradient. */
    public GraphDeclaration constant(String name, double value) {
        return add(new Declared(name, null, List.of(), List.of(), value));
    }

    /**
     * A node that is computed from its parents, which may be declared later.
     *
     * @throws IllegalArgumentException if the name is taken, or the op takes another number of operands
     */
    public GraphDeclaration node(String name, Op op, String... parents) {
        return node(name, op, Node.NONE, parents);
    }

    /** {@link #node(String, Op, String...)} with settings, such as an axis; see {@link ArrayOp}. */
    public GraphDeclaration node(String name, Op op, int[] settings, String... parents) {
        if (op.arity() != Op.VARIADIC && op.arity() != parents.length) {
            throw new IllegalArgumentException(name + ": " + op.id() + " takes " + op.arity()
                    + " operands, and was given " + parents.length + ": " + String.join(", ", parents));
        }
        return add(new Declared(name, op, Arrays.stream(settings).boxed().toList(), List.of(parents), null));
    }

    private GraphDeclaration add(Declared node) {
        if (declared.putIfAbsent(node.name, node) != null) {
            throw new IllegalArgumentException(node.name + " is declared twice");
        }
        nodes.clear();
        return this;
    }

    /**
     * Computes all nodes.
     *
     * @param inputs for each input a {@link Number} or a {@link Tensor}
     * @throws IllegalArgumentException if an input is missing or unknown, a parent is not declared, or the graph has a
     *     cycle, which is named
     */
    public GraphDeclaration forward(Map<String, ?> inputs) {
        check(inputs);
        if (nodes.isEmpty() || !hold(inputs)) {
            build(inputs);
        } else {
            graphs.values().forEach(StaticGraph::forward);
        }
        return this;
    }

    private void check(Map<String, ?> inputs) {
        for (var name : inputs.keySet()) {
            var node = declared.get(name);
            if (node == null || node.op != null || node.constant != null) {
                throw new IllegalArgumentException(
                        "forward: " + name + " is no input of this graph; its inputs are " + inputNames());
            }
        }
        for (var name : inputNames()) {
            if (!inputs.containsKey(name)) {
                throw new IllegalArgumentException("forward: the input " + name + " has no value");
            }
        }
    }

    private List<String> inputNames() {
        return declared.values().stream()
                .filter(d -> d.op == null && d.constant == null)
                .map(Declared::name)
                .toList();
    }

    /** Puts the values into the inputs; false if a shape is another one. */
    private boolean hold(Map<String, ?> inputs) {
        for (var name : inputNames()) {
            var node = node(name);
            var value = node(name, inputs.get(name));
            if (!node.shape().equals(value.shape())) {
                return false;
            }
            if (node instanceof Var scalar) {
                scalar.set(value.elements()[0]);
            } else {
                ((Tensor) node).set(value.elements());
            }
        }
        return true;
    }

    private static Node node(String name, @Nullable Object value) {
        if (value instanceof Number number) {
            return new Var(number.doubleValue(), name);
        }
        if (value instanceof Node given) {
            var copy = given.detach().requiresGrad(true);
            copy.nameIfUnnamed(name);
            return copy;
        }
        throw new IllegalArgumentException(
                "forward: the input " + name + " needs a number or a Tensor, and was given " + value);
    }

    private void build(Map<String, ?> inputs) {
        var built = new LinkedHashMap<String, Node>();
        for (var name : declared.keySet()) {
            build(name, inputs, built, new ArrayList<>());
        }
        graphs.clear();
        nodes = built;
        for (var name : outputs()) {
            var graph = StaticGraph.of(node(name));
            graph.forward();
            graphs.put(name, graph);
        }
    }

    /** The nodes that are nobody's parents. */
    private List<String> outputs() {
        var parents =
                declared.values().stream().flatMap(d -> d.parents.stream()).toList();
        return declared.keySet().stream()
                .filter(name -> !parents.contains(name))
                .toList();
    }

    private Node build(String name, Map<String, ?> inputs, Map<String, Node> built, List<String> path) {
        var done = built.get(name);
        if (done != null) {
            return done;
        }
        var node = declared.get(name);
        if (node == null) {
            throw new IllegalArgumentException(
                    path.get(path.size() - 1) + " has the parent " + name + ", which is not declared");
        }
        int seen = path.indexOf(name);
        path.add(name);
        if (seen >= 0) {
            throw new IllegalArgumentException("a graph has no cycles, and here is one: "
                    + String.join(" ← ", path.subList(seen, path.size())) + " (each is computed from the next)");
        }
        var parents = node.parents.stream()
                .map(parent -> build(parent, inputs, built, path))
                .toArray(Node[]::new);
        path.remove(path.size() - 1);
        var result = make(node, inputs, parents);
        built.put(name, result);
        return result;
    }

    private static Node make(Declared node, Map<String, ?> inputs, Node... parents) {
        var settings = node.settings.stream().mapToInt(i -> i).toArray();
        Node made;
        if (node.constant != null) {
            return Var.constant(node.constant);
        } else if (node.op instanceof UnaryOp op) {
            made = op.of(parents[0]);
        } else if (node.op instanceof BinaryOp op) {
            made = op.of(parents[0], parents[1]);
        } else if (node.op instanceof NaryOp op) {
            made = NaryVar.apply(op, Arrays.copyOf(parents, parents.length, Var[].class));
        } else if (node.op instanceof ArrayOp op) {
            made = op.of(settings, parents);
        } else {
            return node(node.name, inputs.get(node.name));
        }
        made.nameIfUnnamed(node.name);
        return made;
    }

    private Node node(String name) {
        var node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException(
                    declared.containsKey(name) ? "call forward(…) first" : name + " is no node of this graph");
        }
        return node;
    }

    private StaticGraph graphOf(String name) {
        var node = node(name);
        return graphs.values().stream()
                .filter(graph -> graph.holds(node))
                .findFirst()
                .orElseThrow();
    }

    /** The value of a scalar node in the last run; {@link #valueOf} for any shape. */
    public double value(String name) {
        return valueOf(name).element(0);
    }

    /** The value of a node in the last run. */
    public Value valueOf(String name) {
        return graphOf(name).value(node(name));
    }

    /**
     * Carries the gradient of an output back to all nodes, starting from an upstream gradient in each of its elements.
     *
     * @param output a node that is no parent
     * @return by name the adjoint of each node that leads to the output, for a scalar node as its number
     */
    public Map<String, Object> backward(String output, double upstream) {
        var graph = graphs.get(output);
        if (graph == null) {
            throw new IllegalArgumentException("backward: " + output + " is no output of this graph; its outputs are "
                    + outputs() + (nodes.isEmpty() ? "; call forward(…) first" : ""));
        }
        var root = node(output);
        graph.backward(
                root instanceof Var
                        ? Tensor.constant(Shape.SCALAR, new double[] {upstream})
                        : Tensor.full(upstream, root.shape().axes()).detach());
        var adjoints = new LinkedHashMap<String, Object>();
        nodes.forEach((name, node) -> {
            if (graph.holds(node) && node.requiresGrad()) {
                var adjoint = graph.adjoint(node);
                adjoints.put(name, node instanceof Var ? (Object) adjoint.element(0) : adjoint);
            }
        });
        return adjoints;
    }
}
