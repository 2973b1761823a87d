package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Tensor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorTableTest {

    /** Of what the sanitizer of JupyterLab 4 lets pass (CssProp in its sanitizer.ts). */
    private static final Set<String> KEPT_BY_JUPYTERLAB = Set.of(
            "background",
            "border",
            "border-collapse",
            "border-left",
            "border-radius",
            "border-right",
            "border-spacing",
            "display",
            "font-family",
            "font-size",
            "margin",
            "max-width",
            "overflow-x",
            "padding",
            "text-align",
            "vertical-align",
            "white-space");

    private static String html(Tensor tensor) {
        return TensorTable.of(tensor).html();
    }

    /** The texts of all cells, row by row. */
    private static List<List<String>> cells(String html) {
        return Pattern.compile("<tr.*?</tr>")
                .matcher(html)
                .results()
                .map(row -> Pattern.compile("<td[^>]*>(.*?)</td>")
                        .matcher(row.group())
                        .results()
                        .map(cell -> cell.group(1))
                        .toList())
                .toList();
    }

    @Test
    void vector_isARow() {
        assertThat(cells(html(Tensor.of(1, -0.25)))).containsExactly(List.of("1.00", "-0.25"));
    }

    @Test
    void matrix_isGivenByRows() {
        var html = html(Tensor.of(new double[][] {{1, 2}, {3, 4}}).named("W"));
        assertThat(cells(html)).containsExactly(List.of("1", "2"), List.of("3", "4"));
        assertThat(html).contains("Tensor <b>W</b>, shape 2×2");
    }

    @Test
    void name_isLeftOutWhereThereIsNone() {
        assertThat(html(Tensor.of(1))).contains("Tensor, shape 1").doesNotContain("<b>");
    }

    @Test
    void longAxes_areShortened() {
        var rows = cells(html(Tensor.zeros(13, 20)));
        assertThat(rows).hasSize(7);
        assertThat(rows.get(0)).containsExactly("0", "0", "0", "⋯", "0", "0", "0");
        assertThat(rows.get(3)).hasSize(7).containsOnly("⋮");
        assertThat(cells(html(Tensor.zeros(12, 12))))
                .hasSize(12)
                .allSatisfy(row -> assertThat(row).hasSize(12));
    }

    @Test
    void rankThree_isOneTableAMatrix() {
        var html = html(Tensor.randn(1, 7, 1, 2));
        assertThat(cells(html)).hasSize(6);
        assertThat(html).contains("[0, :, :]", "[2, :, :]", "⋮", "[4, :, :]", "[6, :, :]");
        assertThat(html).doesNotContain("[3, :, :]");
    }

    @Test
    void matricesOfHigherRank_haveTheirOwnElements() {
        var counted = Tensor.zeros(2, 2, 1, 2);
        double[] elements = {0, 1, 2, 3, 4, 5, 6, 7};
        counted.set(elements);
        assertThat(cells(html(counted)))
                .containsExactly(List.of("0", "1"), List.of("2", "3"), List.of("4", "5"), List.of("6", "7"));
        assertThat(html(counted)).contains("[1, 0, :, :]");
    }

    @Test
    void roundedNumber_isToldInFullByItsTitle() {
        assertThat(html(Tensor.of(1 / 3.0, 0.25)))
                .contains("title=\"0.3333333333333333\">0.3333</td>")
                .doesNotContain("title=\"0.25\"");
    }

    @Test
    void gradient_standsBehindTheValueUnderItsBar() {
        var x = Tensor.of(3, -1).named("x");
        assertThat(html(x)).doesNotContain("Gradient");

        x.mul(x).sum().backward();

        assertThat(html(x)).contains("Gradient <b>x̄</b>, shape 2");
        assertThat(cells(html(x))).containsExactly(List.of("3", "-1"), List.of("6", "-2"));
    }

    @Test
    void withoutElementsOrAxes_isShownToo() {
        assertThat(html(Tensor.zeros(0, 3)))
                .contains("shape 0×3")
                .contains("[ ]")
                .doesNotContain("<table");
        assertThat(cells(html(Tensor.zeros()))).containsExactly(List.of("0.0"));
    }

    /** JupyterLab strips more than this from a notebook that is not trusted. */
    @Test
    void table_isWholeInAnUntrustedNotebook() {
        var html = html(Tensor.randn(1, 7, 30, 30));
        assertThat(html).doesNotContain("<style", "<script", "data-", " id=", "var(");
        assertThat(Pattern.compile("style=\"([^\"]*)\"")
                        .matcher(html)
                        .results()
                        .flatMap(style -> Arrays.stream(style.group(1).split(";", -1)))
                        .map(declaration -> declaration.replaceFirst(":.*", ""))
                        .distinct())
                .isSubsetOf(KEPT_BY_JUPYTERLAB);
    }

    @Test
    void table_takesTheColoursOfThePage() {
        assertThat(html(Tensor.of(1)))
                .doesNotContainPattern("[\";](color|background-color):")
                .doesNotContain("#fff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</b><script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "$x^2$ costs $5",
                "{{{name}}}",
                "a\u0000b\u0007\ud800\n\tc"
            })
    void name_staysText(String name) throws Exception {
        var x = Tensor.of(1, 2).named(name);
        x.mul(x).sum().backward();
        var html = html(x);
        assertThat(html).doesNotContain("<script", "<img").doesNotContainPattern("(?<!<span>)\\$(?!</span>)");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("b").getLength()).isEqualTo(2);
    }

    @Test
    void table_isLight() {
        assertThat(html(Tensor.randn(1, 12, 12)).length()).isLessThan(20_000);
        assertThat(html(Tensor.randn(1, 500, 500)).length()).isLessThan(8_000);
    }
}
