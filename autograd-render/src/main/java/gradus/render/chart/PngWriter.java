package gradus.render.chart;

import gradus.render.scene.Glyphs;
import gradus.render.scene.Png;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Draws a drawing into an image, in the light theme, without a display. */
final class PngWriter implements Piece.Painter {

    private final Graphics2D g;

    private PngWriter(Graphics2D g) {
        this.g = g;
    }

    static byte[] write(Drawing drawing, double scale) {
        var image = new BufferedImage(
                (int) Math.ceil(drawing.width() * scale),
                (int) Math.ceil(drawing.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setColor(Hue.CARD.light());
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.scale(scale, scale);
            drawing.paint(new PngWriter(g));
        } finally {
            g.dispose();
        }
        return Png.of(image);
    }

    @Override
    public void area(Piece.Area area) {
        g.setColor(area.colour());
        g.fill(area.shape());
    }

    @Override
    public void line(Piece.Line line) {
        float width = (float) line.width();
        g.setColor(line.colour());
        g.setStroke(
                line.dashes().isEmpty()
                        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                        : new BasicStroke(
                                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths(line.dashes()), 0));
        g.draw(line.shape());
    }

    private static float[] lengths(String dashes) {
        double[] numbers = Arrays.stream(dashes.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        var lengths = new float[numbers.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (float) numbers[i];
        }
        return lengths;
    }

    @Override
    public void letters(Piece.Letters l) {
        var text = Glyphs.clean(l.text());
        if (text.isBlank()) {
            return;
        }
        var font = new Font(Font.SANS_SERIF, l.letter().getStyle(), l.letter().getSize());
        var layout = new TextLayout(text, font, g.getFontRenderContext());
        double shift = switch (l.letter().anchor()) {
            case START -> 0;
            case MIDDLE -> layout.getAdvance() / 2;
            case END -> layout.getAdvance();
        };
        g.setColor(l.colour());
        layout.draw(g, (float) (l.x() - shift), (float) l.y());
    }
}
