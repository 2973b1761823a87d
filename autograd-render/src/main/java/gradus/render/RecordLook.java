package gradus.render;

import gradus.autograd.Trace.Kind;
import gradus.render.layout.Digraph;
import gradus.render.scene.Glyphs;
import gradus.render.scene.Ink;
import gradus.render.scene.Mark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link GraphStyle#RECORD}: cells beside each other. */
final class RecordLook extends NodeLook {

    static final NodeLook RECORD = new RecordLook();

    private RecordLook() {}

    @Override
    Digraph.Size size(Seen seen) {
        double w = width(seen);
        double h = 2 * halfHeight(seen);
        return seen.direction().isVertical()
                ? new Digraph.Size(h, w / 2 + 4, w / 2 + 4, h)
                : new Digraph.Size(w, h / 2 + 2, h / 2 + 2, w);
    }

    @Override
    double halfHeight(Seen seen) {
        double ports = seen.direction().isVertical() ? BOX : portsHeight(seen.node());
        return seen.isConstant() ? (BOX - 8) / 2 : ports / 2;
    }

    private static double width(Seen seen) {
        return Math.max(BOX, opWidth(seen.node().op()) + nameWidth(seen) + cell(seen.value()) + cell(seen.gradient()));
    }

    private static double nameWidth(Seen seen) {
        var node = seen.node();
        return Glyphs.width(Written.label(node), nameInk(node)) + 2 * PAD + (node.kind() == Kind.INPUT ? PAD / 2 : 0);
    }

    private static double cell(double text) {
        return text == 0 ? 0 : text + 2 * PAD;
    }

    @Override
    List<Mark> marks(Seen seen, double x, double y, String value, @Nullable String gradient) {
        var node = seen.node();
        double w = width(seen);
        double h = 2 * halfHeight(seen);
        double at = x - w / 2;
        double op = opWidth(node.op());
        double name = seen.value() + seen.gradient() == 0 ? w - op : nameWidth(seen);
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Box(at, y - h / 2, w, h, node.kind() == Kind.INPUT ? h / 2 : 7, seen.ink()));
        if (node.op() != null) {
            marks.add(text(at + op / 2, y + 7, node.op().symbol(), Ink.OP));
            at += op;
            marks.add(divider(at, y, h));
        }
        marks.add(text(at + name / 2, y + 6, Written.label(node), nameInk(node)));
        at += name;
        if (seen.value() > 0) {
            marks.add(divider(at, y, h));
            marks.add(text(at + cell(seen.value()) / 2, y + 6, value, Ink.VALUE));
            at += cell(seen.value());
        }
        if (gradient != null) {
            marks.add(divider(at, y, h));
            marks.add(text(at + cell(seen.gradient()) / 2, y + 6, gradient, Ink.GRAD));
        }
        return marks;
    }

    private static Mark divider(double x, double y, double h) {
        return line(x, y - h / 2 + 6, x, y + h / 2 - 6, Ink.DIVIDER);
    }
}
