package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.OpLog;
import gradus.autograd.Tensor;
import gradus.autograd.Var;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class OpTableTest {

    private static OpTable logged(Runnable program) {
        var log = OpLog.start(name -> name.startsWith("gradus.render.OpTableTest"));
        program.run();
        log.close();
        return OpTable.of(
                log, place -> new OpTable.Source("Cell 2, line 3", "  var y = f(x); // " + place.getMethodName()));
    }

    private static void lesson() {
        var x = new Var(2, "x");
        var y = new Var(-3, "y");
        var f = x.mul(y).add(x.sin()).named("f");
        f.exp();
        var w = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}}).named("W");
        w.matmul(Tensor.of(1, 2, 3).named("b")).sum().mul(f);
    }

    private static void loop() {
        var x = new Var(1, "x");
        var sum = x;
        for (int i = 0; i < 1000; i++) {
            sum = sum.add(x);
        }
    }

    @Test
    void table_isShownAsBefore() throws IOException {
        var picture = logged(OpTableTest::lesson);

        Golden.check(Golden.resource("trace.html"), Golden.frame(picture.html()));
        Golden.check(Golden.resource("trace.txt"), picture.text());
        write("trace", picture);
    }

    @Test
    void longLog_isShortenedInTheMiddle_andScrolls() throws IOException {
        var picture = logged(OpTableTest::loop);

        assertThat(picture.html()).contains("… ops not shown: 780", "v1000 = v999 + x", "overflow:auto");
        assertThat(picture.text()).contains("  200. v200", "  981. v981").doesNotContain("  201. ", "  980. ");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.png())).getHeight())
                .isLessThan(4000);
        write("trace-loop", picture);
    }

    @Test
    void image_isWhiteAboveItsFirstLetter() throws IOException {
        var image = ImageIO.read(
                new ByteArrayInputStream(logged(OpTableTest::lesson).png()));

        assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
        assertThat(image.getRGB(0, image.getHeight() - 1)).isEqualTo(0xffffffff);
    }

    @Test
    void emptyLog_isToldInOneLine() {
        var picture = logged(() -> {});

        assertThat(picture.html()).doesNotContain("<table");
        assertThat(picture.text()).isEqualTo("No op was performed on a Var or Tensor that takes a gradient.\n");
    }

    @Test
    void hostileNames_stayText() {
        var picture = logged(() -> new Var(1, "</td><script>alert(1)</script>$x$").mul(new Var(1, "y".repeat(500))));

        assertThat(picture.html()).doesNotContain("<script", "$x$").contains("&lt;script&gt;", "…");
        assertThat(picture.text().lines().mapToInt(String::length)).allMatch(length -> length < 400);
    }

    private static void write(String name, OpTable picture) throws IOException {
        var gallery = Files.createDirectories(Path.of("target", "gallery"));
        Files.writeString(
                gallery.resolve(name + ".html"),
                "<!DOCTYPE html><html><meta charset=\"utf-8\"><body>" + picture.html() + "</body></html>");
        Files.write(gallery.resolve(name + ".png"), picture.png());
    }
}
