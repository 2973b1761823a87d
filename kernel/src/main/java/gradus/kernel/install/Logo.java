package gradus.kernel.install;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** The kernel's picture in Jupyter's launcher: three steps up, and the gradient that points back down. */
final class Logo {

    /** Side of the square on which the shapes are defined. */
    private static final int UNIT = 64;

    /** Both colours keep their contrast on a light and on a dark launcher. */
    private static final String STEPS = "#2f6fb5";

    private static final String GRADIENT = "#e07a1f";

    private static final int[][] STAIRS = {{4, 60}, {4, 46}, {22, 46}, {22, 32}, {40, 32}, {40, 18}, {60, 18}, {60, 60}
    };
    private static final int[][] SHAFT = {{44, 6}, {13, 29}};
    private static final int[][] HEAD = {{4, 36}, {19, 34}, {10, 22}};
    private static final int WIDTH = 6;

    private Logo() {}

    /** Writes the three files that Jupyter looks for. */
    static void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("logo-svg.svg"), svg());
        for (int size : new int[] {32, 64}) {
            Path file = folder.resolve("logo-%dx%d.png".formatted(size, size));
            ImageIO.write(png(size), "png", file.toFile());
        }
    }

    static String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d">
                  <path fill="%2$s" d="%3$sZ"/>
                  <path stroke="%4$s" stroke-width="%5$d" d="%6$s"/>
                  <path fill="%4$s" d="%7$sZ"/>
                </svg>
                """.formatted(UNIT, STEPS, data(STAIRS), GRADIENT, WIDTH, data(SHAFT), data(HEAD));
    }

    static BufferedImage png(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale((double) size / UNIT, (double) size / UNIT);
        g.setColor(Color.decode(STEPS));
        g.fill(outline(STAIRS));
        g.setColor(Color.decode(GRADIENT));
        g.setStroke(new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(outline(SHAFT));
        g.fill(outline(HEAD));
        g.dispose();
        return image;
    }

    private static String data(int[][] points) {
        StringBuilder data = new StringBuilder();
        for (int[] point : points) {
            data.append(data.isEmpty() ? 'M' : 'L').append(point[0]).append(' ').append(point[1]);
        }
        return data.toString();
    }

    private static Path2D outline(int[][] points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0][0], points[0][1]);
        for (int[] point : points) {
            path.lineTo(point[0], point[1]);
        }
        return path;
    }
}
