package gradus.render;

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
import gradus.render.scene.Mood;
import gradus.render.scene.Scene;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
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
    private static final double HEAD = 9;
    private static final double LONGEST_SHAPE = 46;

    /** How much closer the columns of a circuit stand: its wires run straight before they bend. */
    private static final double WIRES = 26;

    private final Trace trace;
    private final List<Frame> frames;
    private final BiFunction<Trace, TraceNode, String> hints;
    private final Look look;
    private final List<NodeLook.Seen> seen = new ArrayList<>();
    private final Layout layout;
    private final AffineTransform turn;
    private final List<String> edges = new ArrayList<>();

    GraphScene(Trace trace, List<Frame> frames) {
        this(trace, frames, GraphScene::maker);
    }

    /** @param hints what is shown on hovering a node: what a drawing has no room for */
    GraphScene(Trace trace, List<Frame> frames, BiFunction<Trace, TraceNode, String> hints) {
        this(trace, frames, hints, Look.PLAIN);
    }

    GraphScene(Trace trace, List<Frame> frames, BiFunction<Trace, TraceNode, String> hints, Look look) {
        this.trace = trace;
        this.hints = hints;
        this.frames = List.copyOf(frames);
        this.look = look;
        see();
        double notes = look.notes().values().stream()
                .mapToDouble(GraphScene::chipWidth)
                .max()
                .orElse(0);
        boolean isWired = look.style() == GraphStyle.CIRCUIT && notes == 0;
        double gap = look.direction().isVertical() ? Math.min(1, notes) * NodeLook.CHIP : isWired ? -WIRES : notes;
        layout = LayeredLayout.of(digraph(), gap);
        turn = look.direction().turned(layout.width());
        turn.preConcatenate(AffineTransform.getTranslateInstance(MARGIN, MARGIN));
    }

    Layout layout() {
        return layout;
    }

    private void see() {
        var values = new double[trace.nodes().size()];
        var gradients = new double[values.length];
        var chips = new boolean[values.length];
        for (var frame : frames) {
            frame.values().forEach(w -> widen(values, w, Ink.VALUE));
            frame.gradients().forEach(w -> widen(gradients, w, Ink.GRAD));
            if (!frame.flow().isEmpty()) {
                int receiver = frame.nodes().get(0);
                chips[receiver] = true;
                values[receiver] = Math.max(values[receiver], chipWidth(frame.flow()));
            }
        }
        for (var node : trace.nodes()) {
            int i = node.id();
            seen.add(new NodeLook.Seen(
                    node, look.roles().get(i), i == trace.root(), look.direction(), values[i], gradients[i], chips[i]));
        }
    }

    private static void widen(double[] widest, Writing w, Ink ink) {
        widest[w.node()] = Math.max(widest[w.node()], Glyphs.width(w.text(), ink));
    }

    private NodeLook look(NodeLook.Seen node) {
        return NodeLook.of(look.style(), node.role());
    }

    private Digraph digraph() {
        var sizes = new ArrayList<Digraph.Size>();
        var joints = new ArrayList<Digraph.Edge>();
        for (var node : trace.nodes()) {
            var here = seen.get(node.id());
            sizes.add(look(here).size(here));
            int n = node.operands().size();
            for (int i = 0; i < n; i++) {
                var name = Frame.edge(node.id(), i);
                edges.add(name);
                double port = (i - (n - 1) / 2.0) * NodeLook.PORTS;
                joints.add(new Digraph.Edge(node.operands().get(i), node.id(), port));
            }
        }
        return new Digraph(sizes, joints);
    }

    static double chipWidth(String flow) {
        return flow.isEmpty() ? 0 : Glyphs.width(flow, Ink.CHIP_TEXT) + 12;
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
        boolean vertical = look.direction().isVertical();
        double width = (vertical ? layout.height() : layout.width()) + 2 * MARGIN;
        double height = (vertical ? layout.width() : layout.height()) + 2 * MARGIN;
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Box(0, 0, width, height, 10, Ink.CARD));
        // What is at work lies above what is not.
        IntStream.range(0, edges.size())
                .boxed()
                .sorted(Comparator.comparing(e -> frame.edges().contains(edges.get(e))))
                .forEach(e -> marks.add(edge(e, frame)));
        trace.nodes().forEach(node -> marks.add(node(node, frame, values, gradients)));
        marks.addAll(notes());
        marks.addAll(chip(frame));
        return new Scene(width, height, title(), marks);
    }

    String title() {
        if (look.title() != null) {
            return look.title();
        }
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
        var marks = new ArrayList<Mark>(
                List.of(turned(curve(points), Ink.EDGE), head(last, -1, Ink.HEAD), head(first, 1, Ink.BACK_HEAD)));
        marks.addAll(shape(edges.get(e), first));
        return new Mark.Group("edge", edges.get(e), "", mood, marks);
    }

    /** The shape of the array that an edge carries, where it leaves the operand; only where edges run to the right. */
    private List<Mark> shape(String edge, Point start) {
        int dash = edge.indexOf('-');
        var node = trace.node(Integer.parseInt(edge.substring(0, dash)));
        int i = Integer.parseInt(edge.substring(dash + 1));
        var operand = trace.node(node.operands().get(i)).value();
        var text = operand.shape().toString();
        double width = Glyphs.width(text, Ink.SHAPE);
        boolean hasRoom = look.style() == GraphStyle.BOXES && look.direction() == GraphDirection.RIGHT;
        if (!hasRoom || operand.isScalar() || width > LONGEST_SHAPE) {
            return List.of();
        }
        var at = centre(start);
        return List.of(NodeLook.text(at.x() + HEAD + width / 2, at.y() - 7, text, Ink.SHAPE));
    }

    private Mark turned(Path2D path, Ink ink) {
        path.transform(turn);
        return new Mark.Path(path, ink);
    }

    private static Path2D curve(List<Point> points) {
        var path = new Path2D.Double();
        path.moveTo(points.get(0).x(), points.get(0).y());
        for (int i = 1; i < points.size(); i++) {
            var a = points.get(i - 1);
            var b = points.get(i);
            if (i % 2 == 1 || a.y() == b.y()) {
                path.lineTo(b.x(), b.y());
            } else {
                double bend = (b.x() - a.x()) / 2;
                path.curveTo(a.x() + bend, a.y(), b.x() - bend, b.y(), b.x(), b.y());
            }
        }
        return path;
    }

    private Mark head(Point tip, int direction, Ink ink) {
        var path = new Path2D.Double();
        path.moveTo(tip.x(), tip.y());
        path.lineTo(tip.x() + direction * HEAD, tip.y() - HEAD / 2);
        path.lineTo(tip.x() + direction * HEAD, tip.y() + HEAD / 2);
        path.closePath();
        return turned(path, ink);
    }

    private Mark node(TraceNode node, Frame frame, Map<Integer, String> values, Map<Integer, String> gradients) {
        var centre = centre(layout.centres().get(node.id()));
        var here = seen.get(node.id());
        var marks = look(here)
                .marks(here, centre.x(), centre.y(), values.getOrDefault(node.id(), ""), gradients.get(node.id()));
        var mood = frame.nodes().contains(node.id()) ? frame.mood() : Mood.CALM;
        return new Mark.Group("node", Integer.toString(node.id()), hints.apply(trace, node), mood, marks);
    }

    private Point centre(Point p) {
        var at = turn.transform(new Point2D.Double(p.x(), p.y()), null);
        return new Point(at.getX(), at.getY());
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
        return frame.flow().isEmpty() ? List.of() : List.of(chip("chip", "", chipCentre(frame), frame.flow()));
    }

    private static Mark chip(String kind, String id, Point at, String text) {
        double w = chipWidth(text);
        double top = at.y() - NodeLook.CHIP / 2;
        return new Mark.Group(
                kind,
                id,
                "",
                Mood.CALM,
                List.of(
                        new Mark.Box(at.x() - w / 2, top, w, NodeLook.CHIP, NodeLook.CHIP / 2, Ink.CHIP),
                        NodeLook.text(at.x(), at.y() + 5, text, Ink.CHIP_TEXT)));
    }

    /** What is written on edges, each on the last piece of its edge that leads from column to column. */
    private List<Mark> notes() {
        var marks = new ArrayList<Mark>();
        for (int e = 0; e < edges.size(); e++) {
            var note = look.notes().get(edges.get(e));
            if (note != null) {
                var points = layout.routes().get(e).points();
                var a = points.get(points.size() - 3);
                var b = points.get(points.size() - 2);
                var middle = centre(new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2));
                marks.add(chip("note", edges.get(e), middle, note));
            }
        }
        return marks;
    }

    /** Where what flows is written: below the gradient that it is added to. */
    Point chipCentre(Frame frame) {
        var receiver = seen.get(frame.nodes().get(0));
        var centre = centre(layout.centres().get(receiver.node().id()));
        double below = look(receiver).halfHeight(receiver);
        return new Point(centre.x(), centre.y() + below + NodeLook.LINE + NodeLook.CHIP / 2);
    }
}
