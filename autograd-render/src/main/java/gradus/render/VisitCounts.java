package gradus.render;

import gradus.autograd.Backward;
import gradus.autograd.Backward.Visits;
import gradus.autograd.Node;
import gradus.autograd.Numbers;
import gradus.autograd.Var;
import gradus.render.chart.Curve;
import gradus.render.chart.Hue;
import gradus.render.chart.Letter;
import gradus.render.chart.Letter.Anchor;
import gradus.render.chart.Look;
import gradus.render.chart.Scale;
import gradus.render.chart.Sketch;
import gradus.render.chart.XyChart;
import gradus.render.layout.Digraph;
import gradus.render.layout.LayeredLayout;
import gradus.render.layout.Layout;
import gradus.render.scene.Glyphs;
import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Three ways to go back through a graph, compared by how often they visit each node (row 1.9): the recursion of the
 * lectures, the same with a set of visited nodes, and the reverse topological order.
 *
 * <pre>{@code
 * var x = new Var(1, "x");
 * var y = x.add(x);
 * var z = y.mul(y).named("z");
 * VisitCounts.of(z)
 * }</pre>
 *
 * @see Backward
 */
public final class VisitCounts {

    /** Larger graphs are told and not drawn. */
    private static final int DRAWN = 60;

    /** The recursion is not run where it would make more visits than these. */
    private static final double MOST = 1e7;

    private static final List<Backward> WAYS = List.of(Backward.values());

    private static final double BOX = 108;
    private static final double LINE = 20;
    private static final double HEIGHT = 4 * LINE + 12;
    private static final double TOP = 78;

    private VisitCounts() {}

    /**
     * The graph with the three counts on each node, from which a gradient that is wrong is told too.
     *
     * @throws IllegalArgumentException if the graph has more than 60 nodes, or more than 10⁷ paths
     * @throws IllegalStateException if the graph holds a Tensor
     */
    public static Picture of(Var root) {
        var order = order(root);
        if (order.size() > DRAWN) {
            throw new IllegalArgumentException("the graph of " + root.describe() + " has " + order.size()
                    + " nodes, and up to " + DRAWN + " are drawn with their visits. Give a smaller one, or call"
                    + " Backward.RECURSIVE.run(…).total()");
        }
        double paths = paths(root, order);
        if (paths > MOST) {
            throw new IllegalArgumentException("the recursion would visit the nodes of " + root.describe() + " "
                    + Numbers.brief(paths, 3) + " times, more than a class wants to wait for. Give a smaller graph");
        }
        return new GraphOfVisits(root, order).figure();
    }

    /**
     * Visits against n for a ladder of n doublings x₁ = x₀ + x₀, x₂ = x₁ + x₁, …, on a log axis: 2ⁿ visits of x₀ against one.
     *
     * @param n how many doublings at most, 1 to 20
     * @throws IllegalArgumentException if n is out of range
     */
    public static Picture ladder(int n) {
        if (n < 1 || n > 20) {
            throw new IllegalArgumentException("the ladder is climbed with 1 to 20 doublings, since the recursion takes"
                    + " 2ⁿ visits; and " + n + " were asked for");
        }
        var x = new double[n];
        var counts = new double[WAYS.size()][n];
        var rows = new ArrayList<List<String>>();
        Var top = new Var(1);
        for (int i = 0; i < n; i++) {
            top = top.add(top);
            x[i] = i + 1;
            var row = new ArrayList<String>(List.of(Integer.toString(i + 1)));
            for (var way : WAYS) {
                long total = way.run(top).total();
                counts[WAYS.indexOf(way)][i] = total;
                row.add(Long.toString(total));
            }
            rows.add(row);
        }
        var chart = new XyChart(
                Words.of("visits.ladder"),
                Scale.around(Words.of("visits.n"), false, x),
                Scale.around(Words.of("visits.total"), true, counts));
        var header = new ArrayList<String>(List.of("n"));
        for (var way : WAYS) {
            chart.add(
                    new Curve(name(way), x, counts[WAYS.indexOf(way)], Look.of(WAYS.indexOf(way)), Curve.Parts.STEPS));
            header.add(name(way));
        }
        var sketch = new Sketch();
        chart.draw(sketch, 0, 0, 820, 450);
        var table = new NumberTable(Words.of("visits.total"), header, rows);
        return new Figure(sketch.drawing(820, 450, Words.of("visits.ladder")), List.of(), List.of(table));
    }

