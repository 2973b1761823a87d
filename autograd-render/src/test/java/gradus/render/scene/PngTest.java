package gradus.render.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** ImageIO reads what was written. */
class PngTest {

    @Test
    void fewColours_areKeptAsTheyAre() throws IOException {
        assertThat(farthest(image(40, 30, (x, y) -> x < 20 ? 0xffffff : 0x123456 + y / 3)))
                .isZero();
    }

    @Test
    void onePixel_isAnImage() throws IOException {
        assertThat(farthest(image(1, 1, (x, y) -> 0xffffff))).isZero();
    }

    @Test
    void exactly256Colours_areKept() throws IOException {
        assertThat(farthest(image(16, 16, (x, y) -> 0x10000 * x + y))).isZero();
    }

    @Test
    void moreColours_areNearlyKept() throws IOException {
        assertThat(farthest(image(64, 64, (x, y) -> 0x010100 * x + y))).isBetween(1, 15);
    }

    @Test
    void noise_isStillAnImage() throws IOException {
        var random = new Random(1);

        assertThat(farthest(image(400, 300, (x, y) -> random.nextInt(1 << 24)))).isBetween(1, 64);
    }

    @Test
    void white_staysWhiteBesideManyColours() throws IOException {
        var random = new Random(1);
        var image = image(400, 300, (x, y) -> x == 0 ? 0xffffff : random.nextInt(1 << 24));

        assertThat(read(image).getRGB(0, 299)).isEqualTo(0xffffffff);
    }

    @Test
    void density_isTwiceThatOfAPage() throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("png").next();
        reader.setInput(
                ImageIO.createImageInputStream(new ByteArrayInputStream(Png.of(image(8, 8, (x, y) -> 0xffffff)))));
        var size = (Element) ((Element) reader.getImageMetadata(0).getAsTree("javax_imageio_1.0"))
                .getElementsByTagName("HorizontalPixelSize")
                .item(0);

        assertThat(Double.parseDouble(size.getAttribute("value"))).isCloseTo(25.4 / 192, within(1e-4)); // mm
    }

    private static BufferedImage image(int width, int height, IntBinaryOperator colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour.applyAsInt(x, y));
            }
        }
        return image;
    }

    private static BufferedImage read(BufferedImage image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Png.of(image)));
    }

    /** The largest difference of a channel, of 255. */
    private static int farthest(BufferedImage image) throws IOException {
        var read = read(image);
        int farthest = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    int difference = (image.getRGB(x, y) >> shift & 0xff) - (read.getRGB(x, y) >> shift & 0xff);
                    farthest = Math.max(farthest, Math.abs(difference));
                }
            }
        }
        return farthest;
    }
}
