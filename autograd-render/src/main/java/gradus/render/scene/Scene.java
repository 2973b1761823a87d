package gradus.render.scene;

import java.util.List;

/**
 * A drawing.
 *
 * @param title what it shows, in a sentence for those who do not see it
 */
public record Scene(double width, double height, String title, List<Mark> marks) {

    /** In pixels: about what the page of a notebook has room for; wider drawings are shown smaller. */
    private static final double PAGE = 1000;

    public Scene {
        marks = List.copyOf(marks);
    }

    /** The drawing as SVG, compact, with its style sheet: every part can be found by its id and brought into any mood. */
    public String svg() {
        return new SvgPainter(false).paint(this);
    }

    /** The drawing as SVG to be looked at and nothing else: without ids, titles and what cannot be seen. */
    public String still() {
        return new SvgPainter(true).paint(this);
    }

    /** The drawing as a PNG image at twice its size; a wide one at twice the width of a page, and never below its size. */
    public byte[] png() {
        return PngPainter.paint(this, Math.max(1, Math.min(2, 2 * PAGE / width)));
    }
}
