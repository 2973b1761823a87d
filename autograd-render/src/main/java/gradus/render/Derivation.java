package gradus.render;

import gradus.autograd.Node;
import gradus.autograd.Trace;
import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The chain rule written out from an output to its inputs: the forward pass, the adjoint of each node in bar notation, and
 * the derivative by each input as a product of local gradients, summed over all paths (rows 1.1 and 1.8 of the lectures).
 *
 * <pre>{@code
 * var x = new Var(3, "x");
 * var y = x.mul(2).named("y");
 * System.out.println(Derivation.of(y));
 * // y = x · 2 = 6
 * // ȳ = 1
 * // x̄ = ȳ · ∂y/∂x = ȳ · 2 = 1 · 2 = 2
 * // ∂y/∂x = 2
 * }</pre>
 *
 * <p>Scalars have all four forms; arrays have the vector–Jacobian products.
 */
public final class Derivation {

    /** More than anyone reads. */
    private static final int MOST_STEPS = 200;

    private static final int MOST_PATHS = 6;

    /** Fractions of one line. */
    private static final int MOST_FACTORS = 5;

    /** Rows of one formula: pages break between formulas. */
    private static final int ROWS = 10;

    private final Trace trace;
    private final List<Integer> targets;
    private final boolean[] onTheWay;

    private Derivation(Trace trace, List<Integer> targets) {
        this.trace = trace;
        this.targets = targets;
        onTheWay = new boolean[trace.nodes().size()];
        targets.forEach(id -> onTheWay[id] = true);
        for (var node : trace.nodes()) {
            onTheWay[node.id()] |= node.operands().stream().anyMatch(i -> onTheWay[i]);
        }
    }

