package gradus.render.scene;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Draws a scene into an image, in the light theme, without a display. */
final class PngPainter implements Mark.Painter {

    private final Graphics2D g;
    private Mood mood = Mood.CALM;

    private PngPainter(Graphics2D g) {
        this.g = g;
    }

    static byte[] paint(Scene scene, double scale) {
        int width = (int) Math.ceil(scene.width() * scale);
        int height = (int) Math.ceil(scene.height() * scale);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setColor(Colour.CARD.light());
            g.fillRect(0, 0, width, height);
            g.scale(scale, scale);
            var painter = new PngPainter(g);
            scene.marks().forEach(mark -> mark.paint(painter));
        } finally {
            g.dispose();
        }
        return Png.of(image);
    }

    @Override
    public void box(Mark.Box b) {
        draw(new RoundRectangle2D.Double(b.x(), b.y(), b.width(), b.height(), 2 * b.radius(), 2 * b.radius()), b.ink());
    }

    @Override
    public void path(Mark.Path p) {
        draw(p.outline(), p.ink());
    }

    private void draw(Shape shape, Ink ink) {
        var inside = ink.fill(mood);
        if (inside != null) {
            g.setColor(inside.light());
            g.fill(shape);
        }
        var outline = ink.stroke(mood);
        if (outline != null) {
            float width = (float) ink.width(mood);
            g.setColor(outline.light());
            g.setStroke(
                    ink.dashed()
                            ? new BasicStroke(
                                    width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 3}, 0)
                            : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            g.draw(shape);
        }
    }

    @Override
    public void label(Mark.Label l) {
        var ink = l.ink();
        var colour = ink.fill(mood);
        var text = Glyphs.clean(l.text());
        if (text.isBlank() || colour == null) {
            return;
        }
        int style = (ink.bold() ? Font.BOLD : Font.PLAIN) | (ink.italic() ? Font.ITALIC : Font.PLAIN);
        // A layout, and not drawString: it puts the bar over its letter.
        var layout = new TextLayout(
                text,
                new Font(ink.monospaced() ? Font.MONOSPACED : Font.SANS_SERIF, style, 1).deriveFont((float) ink.size()),
                g.getFontRenderContext());
        double shift = l.anchor() == Mark.Anchor.MIDDLE ? layout.getAdvance() / 2 : 0;
        g.setColor(colour.light());
        layout.draw(g, (float) (l.x() - shift), (float) l.y());
    }

    @Override
    public void group(Mark.Group group) {
        var outer = mood;
        mood = group.mood() == Mood.CALM ? outer : group.mood();
        group.marks().forEach(mark -> mark.paint(this));
        mood = outer;
    }
}