    static String name(Backward way) {
        return switch (way) {
            case RECURSIVE -> Words.of("visits.recursive");
            case DEPTH_FIRST -> Words.of("visits.once");
            case TOPOLOGICAL -> Words.of("visits.topological");
        };
    }

    /** Results before operands; without recursion. */
    private static List<Var> order(Var root) {
        var trace = new ArrayList<Var>();
        var met = Collections.<Node>newSetFromMap(new IdentityHashMap<>());
        var done = Collections.<Node>newSetFromMap(new IdentityHashMap<>());
        var todo = new ArrayDeque<Node>(List.of(root));
        while (!todo.isEmpty()) {
            var node = todo.peek();
            if (!(node instanceof Var scalar)) {
                throw new IllegalStateException(root.describe() + " is computed from the array " + node.describe()
                        + "; visits are counted in graphs of Var alone, where each edge has one number");
            }
            if (met.add(node)) {
                node.operands().stream().filter(x -> !met.contains(x)).forEach(todo::push);
                continue;
            }
            todo.pop();
            if (done.add(node)) {
                trace.add(scalar);
            }
        }
        return trace;
    }

    /** How many paths lead from the root to all nodes together: what the recursion visits. */
    private static double paths(Var root, List<Var> order) {
        var paths = new IdentityHashMap<Node, Double>();
        paths.put(root, 1.0);
        double total = 0;
        for (int i = order.size() - 1; i >= 0; i--) {
            double here = paths.getOrDefault(order.get(i), 0.0);
            total += here;
            for (var operand : order.get(i).operands()) {
                if (operand.requiresGrad()) {
                    paths.merge(operand, here, Double::sum);
                }
            }
        }
        return total;
    }

    /** The drawing. */
    private record GraphOfVisits(Var root, List<Var> order, List<Visits> visits) {

        GraphOfVisits(Var root, List<Var> order) {
            this(root, order, new ArrayList<>());
            for (var way : WAYS) {
                visits.add(way.run(root));
            }
        }

        Figure figure() {
            var layout = layout();
            var sketch = new Sketch();
            double width = Math.max(layout.width() + 32, 640);
            var title = Words.of("visits.title", root.name() == null ? label(root) : Glyphs.shorten(root.name(), 40));
            sketch.write(title, 16, 28, Letter.bold(17, Anchor.START), Hue.INK.light());
            legend(sketch);
            for (var route : layout.routes()) {
                arrow(sketch, route);
            }
            for (int i = 0; i < order.size(); i++) {
                box(
                        sketch,
                        order.get(i),
                        16 + layout.centres().get(i).x(),
                        TOP + layout.centres().get(i).y());
            }
            var drawing = sketch.drawing(width, TOP + layout.height() + 16, title);
            return new Figure(drawing, notes(), List.of(table()));
        }

        private void legend(Sketch sketch) {
            double x = 16;
            for (var way : WAYS) {
                var text = sign(way) + " " + name(way) + ": "
                        + visits.get(WAYS.indexOf(way)).total();
                sketch.write(
                        text,
                        x,
                        54,
                        Letter.plain(15, Anchor.START),
                        Look.of(WAYS.indexOf(way)).colour());
                x += Letter.plain(15, Anchor.START).width(text) + 24;
            }
        }

        private static String sign(Backward way) {
            return List.of("●", "■", "▲").get(WAYS.indexOf(way));
        }

        private Layout layout() {
            var number = new IdentityHashMap<Node, Integer>();
            var sizes = new ArrayList<Digraph.Size>();
            var edges = new ArrayList<Digraph.Edge>();
            for (var node : order) {
                number.put(node, sizes.size());
                sizes.add(new Digraph.Size(BOX, HEIGHT / 2, HEIGHT / 2, BOX));
                var operands = node.operands();
                for (int i = 0; i < operands.size(); i++) {
                    double port = (i - (operands.size() - 1) / 2.0) * 18;
                    edges.add(new Digraph.Edge(
                            java.util.Objects.requireNonNull(number.get(operands.get(i))), sizes.size() - 1, port));
                }
            }
            return LayeredLayout.of(new Digraph(sizes, edges));
        }

