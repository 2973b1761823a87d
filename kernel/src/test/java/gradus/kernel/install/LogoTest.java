package gradus.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {

    @ParameterizedTest
    @ValueSource(ints = {32, 64})
    void png_hasTheSizeOfItsNameAndAClearGround(int size, @TempDir Path folder) throws IOException {
        Logo.write(folder);
        var image = ImageIO.read(
                folder.resolve("logo-%1$dx%1$d.png".formatted(size)).toFile());
        assertThat(image.getWidth()).isEqualTo(size);
        assertThat(image.getHeight()).isEqualTo(size);
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
        assertThat(image.getRGB(size * 5 / 6, size / 2)).isEqualTo(0xff2f6fb5);
    }

    @Test
    void svg_isWellFormed(@TempDir Path folder) throws Exception {
        Logo.write(folder);
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("logo-svg.svg").toFile());
        assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(3);
    }
}
