package gradus.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.RecordedOutput;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class InspectionTest {

    private static final String CELL = """
            /** A point of the plane. */
            class Point {
                /** Across, in metres. */
                int x;

                /** Puts it on the x axis. */
                Point(int x) { this.x = x; }

                /** Its distance from the origin: {@code 0 <= d}. */
                double norm() { return Math.abs(x); }

                /** Far away. */
                static class Far extends Point {
                    Far() { super(1000); }
                    @Override double norm() { return 1000; }
                }
            }
            /** Three colours. */
            enum Color { /** Warm. */ RED, GREEN }
            /** A pair. */
            record Pair(int a, String b) {}
            /** Doubles. */
            int twice(int a) { return 2 * a; }
            /** How many there are. */
            int number = 3;
            var p = new Point(3);
            var far = new Point.Far();
            var v = new Var(2);
            """;

    private final JavaSession session = new JavaSession();

    @BeforeEach
    void enter() throws CellFailure {
        Outputs.enter(new RecordedOutput());
        session.run(CELL, 1, 1);
    }

    @AfterEach
    void leave() {
        Outputs.leave();
        session.close();
    }

    private MimeBundle page(String code, int detail) {
        return Objects.requireNonNull(session.inspect(code, code.length(), detail), code);
    }

    private String text(String code) {
        return page(code, 0).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Point                | Point                   | A point of the plane.",
                "Point.Far            | Point.Far               | Far away.",
                "p                    | p:Point                 | A point of the plane.",
                "p.x                  | Point.x:int             | Across, in metres.",
                "p.norm               | double Point.norm()     | Its distance from the origin: 0 <= d.",
                "far.norm(            | double Point.Far.norm() | Its distance from the origin: 0 <= d.",
                "Point.norm           | double Point.norm()     | Its distance from the origin: 0 <= d.",
                "new Point(           | Point(int x)            | Puts it on the x axis.",
                "Color                | Color                   | Three colours.",
                "Color.RED            | Color.RED               | Warm.",
                "Pair                 | Pair                    | A pair.",
                "twice                | int twice(int a)        | Doubles.",
                "twice(3 + twice(4    | int twice(int a)        | Doubles.",
                "number               | number:int              | How many there are.",
            })
    void ownDeclaration_isExplainedByItsComment(String code, String signature, String words) {
        assertThat(text(code)).isEqualTo(signature + "\n    " + words);
    }

    @Test
    void ownDeclarationWithoutComment_hasItsSignature() {
        assertThat(text("new Pair(")).isEqualTo("Pair(int a, String b)");
        assertThat(text("Color.GREEN")).isEqualTo("Color.GREEN");
    }

    @Test
    void classDeclaredAnew_isExplainedAnew() throws CellFailure {
        assertThat(text("p.norm")).isEqualTo("double Point.norm()\n    Its distance from the origin: 0 <= d.");
        session.run(
                "class Point { /** Now in words. */ String norm(int digits) { return \"\"; } } var p = new Point();",
                2,
                1);
        assertThat(text("p.norm")).isEqualTo("String Point.norm(int digits)\n    Now in words.");
    }

    /** Formula, gradients, domain and edges of an op are those of the catalogue. */
    @Test
    void opOfTheEngine_isExplainedByCommentAndCatalogue() {
        String rule = String.join(
                "\n    ",
                "z = x^y, where x is this",
                "∂z/∂x = y·x^(y−1)",
                "∂z/∂y = z·ln(x)",
                "domain: x > 0, or whole y",
                "at kinks and edges: ∂z/∂x is 0 for y = 0; ∂z/∂y is 0 at x = 0 < y, NaN for x < 0");
        String onScalars = "Var Var.pow(Var y)\nVar Var.pow(double y)\n    z = thisʸ, see BinaryOp.POW.\n\n    " + rule;
        assertThat(text("v.pow"))
                .startsWith(onScalars)
                .contains("\n\nTensor Var.pow(Tensor y)\n    thisʸ, for each element of y.");
        assertThat(text("Var.pow")).isEqualTo(text("v.pow"));
        assertThat(text("v.pow(3, v.sin(")).contains("∂z/∂x = cos(x)");
        assertThat(text("Tensor.of(1).matmul")).contains("x̄ += z̄ yᵀ").contains("ȳ += xᵀ z̄");
        assertThat(text("Var.sum(")).contains("z = x₁ + x₂ + … + xₙ").contains("∂z/∂x₁ = 1");
    }

    @Test
    void classOfTheEngine_isExplainedByItsComment() {
        assertThat(text("Var"))
                .startsWith("gradus.autograd.Var\n    A scalar node: the Var of the lectures (row 4.1).");
        assertThat(text("new Adam(")).contains("Adam(").contains("\n    ");
        assertThat(text("UnaryOp.RELU")).startsWith("UnaryOp.RELU\n    ");
        assertThat(text("Graph.of(")).startsWith("Picture Graph.of(Node root)").contains("\n    ");
        assertThat(text("display(")).startsWith("String Display.display(Object value)\n    ");
        assertThat(text("v")).startsWith("v:gradus.autograd.Var\n    A scalar node");
    }

    @Test
    void methodOfASuperclass_isExplainedThere() {
        assertThat(text("v.backward(")).startsWith("void ").contains("\n    ");
        assertThat(text("Tensor.of(1).named(")).contains("\n    ");
    }

    /** With its sources beside it, the JDK explains itself; without, the page on the web is named. */
    @Test
    void nameOfTheJdk_isExplainedHereOrElsewhere() {
        assertThat(text("\"abc\".substring(1, 2)")).contains("String String.substring(int beginIndex, int endIndex)");
        assertThat(text("\"abc\".substring(1, 2)"))
                .containsAnyOf("Returns a string that is a substring", "/docs/api/java.base/java/lang/String.html");
        assertThat(text("Map.Entry")).contains("java.util.Map.Entry<K, V>");
        assertThat(text("List.of(1,")).contains("List<E> List<E>.<E>of(E e1, E e2)");
    }

    /** A dozen overloads would be a page that nobody reads. */
    @Test
    void manyOverloads_areNamedAndThreeExplained() throws CellFailure {
        var code = new StringBuilder();
        for (String each : List.of("int", "long", "short", "byte", "char", "float")) {
            code.append("/** Of %1$s. */ int of(%1$s a) { return 0; }%n".formatted(each));
        }
        session.run(code.toString(), 2, 1);
        assertThat(text("of(")).isEqualTo("""
                        int of(int a)
                            Of int.

                        int of(long a)
                            Of long.

                        int of(short a)
                            Of short.

                        int of(byte a)
                        int of(char a)
                        int of(float a)\
                        """);
        assertThat(page("of(", 1).text()).contains("Of float.");
    }

    @Test
    void detail_showsTheSource() {
        assertThat(page("twice", 1).text())
                .isEqualTo("int twice(int a)\n    Doubles.\n\n    int twice(int a) { return 2 * a; }");
        assertThat(page("v.sin", 1).text()).contains("return apply(UnaryOp.SIN, this);");
        assertThat(page("Tensor", 1).text())
                .contains("public final class Tensor")
                .contains(" more lines)");
        assertThat(page("p", 1).text()).contains("var p = new Point(3)");
    }

    @Test
    void page_isHtmlToo() {
        assertThat(page("p.norm", 1).data().get(MimeBundle.HTML))
                .isEqualTo("<pre><b>double Point.norm()</b></pre>"
                        + "<p>Its distance from the origin: <code>0 &lt;= d</code>.</p>"
                        + "<pre>double norm() { return Math.abs(x); }</pre>");
    }

    @ParameterizedTest
    @CsvSource({
        "p.norm(), 0",
        "p.norm(), 1",
        "p.norm(), 3",
        "p.norm(), 6",
        "p.norm(), 7",
        "'twice(p.x)', 2",
        "'twice(p.x)', 8"
    })
    void cursor_mayStandAnywhereInANameOrCall(String code, int cursor) {
        assertThat(session.inspect(code, cursor, 0)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "1 + 1", "noSuchName", "'// comment'", "'\"text'", "}{"})
    void whatHasNoMeaning_isNotFound(String code) {
        assertThat(session.inspect(code, code.length(), 0)).isNull();
    }
}
