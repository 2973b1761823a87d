package gradus.render;

import gradus.render.layout.Digraph;
import gradus.render.scene.Glyphs;
import gradus.render.scene.Ink;
import gradus.render.scene.Mark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link GraphStyle#CIRCUIT}: an op is a circle, an input its name, and what comes out of either stands at the beginning
 * of its wire, the value above and the gradient below.
 */
final class CircuitLook extends NodeLook {

    static final NodeLook CIRCUIT = new CircuitLook();

    private static final double ROUND = 42;

    private CircuitLook() {}

    @Override
    Digraph.Size size(Seen seen) {
        double head = head(seen);
        double half = halfHeight(seen);
        double wire = wire(seen);
        return seen.direction().isVertical()
                ? new Digraph.Size(2 * half, head / 2 + 4, head / 2 + (wire == 0 ? 0 : BESIDE + wire) + 4, 2 * half)
                : new Digraph.Size(head + wire, Math.max(half, LINE), Math.max(half, LINE), head + wire);
    }

    @Override
    double halfHeight(Seen seen) {
        if (seen.node().op() == null) {
            return (BOX - 8) / 2;
        }
        int ports = seen.direction().isVertical() ? 1 : seen.node().operands().size();
        return Math.max(ROUND, ports > 2 ? ports * PORTS + 12 : 0) / 2;
    }

    private static String name(Seen seen) {
        var op = seen.node().op();
        return op == null ? Written.label(seen.node()) : op.symbol();
    }

    private static Ink nameInk(Seen seen) {
        return seen.node().op() == null ? NodeLook.nameInk(seen.node()) : Ink.OP;
    }

    private static double head(Seen seen) {
        double text = Glyphs.width(name(seen), nameInk(seen));
        double ports = seen.direction().isVertical() ? seen.node().operands().size() * PORTS + 12 : 0;
        return seen.node().op() == null ? text + 8 : Math.max(ports, Math.max(ROUND, text + 18));
    }

    private static double wire(Seen seen) {
        double widest = Math.max(seen.value(), seen.gradient());
        return widest == 0 ? 0 : widest + 12;
    }

    @Override
    List<Mark> marks(Seen seen, double x, double y, String value, @Nullable String gradient) {
        boolean vertical = seen.direction().isVertical();
        double head = head(seen);
        double wire = vertical ? 0 : wire(seen);
        double half = halfHeight(seen);
        double side = seen.direction() == GraphDirection.LEFT ? -1 : 1;
        double middle = x - side * wire / 2;
        var marks = new ArrayList<Mark>();
        if (wire > 0) {
            double end = middle + side * head / 2;
            marks.add(line(end, y, end + side * wire, y, Ink.EDGE));
        }
        boolean isOp = seen.node().op() != null;
        double radius = half > ROUND / 2 ? 12 : half;
        marks.add(new Mark.Box(middle - head / 2, y - half, head, 2 * half, radius, isOp ? seen.ink() : Ink.BARE));
        marks.add(text(middle, y + (isOp ? 7 : 6), name(seen), nameInk(seen)));
        double at = vertical ? x + head / 2 + BESIDE : middle + side * (head + wire) / 2;
        if (!seen.isConstant()) {
            marks.add(vertical ? textFrom(at, y - 3, value, Ink.VALUE) : text(at, y - 7, value, Ink.VALUE));
        }
        if (gradient != null) {
            marks.add(vertical ? textFrom(at, y + 18, gradient, Ink.GRAD) : text(at, y + 19, gradient, Ink.GRAD));
        }
        return marks;
    }
}
