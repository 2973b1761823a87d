package gradus.kernel.display;

import gradus.kernel.session.MimeBundle;
import gradus.render.Picture;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/** What is shown as an image. Drawn things have twice the pixels, so that they are sharp on a projector. */
final class Images {

    private static final int CHART_WIDTH = 640;
    private static final int CHART_HEIGHT = 400;
    private static final int SCALE = 2;

    /** In a PNG, width and height are two big-endian integers behind the signature and the head of the first chunk. */
    private static final int PNG_WIDTH_AT = 16;

    private Images() {}

    static MimeBundle picture(Picture picture) {
        return png(picture.png(), SCALE, picture.text()).with(MimeBundle.HTML, picture.html());
    }

    static MimeBundle chart(JFreeChart chart) {
        var image = new BufferedImage(SCALE * CHART_WIDTH, SCALE * CHART_HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, CHART_WIDTH, CHART_HEIGHT));
        graphics.dispose();
        String title = chart.getTitle() == null
                ? "without a title"
                : "\"" + chart.getTitle().getText() + "\"";
        return png(encode(image), SCALE, "Chart " + title);
    }

    static MimeBundle image(BufferedImage image) {
        return png(encode(image), 1, "Image, " + image.getWidth() + "×" + image.getHeight() + " pixels");
    }

    private static MimeBundle png(byte[] png, int scale, String text) {
        var head = ByteBuffer.wrap(png);
        int width = head.getInt(PNG_WIDTH_AT);
        int height = head.getInt(PNG_WIDTH_AT + Integer.BYTES);
        return MimeBundle.text(text)
                .with(MimeBundle.PNG, Base64.getEncoder().encodeToString(png))
                .sized(MimeBundle.PNG, width / scale, height / scale);
    }

    private static byte[] encode(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false); // else a file in the temporary folder for each picture
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
