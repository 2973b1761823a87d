package gradus.autograd;

import gradus.autograd.Trace.TraceNode;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The paths along which a variable reaches a result, with the product of the local gradients of each: the gradient is the
 * sum of these products over all paths (row 1.8), and reverse mode is a way to add them up without walking each of them.
 *
 * <pre>{@code
 * var a = new Var(2, "a");
 * var b = new Var(5, "b");
 * var f = a.mul(b).add(a.add(b)).named("f");
 * var paths = GradientPaths.of(f, a);
 * paths.count()                    // ⇒ 2
 * paths.paths().get(0).product()   // by way of a·b: 1 · 5 ⇒ 5.0
 * paths.sum()                      // 5 + 1 ⇒ 6.0
 * }</pre>
 *
 * @param trace the graph, whose numbers of nodes are used here
 * @param variable the number of the node at which the paths begin
 * @param count how many paths there are; there may be exponentially many
 * @param paths the first of them, at most {@value #MOST}, operands in order
 * @param edges every edge that some path runs along
 * @param sum Σ over all paths of the product along each: the gradient
 */
public record GradientPaths(
        Trace trace, int variable, BigInteger count, List<Path> paths, List<Edge> edges, double sum) {

    /** How many paths are listed. */
    public static final int MOST = 100;

    public GradientPaths {
        paths = List.copyOf(paths);
        edges = List.copyOf(edges);
    }

    /**
     * An edge from a node to one of its operands.
     *
     * @param local the local gradient along it
     */
    public record Edge(int node, int operandIndex, int operand, double local) {}

    /** One path, from the result to the variable. */
    public record Path(List<Edge> edges) {
        public Path {
            edges = List.copyOf(edges);
        }

        /** The product of the local gradients; 1 for the path without edges, from a variable to itself. */
        public double product() {
            return edges.stream().mapToDouble(Edge::local).reduce(1, (a, b) -> a * b);
        }
    }

    /**
     * The paths from x to f.
     *
     * @throws IllegalArgumentException if f is not computed from x, or a node between them is not a scalar
     */
    public static GradientPaths of(Node f, Node x) {
        var order = Sweep.order(f);
        int start = Arrays.asList(order).indexOf(x);
        if (start < 0) {
            throw notReached(f.describe(), x.describe());
        }
        var trace = Trace.forwardOf(f);
        return NoGrad.run(() -> new Search(trace, start, (z, i) -> local(order[z.id()], i)).run());
    }

    /**
     * The same in a trace.
     *
     * @param variable the number of a node
     * @throws IllegalArgumentException if the trace's last result is not computed from it, a node between them is not a
     *     scalar, or a local gradient is not known
     */
    public static GradientPaths of(Trace trace, int variable) {
        var locals = new LocalGradients(trace);
        return new Search(trace, variable, (z, i) -> {
                    var local = locals.of(z.id(), i);
                    if (local == null || local.number() == null) {
                        throw new IllegalArgumentException("paths: the local gradient of " + z.label()
                                + " towards operand " + (i + 1)
                                + " is not known: take the trace by Trace.of, with a sweep");
                    }
                    return local.number().element(0);
                })
                .run();
    }

    private static double local(Node z, int i) {
        var local = z.op() instanceof ArrayOp ? Sweep.contribution(z, i, new double[] {1}) : Elementwise.local(z, i);
        return local == null ? 0 : local[0];
    }

    private static IllegalArgumentException notReached(String f, String x) {
        return new IllegalArgumentException(f + " is not computed from " + x + ": there is no path between them");
    }

    /** One line a path, the product written out, and the sum of all. */
    @Override
    public String toString() {
        var lines = paths.stream()
                .map(path -> chain(path) + " = " + numbers(path))
                .collect(Collectors.toCollection(ArrayList::new));
        var left = count.subtract(BigInteger.valueOf(paths.size()));
        if (left.signum() > 0) {
            lines.add("… " + left + " more");
        }
        lines.add("Σ = " + Numbers.brief(sum));
        return String.join("\n", lines);
    }

    /** The chain of derivatives, {@code ∂f/∂v1 · ∂v1/∂a}. */
    public String chain(Path path) {
        return path.edges().isEmpty()
                ? "∂" + label(variable) + "/∂" + label(variable)
                : path.edges().stream()
                        .map(e -> "∂" + label(e.node()) + "/∂" + label(e.operand()))
                        .collect(Collectors.joining(" · "));
    }

    /** The product with its numbers, {@code 1 · 5 = 5}. */
    public static String numbers(Path path) {
        var product = Numbers.brief(path.product());
        return path.edges().size() < 2
                ? product
                : path.edges().stream().map(e -> Numbers.factor(e.local())).collect(Collectors.joining(" · ")) + " = "
                        + product;
    }

    private String label(int node) {
        return trace.node(node).label();
    }

    /** Where local gradients come from. */
    @FunctionalInterface
    private interface Locals {
        double of(TraceNode node, int operandIndex);
    }

    private static final class Search {

        private final Trace trace;
        private final int start;
        private final Locals locals;
        private final BigInteger[] counts;
        private final double[] sums;
        private final List<Edge> edges = new ArrayList<>();
        private final List<List<Edge>> below = new ArrayList<>();

        Search(Trace trace, int start, Locals locals) {
            this.trace = trace;
            this.start = start;
            this.locals = locals;
            counts = new BigInteger[trace.nodes().size()];
            sums = new double[counts.length];
        }

        GradientPaths run() {
            Arrays.fill(counts, BigInteger.ZERO);
            counts[start] = BigInteger.ONE;
            sums[start] = 1;
            var ahead = leadsToRoot();
            for (var node : trace.nodes()) {
                below.add(ahead[node.id()] ? edgesOf(node) : List.of());
            }
            if (counts[trace.root()].signum() == 0) {
                throw notReached(
                        trace.node(trace.root()).label(), trace.node(start).label());
            }
            return new GradientPaths(trace, start, counts[trace.root()], listed(), edges, sums[trace.root()]);
        }

        private boolean[] leadsToRoot() {
            var leads = new boolean[counts.length];
            leads[trace.root()] = true;
            for (int z = trace.root(); z >= 0; z--) {
                if (leads[z]) {
                    trace.node(z).operands().forEach(x -> leads[x] = true);
                }
            }
            return leads;
        }

        /** Operands come before results, so that what leads on from each operand is known when it is asked for. */
        private List<Edge> edgesOf(TraceNode z) {
            var found = new ArrayList<Edge>();
            if (z.id() == start) {
                return found;
            }
            for (int i = 0; i < z.operands().size(); i++) {
                int x = z.operands().get(i);
                if (counts[x].signum() > 0) {
                    requireScalar(z);
                    requireScalar(trace.node(x));
                    var edge = new Edge(z.id(), i, x, locals.of(z, i));
                    found.add(edge);
                    counts[z.id()] = counts[z.id()].add(counts[x]);
                    sums[z.id()] += edge.local() * sums[x];
                }
            }
            edges.addAll(found);
            return found;
        }

        private static void requireScalar(TraceNode node) {
            if (node.value().size() != 1) {
                throw new IllegalArgumentException("paths: " + node.label() + " has the shape "
                        + node.value().shape()
                        + ", and the product of local gradients along a path is a number only where all nodes are"
                        + " scalars. Take one element, or see Derivatives.jacobian");
            }
        }

        private List<Path> listed() {
            var found = new ArrayList<Path>();
            var waiting = new ArrayDeque<List<Edge>>();
            waiting.push(List.of());
            while (!waiting.isEmpty() && found.size() < MOST) {
                var way = waiting.pop();
                int at = way.isEmpty() ? trace.root() : way.get(way.size() - 1).operand();
                if (at == start) {
                    found.add(new Path(way));
                    continue;
                }
                // The first operand's paths come first: what is pushed last is taken first.
                var next = new ArrayList<>(below.get(at));
                Collections.reverse(next);
                next.forEach(edge -> waiting.push(extended(way, edge)));
            }
            return found;
        }

        private static List<Edge> extended(List<Edge> way, Edge edge) {
            return IntStream.rangeClosed(0, way.size())
                    .mapToObj(i -> i < way.size() ? way.get(i) : edge)
                    .toList();
        }
    }
}
