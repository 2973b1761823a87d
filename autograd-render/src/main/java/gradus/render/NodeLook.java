package gradus.render;

import gradus.autograd.Op;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.render.layout.Digraph;
import gradus.render.scene.Glyphs;
import gradus.render.scene.Ink;
import gradus.render.scene.Mark;
import gradus.render.scene.Mark.Anchor;
import java.awt.geom.Path2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one node is drawn: how much room it takes, and its marks. */
abstract class NodeLook {

    static final double BOX = 38;
    static final double LINE = 25;
    static final double PAD = 11;
    static final double PORTS = 15;
    static final double CHIP = 23;
    /** Between a box and letters beside it. */
    static final double BESIDE = 8;

    /**
     * A node with all that a look must know of it.
     *
     * @param isRoot whether the graph ends here
     * @param direction of the drawing
     * @param value how wide the widest of the values is that will be written to it; 0 for none
     * @param gradient the same of the gradients
     * @param chip whether what flows is written below it
     */
    record Seen(
            TraceNode node,
            Look.@Nullable Role role,
            boolean isRoot,
            GraphDirection direction,
            double value,
            double gradient,
            boolean chip) {

        boolean isConstant() {
            return node.kind() == Kind.CONSTANT;
        }

        Ink ink() {
            if (role != null && role.kind() == Look.Kind.GROUP) {
                return Ink.GROUP;
            }
            if (role != null && role.kind() != Look.Kind.OUTPUT) {
                return Ink.CONSTANT;
            }
            if ((isRoot || role != null) && node.op() != null) {
                return Ink.ROOT;
            }
            return switch (node.kind()) {
                case INPUT -> Ink.INPUT;
                case CONSTANT -> Ink.CONSTANT;
                case RESULT -> Ink.RESULT;
            };
        }
    }

    /** The room that the node takes, as in a drawing that runs to the right. */
    abstract Digraph.Size size(Seen seen);

    /** How far below the box's middle the box ends. */
    abstract double halfHeight(Seen seen);

    /**
     * The marks around the middle of the box.
     *
     * @param value what is written as value; empty for nothing yet
     * @param gradient what is written as gradient; null where nothing ever is
     */
    abstract List<Mark> marks(Seen seen, double x, double y, String value, @Nullable String gradient);

    /** How a node looks in a style. What stands for many nodes is a box in each of them. */
    static NodeLook of(GraphStyle style, Look.@Nullable Role role) {
        if (role != null && role.kind() != Look.Kind.OUTPUT && role.kind() != Look.Kind.OUTSIDE) {
            return BoxLook.BOXES;
        }
        return switch (style) {
            case BOXES -> BoxLook.BOXES;
            case CIRCUIT -> CircuitLook.CIRCUIT;
            case RECORD -> RecordLook.RECORD;
        };
    }

    static double portsHeight(TraceNode node) {
        return Math.max(BOX, node.operands().size() * PORTS + 8);
    }

    static double opWidth(@Nullable Op op) {
        return op == null ? 0 : Math.max(34, Glyphs.width(op.symbol(), Ink.OP) + 16);
    }

    static Ink nameInk(TraceNode node) {
        return node.named() ? Ink.NAME : Ink.NUMBER;
    }

    static Mark text(double x, double y, String text, Ink ink) {
        return new Mark.Label(x, y, text, Anchor.MIDDLE, ink);
    }

    static Mark textFrom(double x, double y, String text, Ink ink) {
        return new Mark.Label(x, y, text, Anchor.START, ink);
    }

    static Mark line(double x1, double y1, double x2, double y2, Ink ink) {
        var path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
        return new Mark.Path(path, ink);
    }
}
