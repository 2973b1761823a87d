package gradus.render;

import gradus.autograd.Op;
import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.render.Frame.Writing;
import gradus.render.layout.Digraph;
import gradus.render.layout.LayeredLayout;
import gradus.render.layout.Layout;
import gradus.render.layout.Layout.Point;
import gradus.render.scene.Glyphs;
import gradus.render.scene.Ink;
import gradus.render.scene.Mark;
import gradus.render.scene.Mark.Anchor;
import gradus.render.scene.Mood;
import gradus.render.scene.Scene;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Draws the graph of a trace as it is at a frame. All frames have one layout, with room for the widest of texts. */
final class GraphScene {

    static final double MARGIN = 18;
    private static final double BOX = 38;
    private static final double LINE = 25;
    private static final double PAD = 11;
    private static final double PORTS = 15;
    private static final double HEAD = 9;
    private static final double CHIP = 23;
    private static final double LONGEST_SHAPE = 46;

    private final Trace trace;
    private final List<Frame> frames;
    private final BiFunction<Trace, TraceNode, String> hints;
    private final Layout layout;
    private final List<String> edges = new ArrayList<>();

    GraphScene(Trace trace, List<Frame> frames) {
        this(trace, frames, GraphScene::maker);
    }

    /** @param hints what is shown on hovering a node: what a drawing has no room for */
    GraphScene(Trace trace, List<Frame> frames, BiFunction<Trace, TraceNode, String> hints) {
        this.trace = trace;
        this.hints = hints;
        this.frames = List.copyOf(frames);
        layout = LayeredLayout.of(digraph());
    }

    Layout layout() {
        return layout;
    }

    private Digraph digraph() {
        var widest = new double[trace.nodes().size()];
        var chips = new boolean[widest.length];
        for (var frame : frames) {
            frame.values().forEach(w -> widen(widest, w, Ink.VALUE));
            frame.gradients().forEach(w -> widen(widest, w, Ink.GRAD));
            if (!frame.flow().isEmpty()) {
                int receiver = frame.nodes().get(0);
                chips[receiver] = true;
                widest[receiver] = Math.max(widest[receiver], chipWidth(frame.flow()));
            }
        }
        var sizes = new ArrayList<Digraph.Size>();
        var joints = new ArrayList<Digraph.Edge>();
        for (var node : trace.nodes()) {
            double box = boxWidth(node);
            double half = boxHeight(node) / 2;
            double letters = node.kind() == Kind.CONSTANT ? 0 : LINE;
            double below = half + letters + (chips[node.id()] ? CHIP + 2 : 0);
            sizes.add(new Digraph.Size(Math.max(box, widest[node.id()]), half + letters, below, box));
            int n = node.operands().size();
            for (int i = 0; i < n; i++) {
                var name = Frame.edge(node.id(), i);
                edges.add(name);
                double port = (i - (n - 1) / 2.0) * PORTS;
                joints.add(new Digraph.Edge(node.operands().get(i), node.id(), port));
            }
        }
        return new Digraph(sizes, joints);
    }

    private static void widen(double[] widest, Writing w, Ink ink) {
        widest[w.node()] = Math.max(widest[w.node()], Glyphs.width(w.text(), ink));
    }

    static double chipWidth(String flow) {
        return flow.isEmpty() ? 0 : Glyphs.width(flow, Ink.CHIP_TEXT) + 12;
    }

    private static double boxHeight(TraceNode node) {
        if (node.kind() == Kind.CONSTANT) {
            return BOX - 8;
        }
        return Math.max(BOX, node.operands().size() * PORTS + 8);
    }

    private static double boxWidth(TraceNode node) {
        double name = Glyphs.width(Written.label(node), nameInk(node)) + 2 * PAD;
        return Math.max(BOX - 8, name + opWidth(node.op())) + (node.kind() == Kind.INPUT ? PAD : 0);
    }

    private static double opWidth(@org.jspecify.annotations.Nullable Op op) {
        return op == null ? 0 : Math.max(34, Glyphs.width(op.symbol(), Ink.OP) + 16);
    }

    private static Ink nameInk(TraceNode node) {
        return node.named() ? Ink.NAME : Ink.NUMBER;
    }

