package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How many nodes a naive recursion visits, and how many a sweep in topological order (row 1.9). */
public final class VisitCount extends Exercise {

    /** Recursion still ends up to here. */
    private static final int MOST_RUNGS = 20;

    private static final int HIGH = 60;

    /** What is declared besides the nodes that lead to the result. */
    private static final int UNUSED = 3;

    private enum Kind {
        LADDER("a ladder of %d doublings", i -> new int[] {i - 1, i - 1}),
        CHAIN("a chain of %d steps", i -> new int[] {i - 1}),
        /** Two inputs: else the nodes that are no inputs would be as many as those that are not the result. */
        FIBONACCI(
                "two inputs, and nodes up to number %d, each of which uses the two before",
                i -> i == 1 ? new int[] {} : new int[] {i - 1, i - 2}),
        /** Into the first operand alone, a recursion comes to the end at once. */
        COMB("%d steps, each of which uses the input and the one before", i -> new int[] {0, i - 1}),
        UNUSED("%d nodes, of which the result uses every second one", i -> i < 2 ? new int[] {} : new int[] {i - 2});

        private final String words;
        private final Function<Integer, int[]> operands;

        Kind(String words, Function<Integer, int[]> operands) {
            this.words = words;
            this.operands = operands;
        }
    }

    VisitCount() {
        super(
                "visits",
                "why recursion explodes",
                """
                long recursiveVisits(int[][] operands)
                long orderedVisits(int[][] operands)
                """,
                "in -> { var graph = gradus.kernel.exercise.VisitCount.graph(in); return new double[] {" + " in[1] > "
                        + MOST_RUNGS + " ? 0 : recursiveVisits(graph), orderedVisits(graph)}; }",
                "graph n",
                "recursive ordered");
    }

    /** The operands of each node, by their numbers; the result is the last node. */
    public static int[][] graph(double... in) {
        Kind kind = Kind.values()[(int) in[0]];
        return IntStream.rangeClosed(0, (int) in[1])
                .mapToObj(i -> i == 0 ? new int[] {} : kind.operands.apply(i))
                .toArray(int[][]::new);
    }

    @Override
    List<double[]> cases(Random random) {
        return List.of(
                numbers(0, 3),
                numbers(1, 5),
                numbers(2, 6 + random.nextInt(4)),
                numbers(3, 4 + random.nextInt(4)),
                numbers(4, 8),
                numbers(0, 14 + random.nextInt(3)),
                numbers(0, HIGH));
    }

    @Override
    String told(double... in) {
        int[][] graph = graph(in);
        String nodes = graph.length > 2 * UNUSED + 2 ? "" : " " + Arrays.deepToString(graph);
        return String.format(Kind.values()[(int) in[0]].words, (int) in[1])
                + nodes
                + (in[1] > MOST_RUNGS ? " (orderedVisits alone)" : "");
    }

    /** Visits of a recursion that goes from a node to some of its operands. */
    private static double visits(int[][] graph, Function<int[], int[]> goesTo, ToDoubleFunction<int[]> counts) {
        var visits = new double[graph.length];
        for (int i = 0; i < graph.length; i++) {
            visits[i] = counts.applyAsDouble(graph[i])
                    + Arrays.stream(goesTo.apply(graph[i]))
                            .mapToDouble(each -> visits[each])
                            .sum();
        }
        return visits[graph.length - 1];
    }

    private static double all(int[][] graph) {
        return visits(graph, each -> each, each -> 1);
    }

    private static boolean[] reached(int[][] graph) {
        var reached = new boolean[graph.length];
        reached[graph.length - 1] = true;
        for (int i = graph.length - 1; i >= 0; i--) {
            for (int each : reached[i] ? graph[i] : new int[0]) {
                reached[each] = true;
            }
        }
        return reached;
    }

    /** The sum over the nodes that lead to the result. */
    private static double overReached(int[][] graph, ToDoubleFunction<int[]> counts) {
        boolean[] reached = reached(graph);
        return IntStream.range(0, graph.length)
                .filter(i -> reached[i])
                .mapToDouble(i -> counts.applyAsDouble(graph[i]))
                .sum();
    }

    private static double[] both(double[] in, ToDoubleFunction<int[][]> recursive, ToDoubleFunction<int[][]> ordered) {
        int[][] graph = graph(in);
        return numbers(in[1] > MOST_RUNGS ? 0 : recursive.applyAsDouble(graph), ordered.applyAsDouble(graph));
    }

    private static double nodes(int[][] graph) {
        return overReached(graph, each -> 1);
    }

    @Override
    double[] right(double... in) {
        return both(in, VisitCount::all, VisitCount::nodes);
    }

    private static Slip recursive(String detail, ToDoubleFunction<int[][]> wrong) {
        return Slip.of(MistakeKind.FORMULA, in -> both(in, wrong, VisitCount::nodes), detail);
    }

    private static Slip ordered(String detail, ToDoubleFunction<int[][]> wrong) {
        return Slip.of(MistakeKind.FORMULA, in -> both(in, VisitCount::all, wrong), detail);
    }

    @Override
    List<Slip> slips() {
        return List.of(
                recursive(
                        "each node once: the recursion remembers nothing, and comes again over every path",
                        VisitCount::nodes),
                recursive("visits without that of the result, where it begins", graph -> all(graph) - 1),
                recursive(
                        "the number of paths, which are the visits of inputs: nodes between are visited too",
                        graph -> visits(graph, each -> each, each -> each.length == 0 ? 1 : 0)),
                recursive(
                        "the visits of nodes that have operands: an input is visited too",
                        graph -> visits(graph, each -> each, each -> each.length == 0 ? 0 : 1)),
                recursive(
                        "a recursion into the first operand alone",
                        graph -> visits(graph, each -> Arrays.copyOf(each, Math.min(1, each.length)), each -> 1)),
                recursive(
                        "an operand that stands twice, as in x + x, counted once: both edges lead there",
                        graph -> visits(
                                graph, each -> Arrays.stream(each).distinct().toArray(), each -> 1)),
                recursive("the number of operands", graph -> overReached(graph, each -> each.length)),
                ordered("as many as by recursion: in topological order each node is visited once", VisitCount::all),
                ordered("all nodes, also those that do not lead to the result", graph -> graph.length),
                ordered("visits without that of the result, where the sweep begins", graph -> nodes(graph) - 1),
                ordered(
                        "the nodes that have operands: an input is visited too",
                        graph -> overReached(graph, each -> each.length == 0 ? 0 : 1)),
                ordered(
                        "the number of edges: a node that is used twice is visited once",
                        graph -> overReached(graph, each -> each.length)));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Draw the ladder {{}, {0, 0}, {1, 1}}. Over how many paths does one come from node 2 to node 0?",
                "By recursion: a visit of a node is 1, and the visits of each of its operands, one after the other.",
                "In order: which nodes lead to the result at all? Each of them counts 1, however often it is used.",
                "Walk from the last node to the first with an array of marks: the last is marked; a marked node counts, and marks its operands.");
    }
}