    /**
     * The derivation from this node.
     *
     * @param to the names of the nodes to derive by, as pictures have them; all inputs if none is given
     * @throws IllegalArgumentException if the node is not computed from one of them, or if there are more than 200 steps
     * @throws IllegalStateException if the node is not a scalar, is computed from constants alone, or a value was changed
     *     after it was used
     */
    public static Derivation of(Node root, String... to) {
        var size = GraphSize.of(root);
        if (size.edges() > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "a derivation has up to " + MOST_STEPS + " steps, and this one would have " + size.edges()
                            + ": take a smaller example of it, or a part of it");
        }
        return of(Trace.of(root), to);
    }

    /** The same of a trace with its backward pass. */
    public static Derivation of(Trace trace, String... to) {
        return new Derivation(
                trace,
                to.length == 0
                        ? trace.nodes().stream()
                                .filter(n -> n.kind() == Kind.INPUT)
                                .map(TraceNode::id)
                                .toList()
                        : Arrays.stream(to).map(name -> find(trace, name)).toList());
    }

    private static int find(Trace trace, String name) {
        var takesGradient = Written.takesGradient(trace);
        return trace.nodes().stream()
                .filter(n -> takesGradient[n.id()] && n.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(trace.node(trace.root())
                                .label()
                        + " is not computed from " + name + ", or only by way of constants; it is computed from: "
                        + trace.nodes().stream()
                                .filter(n -> takesGradient[n.id()] && n.id() != trace.root())
                                .map(TraceNode::label)
                                .collect(Collectors.joining(", "))))
                .id();
    }

    /**
     * A line of the derivation: what is derived, and what it is equal to, step by step.
     *
     * @param wide whether each step needs a line of its own
     */
    private record Row(String what, List<String> equal, boolean wide) {}

    /** The forward pass, the adjoints, the derivatives. */
    private List<List<Row>> parts(Notation n) {
        var rows = new ArrayList<Row>();
        trace.forward()
                .forEach(step -> rows.add(new Row(
                        n.name(trace.node(step.node())),
                        distinct(List.of(
                                n.expression(step),
                                n.value(trace.node(step.node()).value()))),
                        false)));
        var root = trace.node(trace.root());
        var adjoints = new ArrayList<Row>();
        adjoints.add(new Row(n.bar(root), List.of(n.value(trace.seed())), false));
        for (int id = trace.root() - 1; id >= 0; id--) {
            if (onTheWay[id]) {
                var steps = into(id);
                if (!steps.isEmpty()) {
                    adjoints.add(adjoint(n, trace.node(id), steps));
                }
            }
        }
        var derivatives = new ArrayList<Row>();
        targets.forEach(id -> chain(n, trace.node(id), derivatives));
        return List.of(rows, adjoints, derivatives);
    }

    private List<BackwardStep> into(int id) {
        return trace.backward().stream().filter(step -> step.operand() == id).toList();
    }

    private Row adjoint(Notation n, TraceNode x, List<BackwardStep> steps) {
        var byName = new ArrayList<String>();
        var byFormula = new ArrayList<String>();
        var byNumber = new ArrayList<String>();
        for (var step : steps) {
            var z = trace.node(step.node());
            var local = step.local();
            if (local == null) {
                byName.add(n.product(step));
                byFormula.add(n.product(step));
                byNumber.add(n.value(step.contribution()));
            } else if (step.upstream().isScalar()) {
                byName.add(n.times(List.of(n.bar(z), n.partial(z, x, edge(step)))));
                byFormula.add(n.times(List.of(n.bar(z), n.local(step))));
                byNumber.add(n.times(List.of(n.factor(step.upstream().element(0)), n.factor(local.element(0)))));
            } else {
                boolean stretched = !x.value().shape().equals(z.value().shape());
                var named = n.timesElementwise(n.bar(z), n.partial(z, x, edge(step)));
                var written = n.timesElementwise(n.bar(z), n.local(step));
                byName.add(stretched ? n.summed(named) : named);
                byFormula.add(stretched ? n.summed(written) : written);
                byNumber.add(n.value(step.contribution()));
            }
        }
        var last = steps.get(steps.size() - 1).after();
        boolean shown = steps.size() == 1 || Latex.isShown(last);
        var equal = shown
                ? List.of(n.sum(byName), n.sum(byFormula), n.sum(byNumber), n.value(last))
                : List.of(n.sum(byName), n.sum(byFormula), n.value(last));
        return new Row(n.bar(x), distinct(equal), steps.size() > 1);
    }

    /** Which of several edges between two nodes this is, from 1; 0 if it is the only one. */
    private int edge(BackwardStep step) {
        var operands = trace.node(step.node()).operands();
        if (Collections.frequency(operands, step.operand()) < 2) {
            return 0;
        }
        return Collections.frequency(operands.subList(0, step.operandIndex() + 1), step.operand());
    }

    /** ∂z/∂x as a sum over paths of products of local gradients, where all of them are numbers and the paths are few. */
    private void chain(Notation n, TraceNode x, List<Row> rows) {
        var paths = paths(x.id());
        boolean scalars = paths.stream()
                .flatMap(List::stream)
                .allMatch(s -> s.local() != null && s.local().isScalar());
        if (paths.isEmpty() || paths.size() > MOST_PATHS || !scalars) {
            return;
        }
        var root = trace.node(trace.root());
        var byName = new ArrayList<String>();
        var byNumber = new ArrayList<String>();
        for (var path : paths) {
            byName.add(n.times(path.stream()
                    .map(s -> n.partial(trace.node(s.node()), trace.node(s.operand()), edge(s)))
                    .toList()));
            byNumber.add(n.times(path.stream()
                    .map(s ->
                            n.factor(java.util.Objects.requireNonNull(s.local()).element(0)))
                    .toList()));
        }
        var steps = into(x.id());
        var total = n.value(steps.get(steps.size() - 1).after());
        var what = n.partial(root, x, 0);
        var equal = distinct(List.of(n.sum(byName), n.sum(byNumber), total));
        int factors = paths.stream().mapToInt(List::size).sum();
        rows.add(new Row(
                what, equal.get(0).equals(what) ? equal.subList(1, equal.size()) : equal, factors > MOST_FACTORS));
    }

    /** All paths from the root to this node, but for those beyond {@link #MOST_PATHS} + 1. */
    private List<List<BackwardStep>> paths(int target) {
        var whole = new ArrayList<List<BackwardStep>>();
        var open = new java.util.ArrayDeque<List<BackwardStep>>();
        var out = trace.backward().stream().collect(Collectors.groupingBy(BackwardStep::node));
        var leads = leadsTo(target);
        open.push(List.of());
        while (!open.isEmpty() && whole.size() <= MOST_PATHS) {
            var path = open.pop();
            int at = path.isEmpty() ? trace.root() : path.get(path.size() - 1).operand();
            if (at == target) {
                whole.add(path);
                continue;
            }
            var next = new ArrayList<>(out.getOrDefault(at, List.of()));
            Collections.reverse(next);
            for (var step : next) {
                if (leads[step.operand()]) {
                    var longer = new ArrayList<>(path);
                    longer.add(step);
                    open.push(longer);
                }
            }
        }
        whole.removeIf(List::isEmpty);
        return whole;
    }

    private boolean[] leadsTo(int target) {
        var leads = new boolean[trace.nodes().size()];
        for (var node : trace.nodes()) {
            leads[node.id()] = node.id() == target || node.operands().stream().anyMatch(i -> leads[i]);
        }
        return leads;
    }

    /** Without what stands there already. */
    private static List<String> distinct(List<String> equal) {
        var kept = new ArrayList<String>();
        for (var each : equal) {
            if (kept.isEmpty() || !kept.get(kept.size() - 1).equals(each)) {
                kept.add(each);
            }
        }
        return kept;
    }

    /** Displayed formulas with aligned equals signs, for MathJax and for LaTeX with amsmath. */
    public String latex() {
        var formulas = new ArrayList<String>();
        for (var rows : parts(new Notation.Tex(trace))) {
            for (int from = 0; from < rows.size(); from += ROWS) {
                formulas.add(rows.subList(from, Math.min(rows.size(), from + ROWS)).stream()
                        .map(row -> row.what() + " &= " + String.join(row.wide() ? " \\\\\n&= " : " = ", row.equal()))
                        .collect(Collectors.joining(" \\\\\n", "$$\\begin{aligned}\n", "\n\\end{aligned}$$")));
            }
        }
        return String.join("\n\n", formulas);
    }

    /** The same as text, a line for each formula. */
    @Override
    public String toString() {
        return parts(new Notation.Text(trace)).stream()
                .flatMap(List::stream)
                .map(row -> row.what() + " = " + String.join(" = ", row.equal()))
                .collect(Collectors.joining("\n"));
    }
}