    /** The drawing at frame k. */
    Scene scene(int k) {
        var values = new HashMap<Integer, String>();
        var gradients = new HashMap<Integer, String>();
        for (var frame : frames.subList(0, k + 1)) {
            frame.values().forEach(w -> values.put(w.node(), w.text()));
            frame.gradients().forEach(w -> gradients.put(w.node(), w.text()));
        }
        var frame = frames.get(k);
        double width = layout.width() + 2 * MARGIN;
        double height = layout.height() + 2 * MARGIN;
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Box(0, 0, width, height, 10, Ink.CARD));
        // What is at work lies above what is not.
        IntStream.range(0, edges.size())
                .boxed()
                .sorted(Comparator.comparing(e -> frame.edges().contains(edges.get(e))))
                .forEach(e -> marks.add(edge(e, frame)));
        trace.nodes().forEach(node -> marks.add(node(node, frame, values, gradients)));
        marks.addAll(chip(frame));
        return new Scene(width, height, title(), marks);
    }

    String title() {
        var root = trace.node(trace.root());
        long inputs = trace.nodes().stream().filter(n -> n.kind() == Kind.INPUT).count();
        return Words.of(
                "graph.title", Written.label(root), inputs, trace.forward().size());
    }

    private Mark edge(int e, Frame frame) {
        var mood = frame.edges().contains(edges.get(e)) ? frame.mood() : Mood.CALM;
        var points = layout.routes().get(e).points();
        var first = points.get(0);
        var last = points.get(points.size() - 1);
        var marks = List.<Mark>of(
                new Mark.Path(curve(points), Ink.EDGE), head(last, -1, Ink.HEAD), head(first, 1, Ink.BACK_HEAD));
        var all = new ArrayList<>(marks);
        all.addAll(shape(edges.get(e), first));
        return new Mark.Group("edge", edges.get(e), "", mood, all);
    }

    /** The shape of the array that an edge carries, where it leaves the operand. */
    private List<Mark> shape(String edge, Point start) {
        int dash = edge.indexOf('-');
        var node = trace.node(Integer.parseInt(edge.substring(0, dash)));
        int i = Integer.parseInt(edge.substring(dash + 1));
        var operand = trace.node(node.operands().get(i)).value();
        var text = operand.shape().toString();
        double width = Glyphs.width(text, Ink.SHAPE);
        return operand.isScalar() || width > LONGEST_SHAPE
                ? List.of()
                : List.of(text(x(start) + HEAD + width / 2, y(start) - 7, text, Ink.SHAPE));
    }

    private static Path2D curve(List<Point> points) {
        var path = new Path2D.Double();
        path.moveTo(x(points.get(0)), y(points.get(0)));
        for (int i = 1; i < points.size(); i++) {
            var a = points.get(i - 1);
            var b = points.get(i);
            if (i % 2 == 1 || a.y() == b.y()) {
                path.lineTo(x(b), y(b));
            } else {
                double bend = (b.x() - a.x()) / 2;
                path.curveTo(x(a) + bend, y(a), x(b) - bend, y(b), x(b), y(b));
            }
        }
        return path;
    }

    private static Mark head(Point tip, int direction, Ink ink) {
        var path = new Path2D.Double();
        path.moveTo(x(tip), y(tip));
        path.lineTo(x(tip) + direction * HEAD, y(tip) - HEAD / 2);
        path.lineTo(x(tip) + direction * HEAD, y(tip) + HEAD / 2);
        path.closePath();
        return new Mark.Path(path, ink);
    }

    private Mark node(TraceNode node, Frame frame, Map<Integer, String> values, Map<Integer, String> gradients) {
        var centre = layout.centres().get(node.id());
        double w = boxWidth(node);
        double h = boxHeight(node);
        double left = x(centre) - w / 2;
        double top = y(centre) - h / 2;
        double op = opWidth(node.op());
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Box(left, top, w, h, node.kind() == Kind.INPUT ? h / 2 : 7, boxInk(node)));
        if (node.op() != null) {
            marks.add(text(left + op / 2, y(centre) + 7, node.op().symbol(), Ink.OP));
            var divider = new Path2D.Double();
            divider.moveTo(left + op, top + 6);
            divider.lineTo(left + op, top + h - 6);
            marks.add(new Mark.Path(divider, Ink.DIVIDER));
        }
        marks.add(text(left + op + (w - op) / 2, y(centre) + 6, Written.label(node), nameInk(node)));
        if (node.kind() != Kind.CONSTANT) {
            marks.add(text(x(centre), top - 8, values.getOrDefault(node.id(), ""), Ink.VALUE));
        }
        if (gradients.containsKey(node.id())) {
            marks.add(text(x(centre), top + h + 19, gradients.getOrDefault(node.id(), ""), Ink.GRAD));
        }
        var mood = frame.nodes().contains(node.id()) ? frame.mood() : Mood.CALM;
        return new Mark.Group("node", Integer.toString(node.id()), hints.apply(trace, node), mood, marks);
    }

    private Ink boxInk(TraceNode node) {
        if (node.id() == trace.root() && node.op() != null) {
            return Ink.ROOT;
        }
        return switch (node.kind()) {
            case INPUT -> Ink.INPUT;
            case CONSTANT -> Ink.CONSTANT;
            case RESULT -> Ink.RESULT;
        };
    }

    /** How a node came to be, with its name in full. */
    static String maker(Trace trace, TraceNode node) {
        return switch (node.kind()) {
            case INPUT -> node.label();
            case CONSTANT -> Words.of("graph.constant", node.label());
            case RESULT ->
                trace.forward().stream()
                        .filter(s -> s.node() == node.id())
                        .map(Trace.ForwardStep::formula)
                        .findFirst()
                        .orElse(node.label());
        };
    }

    private List<Mark> chip(Frame frame) {
        if (frame.flow().isEmpty()) {
            return List.of();
        }
        var at = chipCentre(frame);
        double w = chipWidth(frame.flow());
        return List.of(new Mark.Group(
                "chip",
                "",
                "",
                Mood.CALM,
                List.of(
                        new Mark.Box(at.x() - w / 2, at.y() - CHIP / 2, w, CHIP, CHIP / 2, Ink.CHIP),
                        text(at.x(), at.y() + 5, frame.flow(), Ink.CHIP_TEXT))));
    }

    /** Where what flows is written: below the gradient that it is added to. */
    Point chipCentre(Frame frame) {
        var receiver = trace.node(frame.nodes().get(0));
        var centre = layout.centres().get(receiver.id());
        return new Point(x(centre), y(centre) + boxHeight(receiver) / 2 + LINE + CHIP / 2);
    }

    private static Mark text(double x, double y, String text, Ink ink) {
        return new Mark.Label(x, y, text, Anchor.MIDDLE, ink);
    }

    private static double x(Point p) {
        return p.x() + MARGIN;
    }

    private static double y(Point p) {
        return p.y() + MARGIN;
    }
}
