package gradus.render;

import gradus.autograd.ArrayOp;
import gradus.autograd.BinaryOp;
import gradus.autograd.NaryOp;
import gradus.autograd.Node;
import gradus.autograd.Op;
import gradus.autograd.Shape;
import gradus.autograd.Tensor;
import gradus.autograd.Trace;
import gradus.autograd.UnaryOp;
import gradus.autograd.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Computations on which page and engine are compared: every op at its sample points and its edges, and whole graphs. */
final class PageCases {

    private static final double[] EDGES = {
        Double.NEGATIVE_INFINITY, -800, -1, -0.0, 0, 1e-300, 0.5, 1, 30, 800, Double.POSITIVE_INFINITY, Double.NaN
    };

    private final Random random = new Random(4);
    private final Map<String, Trace> cases = new LinkedHashMap<>();

    private PageCases() {}

    /** By what they are about. */
    static Map<String, Trace> all() {
        var all = new PageCases();
        for (var op : UnaryOp.values()) {
            all.unary(op);
        }
        for (var op : BinaryOp.values()) {
            all.binary(op);
        }
        for (var op : NaryOp.values()) {
            for (var x : op.samples()) {
                var operands = Arrays.stream(x).mapToObj(Var::new).toArray(Node[]::new);
                all.add(op + " of " + Arrays.toString(x), Replay.apply(op, new int[0], operands));
            }
            all.add(op + " of the same", Replay.apply(op, new int[0], twice(new Var(1.5))));
        }
        for (var op : Op.catalogue()) {
            if (op instanceof ArrayOp array) {
                all.array(array);
            }
        }
        for (var example : Examples.values()) {
            all.cases.put(example.name(), Trace.of(example.make()));
        }
        for (int seed = 0; seed < 30; seed++) {
            all.cases.put("random graph " + seed, Trace.of(RandomGraph.of(seed)));
        }
        return all.cases;
    }

    private static Node[] twice(Node x) {
        return new Node[] {x, x};
    }

    private void unary(UnaryOp op) {
        for (double x : op.samples()) {
            add(op + " at " + x, op.of(new Var(x)));
        }
        for (double x : EDGES) {
            add(op + " at the edge " + x, op.of(new Var(x)));
        }
        add(op + " of a matrix", op.of(Replay.leaf(new Shape(1, op.samples().length), true, op.samples())));
    }

    private void binary(BinaryOp op) {
        for (double[] x : op.samples()) {
            add(op + " at " + Arrays.toString(x), op.of(new Var(x[0]), new Var(x[1])));
        }
        for (double x : EDGES) {
            for (double y : EDGES) {
                add(op + " at the edge " + x + ", " + y, op.of(new Var(x), new Var(y)));
            }
        }
        var x = new Var(1.5);
        add(op + " of the same", op.of(x, x));
        add(op + " and a constant", op.of(x, new Var(2).requiresGrad(false)));
        int[][][] stretched = {
            {{2, 3}, {2, 3}},
            {{2, 3}, {3}},
            {{3}, {2, 3}},
            {{2, 1}, {1, 3}},
            {{2, 3}, {2, 1}},
            {{}, {2, 2}},
            {{2, 3, 2}, {1, 3, 1}},
            {{2, 1, 2}, {2, 3, 1}},
            {{1}, {2, 1}},
            {{0}, {}}
        };
        for (var shapes : stretched) {
            add(op + " of " + Arrays.deepToString(shapes), op.of(positive(shapes[0]), positive(shapes[1])));
        }
    }

    /** Inside every domain. */
    private Node positive(int... axes) {
        var shape = new Shape(axes);
        return Replay.leaf(shape, true, random.doubles(shape.size(), 0.2, 2).toArray());
    }

    private void array(ArrayOp op) {
        for (var sample : op.samples()) {
            array(op, sample.operands(), sample.settings());
        }
        if (op.samples().get(0).operands().get(0).equals(new Shape(5))) {
            // Along an axis that is empty, of one number, and where several are the largest.
            array(op, List.of(new Shape(2, 0)), 1, 0);
            array(op, List.of(new Shape(2, 1)), 1, 1);
            add(op + " with ties", op.of(new int[] {0, 0}, Tensor.of(new double[][] {{1, 2}, {1, 3}, {0, 3}})));
            add(op + " with ∞", op.of(new int[0], Tensor.of(1, Double.POSITIVE_INFINITY, 2)));
            add(op + " with NaN", op.of(new int[0], Tensor.of(1, Double.NaN, 2)));
        }
    }

    private void array(ArrayOp op, List<Shape> shapes, int... settings) {
        var operands = new ArrayList<Node>();
        shapes.forEach(shape -> operands.add(
                Replay.leaf(shape, true, random.doubles(shape.size(), -2, 2).toArray())));
        add(op + " of " + shapes + Arrays.toString(settings), op.of(settings, operands.toArray(Node[]::new)));
    }

    /** Each element of the result has another upstream gradient. */
    private void add(String name, Node z) {
        var kind = ((Enum<?>) java.util.Objects.requireNonNull(z.op()))
                .getDeclaringClass()
                .getSimpleName();
        var weights = Replay.leaf(
                z.shape(), false, random.doubles(z.shape().size(), -2, 2).toArray());
        var weighted = BinaryOp.MUL.of(z, weights);
        var root = weighted instanceof Tensor tensor ? tensor.sum() : weighted;
        if (cases.put(kind + "." + name, Trace.of(root)) != null) {
            throw new IllegalStateException("two cases are called " + name);
        }
    }
}
