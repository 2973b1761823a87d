package gradus.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.kernel.magic.Piece.JavaText;
import gradus.kernel.magic.Piece.MagicCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellSplitterTest {

    private static List<Piece> split(String cell) {
        return new CellSplitter("%who"::equals).split(cell);
    }

    @Test
    void magicLine_standsBetweenJavaLines() {
        assertThat(split("int a = 1;\n%who -v\nint b = 2;"))
                .containsExactly(
                        new JavaText("int a = 1;\n", 1, 0),
                        new MagicCall("%who", "-v", "", 2, 11),
                        new JavaText("int b = 2;", 3, 19));
    }

    @Test
    void magicLine_mayBeIndented() {
        assertThat(split("  %graph f")).containsExactly(new MagicCall("%graph", "f", "", 1, 2));
    }

    @Test
    void remainder_continuesAnExpression() {
        assertThat(split("int c = a\n  %b;")).containsExactly(new JavaText("int c = a\n  %b;", 1, 0));
    }

    @Test
    void knownMagic_endsAnExpressionWithoutSemicolon() {
        assertThat(split("1 + 1\n%who"))
                .containsExactly(new JavaText("1 + 1\n", 1, 0), new MagicCall("%who", "", "", 2, 6));
    }

    @Test
    void percentInsideBrackets_isJava() {
        assertThat(split("f(a\n%who\n);")).hasSize(1).first().isInstanceOf(JavaText.class);
    }

    @Test
    void percentInsideTextBlock_isText() {
        assertThat(split("String s = \"\"\"\n%who\n\\\"\"\"\n%who\n\"\"\";"))
                .hasSize(1)
                .first()
                .isInstanceOf(JavaText.class);
    }

    @Test
    void percentInsideComment_isComment() {
        assertThat(split("/* a\n%who\n*/ 1")).hasSize(1).first().isInstanceOf(JavaText.class);
    }

    @Test
    void bracketInsideStringOrComment_opensNothing() {
        assertThat(split("String s = \"({[\"; // ({[\nchar c = '\"';\n%who")).hasSize(2);
    }

    @Test
    void cellMagic_takesTheWholeCell() {
        assertThat(split("%%html a b\n<b>1</b>\n%who"))
                .containsExactly(new MagicCall("%%html", "a b", "<b>1</b>\n%who", 1, 0));
    }

    @Test
    void blankCell_hasNoPieces() {
        assertThat(split(" \n\n")).isEmpty();
    }
}
