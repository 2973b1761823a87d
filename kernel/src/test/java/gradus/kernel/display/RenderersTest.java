package gradus.kernel.display;

import static gradus.kernel.session.MimeBundle.HTML;
import static gradus.kernel.session.MimeBundle.PNG;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Tensor;
import gradus.autograd.Var;
import gradus.kernel.session.MimeBundle;
import gradus.render.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartFactory;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.Test;

class RenderersTest {

    private static String text(Object value) {
        return Renderers.render(value).text();
    }

    private static String html(Object value) {
        return Renderers.render(value).data().getOrDefault(HTML, "");
    }

    @Test
    void null_isText() {
        assertThat(Renderers.render(null)).isEqualTo(MimeBundle.text("null"));
    }

    @Test
    void plainValues_areTheirText() {
        assertThat(text(3.5)).isEqualTo("3.5");
        assertThat(text("two words")).isEqualTo("two words");
        assertThat(text('c')).isEqualTo("c");
    }

    @Test
    void arrays_areShownByTheirElements() {
        assertThat(text(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(text(new double[][] {{1, 2}, {3}})).isEqualTo("[[1.0, 2.0],\n [3.0]]");
        assertThat(text(List.of(new int[] {1}, "a"))).isEqualTo("[[1], a]");
    }

    @Test
    void longArray_isShortenedBeforeItsEnd() {
        String text = text(IntStream.range(0, 1000).toArray());
        assertThat(text).startsWith("[0, 1, ").contains("99, … (897 more), 997, 998, 999]");
    }

    @Test
    void longList_isShortened() {
        assertThat(text(IntStream.range(0, 1000).boxed().toList())).contains("99, … (900 more)]");
    }

    @Test
    void longText_isShortenedInTheMiddle() {
        assertThat(text("x".repeat(1_000_000))).hasSizeLessThan(10_000).contains("characters left out");
    }

    @Test
    void shortenedText_cutsNoCharacterInTwo() {
        String text = text("😀".repeat(20_000));
        assertThat(text.codePoints().filter(c -> c >= 0xD800 && c < 0xE000)).isEmpty();
    }

    @Test
    void map_isShownByItsEntries() {
        var map = new LinkedHashMap<String, Object>();
        map.put("a", new int[] {1});
        map.put("b", null);
        assertThat(text(map)).isEqualTo("{a=[1], b=null}");
    }

    @Test
    void listThatContainsItself_ends() {
        var list = new ArrayList<>();
        list.add(list);
        assertThat(text(list)).contains("…");
    }

    @Test
    void toStringThatThrows_isNoDisaster() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        };
        assertThat(text(broken)).contains("cannot be shown").contains("no text");
    }

