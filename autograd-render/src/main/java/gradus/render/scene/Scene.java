package gradus.render.scene;

import java.util.List;

/**
 * A drawing.
 *
 * @param title what it shows, in a sentence for those who do not see it
 */
public record Scene(double width, double height, String title, List<Mark> marks) {

    public Scene {
        marks = List.copyOf(marks);
    }

    /** The drawing as SVG, compact, in UTF-8 characters, with its style sheet. */
    public String svg() {
        return new SvgPainter().paint(this);
    }

    /** The drawing as a PNG image at twice its size. */
    public byte[] png() {
        return PngPainter.paint(this, 2);
    }
}