        private static void arrow(Sketch sketch, Layout.Route route) {
            var path = new Path2D.Double();
            var points = route.points();
            path.moveTo(16 + points.get(0).x(), TOP + points.get(0).y());
            for (int i = 1; i < points.size(); i++) {
                var a = points.get(i - 1);
                var b = points.get(i);
                double middle = (a.x() + b.x()) / 2;
                if (i % 2 == 1) {
                    path.lineTo(16 + b.x(), TOP + b.y());
                } else {
                    path.curveTo(16 + middle, TOP + a.y(), 16 + middle, TOP + b.y(), 16 + b.x(), TOP + b.y());
                }
            }
            sketch.setColor(Hue.LINE.light());
            sketch.setStroke(new BasicStroke(1.8f));
            sketch.draw(path);
            var end = points.get(points.size() - 1);
            var head = new Path2D.Double();
            head.moveTo(16 + end.x(), TOP + end.y());
            head.lineTo(8 + end.x(), TOP + end.y() - 4.5);
            head.lineTo(8 + end.x(), TOP + end.y() + 4.5);
            head.closePath();
            sketch.fill(head);
        }

        private void box(Sketch sketch, Var node, double x, double y) {
            sketch.setColor(Hue.CARD.light());
            var outline = new RoundRectangle2D.Double(x - BOX / 2, y - HEIGHT / 2, BOX, HEIGHT, 14, 14);
            sketch.fill(outline);
            sketch.setColor(node.isLeaf() ? Hue.VALUE.light() : Hue.MUTED.light());
            sketch.setStroke(new BasicStroke(1.6f));
            sketch.draw(outline);
            double line = y - HEIGHT / 2 + 21;
            sketch.write(label(node), x, line, Letter.bold(16, Anchor.MIDDLE), Hue.INK.light());
            if (!node.requiresGrad()) {
                return;
            }
            for (var way : WAYS) {
                line += LINE;
                var text = sign(way) + " " + visits.get(WAYS.indexOf(way)).visits(node)
                        + (isWrong(way, node) ? "  ✗" : "");
                sketch.write(
                        text,
                        x,
                        line,
                        Letter.plain(15, Anchor.MIDDLE),
                        Look.of(WAYS.indexOf(way)).colour());
            }
        }

        /** The last way is the engine's, and right. */
        private boolean isWrong(Backward way, Var node) {
            double right = visits.get(WAYS.indexOf(Backward.TOPOLOGICAL)).gradient(node);
            double found = visits.get(WAYS.indexOf(way)).gradient(node);
            return Math.abs(found - right) > 1e-9 * Math.max(1, Math.abs(right));
        }

        private String label(Var node) {
            var op = node.op();
            var name = node.name();
            return name != null
                    ? Glyphs.shorten(op == null ? name : name + " = " + op.symbol(), 11)
                    : op == null ? Glyphs.shorten(Numbers.brief(node.value()), 10) : op.symbol();
        }

        private List<String> notes() {
            var wrong = order.stream()
                    .filter(node -> node.requiresGrad() && isWrong(Backward.DEPTH_FIRST, node))
                    .map(this::label)
                    .toList();
            return wrong.isEmpty() ? List.of() : List.of(Words.of("visits.wrong", String.join(", ", wrong)));
        }

        private NumberTable table() {
            var header = new ArrayList<String>(List.of(""));
            for (var way : WAYS) {
                header.add(name(way));
                header.add(Words.of("visits.gradient"));
            }
            var rows = new ArrayList<List<String>>();
            for (var node : order) {
                if (node.requiresGrad()) {
                    var row = new ArrayList<String>(List.of(label(node)));
                    for (var way : WAYS) {
                        row.add(Integer.toString(visits.get(WAYS.indexOf(way)).visits(node)));
                        row.add(Numbers.brief(visits.get(WAYS.indexOf(way)).gradient(node)));
                    }
                    rows.add(row);
                }
            }
            return new NumberTable(Words.of("visits.table"), header, rows);
        }
    }
}
