package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every chart has to hold to. */
class LabsTest {

    @ParameterizedTest
    @EnumSource
    void chart_isDrawnAsBefore(Labs lab) {
        Golden.check(Golden.resource("chart-" + lab + ".svg"), Golden.lines(Labs.svg(lab.make())));
        Golden.check(Golden.resource("chart-" + lab + ".txt"), lab.make().text());
    }

    @ParameterizedTest
    @EnumSource
    void letters_canBeReadFromTheLastRow(Labs lab) {
        var sizes = Pattern.compile("font-size:(\\d+)").matcher(Labs.svg(lab.make()));
        assertThat(sizes.results().map(found -> Integer.parseInt(found.group(1))))
                .isNotEmpty()
                .allMatch(size -> size >= 14);
    }

    @ParameterizedTest
    @EnumSource
    void colours_areThoseOfTheTheme(Labs lab) throws Exception {
        var svg = Labs.svg(lab.make());
        assertThat(svg.replaceFirst("\\.gradus-graph\\{.*?}", "")).doesNotContainPattern("#[0-9a-f]{6}");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @EnumSource
    void html_readsOnWithoutScriptsAndStyles(Labs lab) throws IOException {
        var html = lab.make().html();
        var bare = html.replaceAll("(?s)<(script|style).*?</\\1>", "");
        assertThat(bare)
                .contains("<img ")
                .containsPattern("alt=\"[^\"]+\"")
                .contains("<details>")
                .contains("<td>");
        assertThat(html.split("<script", -1)).hasSize(2);

        var folder = Files.createDirectories(Path.of("target", "gallery"));
        Files.writeString(
                folder.resolve("chart-" + lab + ".html"),
                "<!DOCTYPE html><html><meta charset=\"utf-8\"><title>" + lab + "</title><body>" + html
                        + "</body></html>");
        Files.write(folder.resolve("chart-" + lab + ".png"), lab.make().png());
    }

    @ParameterizedTest
    @EnumSource
    void png_isTwiceAsLargeAsTheDrawing(Labs lab) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(lab.make().png()));
        var width = Pattern.compile("viewBox=\"0 0 ([0-9.]+)").matcher(Labs.svg(lab.make()));
        assertThat(width.find()).isTrue();
        assertThat(image.getWidth()).isEqualTo((int) Math.ceil(2 * Double.parseDouble(width.group(1))));
    }
}