    @Test
    void elementWhoseTextFails_leavesTheOthers() {
        var bad = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no");
            }
        };
        assertThat(Renderers.render(List.of(1, bad)).text())
                .startsWith("[1, ")
                .endsWith(" (cannot be shown: java.lang.IllegalStateException: no)]");
    }

    @Test
    void lambda_isToldByWhatItIs() {
        Supplier<Integer> three = () -> 3;
        assertThat(Renderers.render(three).text()).isEqualTo("a lambda: java.util.function.Supplier");
    }

    @Test
    void toStringWithoutEnd_isNoDisaster() {
        Object endless = new Object() {
            @Override
            @SuppressWarnings("InfiniteRecursion")
            public String toString() {
                return toString();
            }
        };
        assertThat(text(endless)).contains("StackOverflowError");
    }

    @Test
    void matrix_isATableToo() {
        String html = html(new double[][] {{1, 2.5}, {3}});
        assertThat(html).contains("double[2][2]", ">2.5</td>");
        assertThat(html.split("<tr>", -1)).hasSize(4);
    }

    @Test
    void largeMatrix_showsItsBeginningAndItsEnd() {
        assertThat(html(new int[1000][1000])).hasSizeLessThan(100_000).contains("⋮", "⋯", ">999</th>");
    }

    @SuppressWarnings("ArrayRecordComponent") // students write them
    record Point(int x, int[] at) {}

    @Test
    void record_isShownByItsComponents() {
        assertThat(text(new Point(1, new int[] {2}))).isEqualTo("Point[x=1, at=[2]]");
        assertThat(html(new Point(1, new int[] {2}))).contains(">at</th>", ">[2]</td>");
    }

    @Test
    void recordWithItsOwnText_keepsIt() {
        record Own(int x) {
            @Override
            public String toString() {
                return "mine";
            }
        }
        assertThat(text(new Own(1))).isEqualTo("mine");
    }

    @Test
    void records_areRows() {
        String html = html(List.of(new Point(1, new int[0]), new Point(2, new int[0])));
        assertThat(html).contains("2 × ", ">x</th>", ">2</td>");
    }

    @Test
    void words_doNoHarmInATable() {
        assertThat(html(Map.of("<script>", "$x$ \"q\"")))
                .doesNotContain("<script>")
                .contains("<span>$</span>x<span>$</span>");
    }

    @Test
    void optionalAndException_areToldWhole() {
        assertThat(text(Optional.of(new int[] {1}))).isEqualTo("Optional[[1]]");
        assertThat(text(Optional.empty())).isEqualTo("Optional.empty");
        assertThat(text(new IllegalStateException("a", new RuntimeException("b"))))
                .isEqualTo("java.lang.IllegalStateException: a\nCaused by: java.lang.RuntimeException: b");
    }

    /** What may run for ever has to run where it can be stopped. */
    @Test
    void onlyPlainValues_runNoCodeOfCells() {
        assertThat(Stream.of(1, 2.5, 'c', true, "text")).allMatch(Renderers::runNoCellCode);
        assertThat(Renderers.runNoCellCode(null)).isTrue();
        assertThat(Stream.of(List.of(1), new Point(1, new int[0]), new int[] {1}, new StringJoiner("")))
                .noneMatch(Renderers::runNoCellCode);
        try {
            Renderers.register(Integer.class, number -> "<b>" + number + "</b>");
            assertThat(Renderers.runNoCellCode(1)).isFalse();
        } finally {
            Renderers.reset();
        }
        assertThat(Renderers.runNoCellCode(1)).isTrue();
    }

    @Test
    void registeredRenderer_winsUntilReset() {
        try {
            Renderers.register(Point.class, point -> "<b>" + point.x() + "</b>");
            assertThat(html(new Point(7, new int[0]))).isEqualTo("<b>7</b>");
            Renderers.register(Point.class, point -> point.x() > 1 ? new int[][] {{point.x()}} : null);
            assertThat(html(new Point(7, new int[0]))).contains("int[1][1]");
            assertThat(html(new Point(1, new int[0]))).isEqualTo("<b>1</b>");
        } finally {
            Renderers.reset();
        }
        assertThat(html(new Point(7, new int[0]))).contains(">at</th>");
    }

    @Test
    void line_isShortAndWithoutBreaks() {
        assertThat(Renderers.line("a\n b")).isEqualTo("\"a b\"");
        assertThat(Renderers.line(new int[1000])).hasSize(80).endsWith("…");
    }

    @Test
    void stream_isNotConsumed() {
        Stream<Integer> stream = Stream.of(1, 2);
        assertThat(text(stream)).contains("not yet read");
        assertThat(stream.toList()).containsExactly(1, 2);
    }

    @Test
    void var_isShownByNameAndValue() {
        assertThat(text(new Var(3, "x"))).isEqualTo("x = 3.0");
    }

    @Test
    void tensor_isTextTableAndFormula() {
        var x = Tensor.of(1, 2.5).named("x");
        MimeBundle bundle = Renderers.render(x);
        assertThat(bundle.data()).containsOnlyKeys(MimeBundle.TEXT, HTML, MimeBundle.LATEX);
        assertThat(bundle.text()).isEqualTo(x.toString());
        assertThat(bundle.data().get(HTML)).contains("<b>x</b>, shape 2").contains(">2.5</td>");
        assertThat(bundle.data().get(MimeBundle.LATEX)).contains("\\begin{bmatrix} 1.0 \\\\ 2.5 \\end{bmatrix}");
    }

    @Test
    void gradient_isShownBesideItsTensor() {
        var x = Tensor.of(1, 2.5).named("x");
        x.mul(x).sum().backward();
        assertThat(Renderers.render(x).data().get(HTML))
                .contains("Gradient <b>x̄</b>")
                .contains(">5</td>");
    }

    @Test
    void picture_hasHtmlImageAndText() {
        MimeBundle bundle = Renderers.render(new Picture() {
            @Override
            public String html() {
                return "<b>1</b>";
            }

            @Override
            public byte[] png() {
                return encoded(40, 20);
            }

            @Override
            public String text() {
                return "one";
            }
        });
        assertThat(bundle.data()).containsEntry(HTML, "<b>1</b>").containsEntry(MimeBundle.TEXT, "one");
        assertThat(bundle.metadata().get(PNG)).isEqualTo(Map.of("width", 20, "height", 10));
    }

    @Test
    void image_isAWholePng() throws IOException {
        MimeBundle bundle = Renderers.render(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB));
        assertThat(decoded(bundle).getWidth()).isEqualTo(30);
        assertThat(bundle.text()).isEqualTo("Image, 30×20 pixels");
    }

    @Test
    void chart_isDrawnAtTwiceItsSize() throws IOException {
        MimeBundle bundle = Renderers.render(ChartFactory.createXYLineChart("Loss", "", "", new XYSeriesCollection()));
        assertThat(bundle.text()).isEqualTo("Chart \"Loss\"");
        assertThat(decoded(bundle).getWidth())
                .isEqualTo(2 * bundle.metadata().getOrDefault(PNG, Map.of()).getOrDefault("width", 0));
    }

    private static BufferedImage decoded(MimeBundle bundle) throws IOException {
        byte[] png = Base64.getDecoder().decode(bundle.data().getOrDefault(PNG, ""));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static byte[] encoded(int width, int height) {
        MimeBundle bundle = Renderers.render(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
        return Base64.getDecoder().decode(bundle.data().getOrDefault(PNG, ""));
    }

    @Test
    void derivation_isTypesetAndText() {
        var x = new gradus.autograd.Var(3, "x");
        var bundle = Renderers.render(gradus.render.Derivation.of(x.mul(2).named("y")));
        assertThat(bundle.text()).contains("x̄ = ȳ · ∂y/∂x");
        assertThat(bundle.data().get(MimeBundle.LATEX)).startsWith("$$\\begin{aligned}");
        assertThat(bundle.data()).doesNotContainKey(MimeBundle.HTML);
    }

    @Test
    void recordsOfTheEngine_haveTheNameThatACellWrites() {
        var f = new gradus.autograd.Var(3, "x").mul(new gradus.autograd.Var(2, "y"));
        assertThat(Renderers.render(f.children()).data().get(MimeBundle.HTML))
                .contains("2 × Var.Child")
                .doesNotContain("gradus.autograd");
    }
}
