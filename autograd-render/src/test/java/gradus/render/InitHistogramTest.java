package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.autograd.UnaryOp;
import gradus.autograd.init.DeepNet;
import gradus.autograd.init.Initialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class InitHistogramTest {

    private static final DeepNet SMALL = new DeepNet(3, 20, 50, UnaryOp.TANH, 0);

    @Test
    void text_hasMeanAndDeviationOfEveryLayer() {
        var picture = InitHistogram.of(SMALL, Initialization.ZEROS, Initialization.XAVIER);
        assertThat(picture.text())
                .startsWith("Values of each layer: 3 layers of 20 tanh units, 50 samples")
                .contains("W = 0\n  layer 1  mean  0.00000  std 0.00000");
        assertThat(picture.text().lines().filter(line -> line.startsWith("  layer")))
                .hasSize(6);
    }

    @Test
    void png_isTwiceAsLargeAsShown_andNotEmpty() throws IOException {
        var picture = InitHistogram.lecture();
        var image = ImageIO.read(new ByteArrayInputStream(picture.png()));
        assertThat(image.getWidth()).isEqualTo(2 * (2 * 14 + 6 * 176));
        assertThat(coloursIn(image)).isGreaterThan(50);
        assertThat(picture.html().length()).isLessThan(250_000);
        Files.createDirectories(Path.of("target", "pictures"));
        Files.write(Path.of("target", "pictures", "inithist.png"), picture.png());
    }

    private static long coloursIn(java.awt.image.BufferedImage image) {
        return java.util.Arrays.stream(
                        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void gradients_areTitledAsSuch() throws IOException {
        var picture = InitHistogram.ofGradients(
                new DeepNet(6, 100, 100, UnaryOp.RELU, 0), Initialization.XAVIER, Initialization.HE);
        assertThat(picture.text()).startsWith("Gradients of each layer");
        Files.createDirectories(Path.of("target", "pictures"));
        Files.write(Path.of("target", "pictures", "inithist-gradients.png"), picture.png());
    }

    @Test
    void html_readsOnWithoutScripts() {
        assertThat(InitHistogram.of(SMALL, Initialization.HE).html())
                .contains("<img src=\"data:image/png;base64,")
                .contains("<details>")
                .contains("randn · √(2 / fan_in)  (He)")
                .doesNotContain("<script");
    }

    @Test
    void noInitialization_isRefused() {
        assertThatThrownBy(() -> InitHistogram.of(SMALL)).hasMessageContaining("at least one initialization");
    }

    @Test
    void valuesThatOverflow_areToldAndNotDrawn() {
        var relu = new DeepNet(3, 5, 5, UnaryOp.RELU, 0);
        assertThatThrownBy(() -> InitHistogram.of(relu, Initialization.normal(1e150)))
                .hasMessageContaining("layer 2 overflows with W = 10¹⁵⁰ · randn");
    }
}
