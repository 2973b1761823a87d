package gradus.render;

import gradus.autograd.Trace.Kind;
import gradus.render.layout.Digraph;
import gradus.render.scene.Glyphs;
import gradus.render.scene.Ink;
import gradus.render.scene.Mark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link GraphStyle#BOXES}. Where the drawing runs up or down, the numbers stand beside the box and not in its way. */
final class BoxLook extends NodeLook {

    static final NodeLook BOXES = new BoxLook();

    private static final double REMARK = 20;
    /** A group is drawn as several sheets. */
    private static final double SHEET = 5;

    private BoxLook() {}

    @Override
    Digraph.Size size(Seen seen) {
        double w = width(seen);
        double h = 2 * halfHeight(seen);
        double widest = Math.max(seen.value(), seen.gradient());
        if (seen.direction().isVertical()) {
            double beside = widest > 0 ? BESIDE + widest : 0;
            return new Digraph.Size(h + 2 * SHEET, w / 2 + 4, w / 2 + beside + 4, h);
        }
        double letters = seen.isConstant() || isPlaceholder(seen) ? 0 : LINE;
        double below = h / 2 + letters + (seen.chip() ? CHIP + 2 : 0);
        return new Digraph.Size(Math.max(w, widest), h / 2 + letters, below, w);
    }

    /** What stands for something that is not drawn has no numbers. */
    private static boolean isPlaceholder(Seen seen) {
        var role = seen.role();
        return role != null && (role.kind() == Look.Kind.BUNDLE || role.kind() == Look.Kind.CUT);
    }

    @Override
    double halfHeight(Seen seen) {
        if (seen.role() != null && !seen.role().remark().isEmpty()) {
            return Math.max(BOX + REMARK, portsHeight(seen.node())) / 2;
        }
        double height = seen.isConstant() ? BOX - 8 : portsHeight(seen.node());
        return seen.direction().isVertical() ? Math.min(height, BOX) / 2 : height / 2;
    }

    private static double width(Seen seen) {
        var node = seen.node();
        double name = Glyphs.width(Written.label(node), nameInk(node)) + 2 * PAD;
        double round = node.kind() == Kind.INPUT ? PAD : 0;
        double width = Math.max(BOX - 8, name + opWidth(node.op())) + round;
        if (seen.role() != null) {
            width = Math.max(width, Glyphs.width(seen.role().remark(), Ink.REMARK) + 2 * PAD + round);
        }
        return seen.direction().isVertical() ? Math.max(width, node.operands().size() * PORTS + 8) : width;
    }

    @Override
    List<Mark> marks(Seen seen, double x, double y, String value, @Nullable String gradient) {
        var node = seen.node();
        double w = width(seen);
        double h = 2 * halfHeight(seen);
        double left = x - w / 2;
        double top = y - h / 2;
        double op = opWidth(node.op());
        double radius = node.kind() == Kind.INPUT ? h / 2 : 7;
        var remark = seen.role() == null ? "" : seen.role().remark();
        var marks = new ArrayList<Mark>();
        if (seen.ink() == Ink.GROUP) {
            marks.add(new Mark.Box(left + SHEET, top - SHEET, w, h, radius, Ink.GROUP));
        }
        marks.add(new Mark.Box(left, top, w, h, radius, seen.ink()));
        if (node.op() != null) {
            marks.add(text(left + op / 2, y + 7, node.op().symbol(), Ink.OP));
            marks.add(line(left + op, top + 6, left + op, top + h - 6, Ink.DIVIDER));
        }
        double nameAt = remark.isEmpty() ? y + 6 : y - 3;
        marks.add(text(left + op + (w - op) / 2, nameAt, Written.label(node), nameInk(node)));
        if (!remark.isEmpty()) {
            marks.add(text(x, y + 17, remark, Ink.REMARK));
        }
        boolean vertical = seen.direction().isVertical();
        double beside = x + w / 2 + BESIDE;
        if (!seen.isConstant()) {
            marks.add(
                    vertical
                            ? textFrom(beside, y - 3, value, Ink.VALUE)
                            : text(x, top - (seen.ink() == Ink.GROUP ? SHEET : 0) - 8, value, Ink.VALUE));
        }
        if (gradient != null) {
            marks.add(
                    vertical
                            ? textFrom(beside, y + 18, gradient, Ink.GRAD)
                            : text(x, top + h + 19, gradient, Ink.GRAD));
        }
        return marks;
    }
}
