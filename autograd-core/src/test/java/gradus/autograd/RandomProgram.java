package gradus.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes programs of up to 200 lines by chance, the same for the same seed: scalars and arrays, every op of the catalogue.
 * Values stay below {@link #LARGE}, away from kinks and poles, and gradients below {@link #STEEP}, so that differences
 * can tell.
 */
final class RandomProgram {

    static final int MOST_LINES = 200;

    private static final double LARGE = 3;
    private static final double STEEP = 300;
    private static final double MARGIN = 0.02;
    private static final int MOST_ELEMENTS = 24;
    private static final List<Op> CATALOGUE = Op.catalogue();

    private final Random random;
    private final List<Program.Line> lines = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> unused = new ArrayList<>();

    private RandomProgram(long seed) {
        random = new Random(seed);
    }

    static Program of(long seed) {
        for (int attempt = 0; ; attempt++) {
            var program = new RandomProgram(1000 * seed + attempt).write();
            var nodes = program.run();
            nodes.get(nodes.size() - 1).backward();
            if (program.inputs().stream().allMatch(i -> largest(nodes.get(i).gradElements()) < STEEP)) {
                return program;
            }
        }
    }

    private Program write() {
        int target = 8 + random.nextInt(MOST_LINES - 24);
        input(Shape.SCALAR);
        input(Shape.SCALAR);
        input(new Shape(2 + random.nextInt(2)));
        input(new Shape(2 + random.nextInt(2), 2 + random.nextInt(3)));
        while (lines.size() + closing() < target) {
            step(CATALOGUE.get(random.nextInt(CATALOGUE.size())));
        }
        close();
        return new Program(lines);
    }

    /** How many lines {@link #close} needs. */
    private int closing() {
        return 1
                + 3
                        * (int) unused.stream()
                                .filter(i -> nodes.get(i) instanceof Tensor)
                                .count();
    }

    /** One number to which every line contributes, each element in its own measure. */
    private void close() {
        var terms = new ArrayList<Integer>();
        for (int i : List.copyOf(unused)) {
            if (nodes.get(i) instanceof Tensor) {
                int weighted =
                        write(BinaryOp.MUL, new int[0], i, leaf(nodes.get(i).shape(), false));
                terms.add(write(ReduceOp.SUM, new int[0], weighted));
            } else {
                terms.add(i);
            }
        }
        write(NaryOp.SUM, new int[0], terms.stream().mapToInt(i -> i).toArray());
    }

    private void step(Op op) {
        if (op instanceof UnaryOp unary) {
            keep(write(unary, new int[0], inDomain(unary, any(x -> true))));
        } else if (op instanceof BinaryOp binary) {
            binary(binary);
        } else if (op instanceof NaryOp nary) {
            int n = 1 + random.nextInt(4);
            keep(write(
                    nary,
                    new int[0],
                    IntStream.range(0, n).map(i -> any(Var.class::isInstance)).toArray()));
        } else if (op == MatrixOp.MATMUL) {
            matmul();
        } else {
            array((ArrayOp) op);
        }
    }

    private void binary(BinaryOp op) {
        int x = any(n -> true);
        var shape = nodes.get(x).shape();
        int y = any(n -> {
            var z = shape.broadcast(n.shape());
            return z != null && z.size() <= MOST_ELEMENTS;
        });
        if (random.nextBoolean()) {
            int swapped = x;
            x = y;
            y = swapped;
        }
        if (op == BinaryOp.DIV) {
            y = positive(y);
        } else if (op == BinaryOp.POW) {
            x = positive(x);
        }
        keep(write(op, new int[0], x, y));
    }

    private void matmul() {
        int x = any(n -> n.shape().rank() >= 1);
        var a = nodes.get(x).shape();
        boolean xT = a.rank() >= 2 && random.nextInt(3) == 0;
        int k = a.axis(a.rank() == 1 ? 0 : a.rank() - (xT ? 2 : 1));
        int n = 1 + random.nextInt(3);
        boolean yT = random.nextInt(3) == 0;
        var matrix = yT ? new Shape(n, k) : new Shape(k, n);
        var y = switch (random.nextInt(3)) {
            case 0 -> new Shape(k);
            case 1 -> matrix;
            default -> batch(a, matrix);
        };
        yT &= y.rank() > 1;
        int partner = ofShape(y);
        var settings = xT || yT ? new int[] {xT ? 1 : 0, yT ? 1 : 0} : new int[0];
        keep(write(MatrixOp.MATMUL, settings, x, partner));
    }

    /** The matrix, with the axes before the last two of the other factor, or some if that has none. */
    private static Shape batch(Shape other, Shape matrix) {
        var shape = other.rank() > 2 ? matrix : matrix.inserted(0, 2);
        for (int i = other.rank() - 3; i >= 0; i--) {
            shape = shape.inserted(0, other.axis(i));
        }
        return shape;
    }

    private void array(ArrayOp op) {
        int x = any(n -> n.shape().rank() >= (op == MatrixOp.TRANSPOSE ? 2 : 1));
        var shape = nodes.get(x).shape();
        int axis = random.nextInt(shape.rank());
        int[] others = {};
        int[] settings;
        if (op instanceof ReduceOp) {
            settings = random.nextInt(3) == 0 ? new int[0] : new int[] {axis, random.nextInt(2)};
        } else if (op instanceof SoftmaxOp) {
            settings = new int[] {axis};
        } else if (op == MatrixOp.TRANSPOSE) {
            settings = random.nextBoolean() ? new int[0] : permutation(shape.rank());
        } else {
            switch ((LayoutOp) op) {
                case RESHAPE -> {
                    int first = IntStream.rangeClosed(1, shape.size())
                            .filter(i -> shape.size() % i == 0)
                            .boxed()
                            .toList()
                            .get(random.nextInt(2) == 0 ? 0 : shape.size() > 1 ? 1 : 0);
                    settings = new int[] {first, shape.size() / first};
                }
                case BROADCAST -> {
                    settings = shape.inserted(0, 2).axes();
                    for (int i = 1; i < settings.length; i++) {
                        settings[i] = settings[i] == 1 ? 1 + random.nextInt(3) : settings[i];
                    }
                }
                case SUM_TO -> {
                    settings = shape.axes();
                    settings[axis] = 1;
                    settings = settings[0] == 1 && random.nextBoolean()
                            ? Arrays.copyOfRange(settings, 1, settings.length)
                            : settings;
                }
                case SLICE -> settings = bounds(shape);
                case EMBED -> {
                    var bounds = bounds(shape);
                    // The slice of some larger shape that has the shape of x: each axis from 1, by 1 or 2.
                    settings = new int[4 * shape.rank()];
                    for (int i = 0; i < shape.rank(); i++) {
                        int by = 1 + random.nextInt(2);
                        bounds[3 * i] = 1;
                        bounds[3 * i + 1] = 1 + (shape.axis(i) - 1) * by + 1;
                        bounds[3 * i + 2] = by;
                        settings[i] = bounds[3 * i + 1] + random.nextInt(2);
                    }
                    System.arraycopy(bounds, 0, settings, shape.rank(), bounds.length);
                }
                case ELEMENT ->
                    settings = Arrays.stream(shape.axes()).map(random::nextInt).toArray();
                case SELECT -> settings = numbers(new int[] {axis}, 1 + random.nextInt(4), shape.axis(axis));
                case SCATTER -> settings = numbers(new int[] {4, axis}, shape.axis(axis), 4);
                case CONCAT -> {
                    settings = new int[] {axis};
                    others = new int[] {ofShape(shape.with(axis, 1 + random.nextInt(2)))};
                }
                default -> {
                    boolean scalars = random.nextBoolean();
                    x = scalars ? any(Var.class::isInstance) : x;
                    var same = nodes.get(x).shape();
                    settings = new int[] {random.nextInt(same.rank() + 1)};
                    others = new int[] {ofShape(same), ofShape(same)};
                }
            }
        }
        var operands = IntStream.concat(IntStream.of(x), Arrays.stream(others)).toArray();
        keep(write(op, settings, operands));
    }

    private int[] bounds(Shape shape) {
        var bounds = new int[3 * shape.rank()];
        for (int i = 0; i < shape.rank(); i++) {
            int n = shape.axis(i);
            int from = random.nextInt(n);
            boolean back = random.nextInt(4) == 0;
            bounds[3 * i] = back ? n - 1 - from : from;
            bounds[3 * i + 1] = back ? -1 : n;
            bounds[3 * i + 2] = (back ? -1 : 1) * (1 + random.nextInt(2));
        }
        return bounds;
    }

    private int[] numbers(int[] first, int n, int below) {
        return IntStream.concat(Arrays.stream(first), IntStream.range(0, n).map(i -> random.nextInt(below)))
                .toArray();
    }

    private int[] permutation(int n) {
        var order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        java.util.Collections.shuffle(order, random);
        return order.stream().mapToInt(i -> i).toArray();
    }

    /** A line of this kind: rather one that nothing uses yet, so that the graph hangs together. */
    private int any(Predicate<Node> kind) {
        var fresh = unused.stream().filter(i -> kind.test(nodes.get(i))).toList();
        if (!fresh.isEmpty() && random.nextInt(3) > 0) {
            return fresh.get(random.nextInt(fresh.size()));
        }
        var all = IntStream.range(0, nodes.size())
                .filter(i -> nodes.get(i).requiresGrad() && kind.test(nodes.get(i)))
                .toArray();
        return all[random.nextInt(all.length)];
    }

    /** A line of this shape, a new input if there is none; −1 if it would be too large. */
    private int ofShape(Shape shape) {
        var all = IntStream.range(0, nodes.size())
                .filter(i -> nodes.get(i).requiresGrad() && nodes.get(i).shape().equals(shape))
                .toArray();
        if (shape.size() > MOST_ELEMENTS) {
            return -1;
        }
        return all.length > 0 ? all[random.nextInt(all.length)] : input(shape);
    }

    private int input(Shape shape) {
        int i = leaf(shape, true);
        unused.add(i);
        return i;
    }

    private int leaf(Shape shape, boolean isInput) {
        var elements = random.doubles(shape.size(), -1.5, 1.5).toArray();
        return leaf(shape, isInput, elements);
    }

    private int leaf(Shape shape, boolean isInput, double... elements) {
        lines.add(new Program.Leaf(shape, Arrays.stream(elements).boxed().toList(), isInput));
        nodes.add(Program.leaf(shape, isInput, elements));
        return nodes.size() - 1;
    }

    /** Appends the step; −1 if an operand is missing, or lies near a kink, or there would be too many elements or axes. */
    private int write(Op op, int[] settings, int... operands) {
        if (Arrays.stream(operands).anyMatch(i -> i < 0)) {
            return -1;
        }
        var step = new Program.Step(
                op,
                Arrays.stream(settings).boxed().toList(),
                Arrays.stream(operands).boxed().toList());
        var z = step.run(nodes);
        if (z.shape().size() > MOST_ELEMENTS || z.shape().rank() > 4 || nearKink(z)) {
            return -1;
        }
        lines.add(step);
        nodes.add(z);
        for (int i : operands) {
            unused.remove((Integer) i);
        }
        unused.add(nodes.size() - 1);
        return nodes.size() - 1;
    }

    /** Brings what is too large back into the range. */
    private void keep(int line) {
        if (line >= 0 && largest(nodes.get(line).elements()) > LARGE) {
            if (random.nextBoolean()) {
                write(UnaryOp.TANH, new int[0], line);
            } else {
                double scale = 1 / largest(nodes.get(line).elements());
                write(BinaryOp.MUL, new int[0], line, leaf(Shape.SCALAR, false, scale));
            }
        }
    }

    private int inDomain(UnaryOp op, int x) {
        return switch (op) {
            case INV, LOG, SQRT -> positive(x);
            case TAN -> write(UnaryOp.TANH, new int[0], x);
            default -> x;
        };
    }

    /** σ(x) + ½: between ½ and 1½. */
    private int positive(int x) {
        int squashed = write(UnaryOp.SIGMOID, new int[0], x);
        return write(BinaryOp.ADD, new int[0], squashed, leaf(Shape.SCALAR, false, 0.5));
    }

    static double largest(double[] elements) {
        return Arrays.stream(elements).map(Math::abs).max().orElse(0);
    }

    private static boolean nearKink(Node z) {
        @Nullable Op op = z.op();
        if (op == UnaryOp.RELU || op == UnaryOp.ABS) {
            return smallest(z.operand(0).elements()) < MARGIN;
        }
        if (op == BinaryOp.MAX || op == BinaryOp.MIN) {
            return smallest(BinaryOp.SUB.of(z.operand(0), z.operand(1)).elements()) < MARGIN;
        }
        if (op == ReduceOp.MAX || op == ReduceOp.MIN) {
            var x = z.operand(0).elements();
            var axis = Axis.of(z.operand(0).shape(), z.settings());
            var near = new boolean[1];
            axis.forEachLine((i, from) -> {
                long close = IntStream.range(0, axis.n())
                        .filter(j -> Math.abs(x[from + j * axis.inner()] - z.elements()[i]) < MARGIN)
                        .count();
                near[0] |= close != 1;
            });
            return near[0];
        }
        return false;
    }

    private static double smallest(double[] elements) {
        return Arrays.stream(elements).map(Math::abs).min().orElse(1);
    }
}
