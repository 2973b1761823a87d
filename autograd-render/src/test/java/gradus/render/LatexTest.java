package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTest {

    private static String latex(Tensor tensor) {
        return TensorTable.of(tensor).latex();
    }

    private static Tensor counted(int m, int n) {
        var rows = new double[m][n];
        for (int k = 0; k < m * n; k++) {
            rows[k / n][k % n] = k;
        }
        return Tensor.of(rows);
    }

    @Test
    void vector_isAColumn() {
        assertThat(latex(Tensor.of(1, -0.5).named("x")))
                .isEqualTo("$\\displaystyle \\mathit{x} = \\begin{bmatrix} 1.0 \\\\ -0.5 \\end{bmatrix}$");
    }

    @Test
    void matrix_isGivenByRows() {
        assertThat(latex(counted(2, 2))).isEqualTo("$\\displaystyle \\begin{bmatrix} 0 & 1 \\\\ 2 & 3 \\end{bmatrix}$");
    }

    @Test
    void longMatrix_hasDotsInThreeDirections() {
        assertThat(latex(counted(11, 11)).lines())
                .singleElement()
                .asString()
                .contains("{bmatrix} 0 & 1 & 2 & \\cdots & 8 & 9 & 10 \\\\ 11 ")
                .contains("\\\\ \\vdots & \\vdots & \\vdots & \\ddots & \\vdots & \\vdots & \\vdots \\\\ 88 &")
                .endsWith("118 & 119 & 120 \\end{bmatrix}$");
    }

    /** amsmath allows for ten columns in a bmatrix (MaxMatrixCols); an eleventh stops the export to PDF. */
    @Test
    void matrix_hasAtMostTenColumns() {
        for (int n = 1; n < 40; n++) {
            assertThat(latex(counted(1, n)).split(" & ", -1)).hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void dots_goDownWhereColumnsAreWhole() {
        assertThat(latex(counted(12, 3)))
                .contains("\\\\ \\vdots & \\vdots & \\vdots \\\\")
                .doesNotContain("\\ddots");
        assertThat(latex(Tensor.zeros(12))).contains("0 \\\\ \\vdots \\\\ 0").doesNotContain("\\ddots");
    }

    @Test
    void rankThree_isOneFormulaAMatrix() {
        assertThat(latex(Tensor.zeros(8, 1, 1).named("K")).split("\n\n", -1))
                .hasSize(7)
                .startsWith("$\\displaystyle \\mathit{K}_{0,:,:} = \\begin{bmatrix} 0 \\end{bmatrix}$")
                .contains("$\\displaystyle \\vdots$")
                .endsWith("$\\displaystyle \\mathit{K}_{7,:,:} = \\begin{bmatrix} 0 \\end{bmatrix}$");
        assertThat(latex(Tensor.zeros(1, 1, 1))).contains("\\displaystyle [0,:,:] = ");
    }

    @Test
    void power_isWrittenAsOne() {
        assertThat(latex(Tensor.of(1e-7, -2.5e10))).contains("1.0 \\cdot 10^{-7} \\\\ -2.5 \\cdot 10^{10}");
    }

    @Test
    void specialValues_areSymbols() {
        assertThat(latex(Tensor.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)))
                .contains("\\mathrm{NaN} \\\\ \\infty \\\\ -\\infty");
    }

    @Test
    void withoutElementsOrAxes_isAFormulaToo() {
        assertThat(latex(Tensor.zeros(2, 0).named("W")))
                .isEqualTo("$\\displaystyle \\mathit{W} = [\\;] \\in \\mathbb{R}^{2 \\times 0}$");
        assertThat(latex(Tensor.zeros())).isEqualTo("$\\displaystyle 0.0$");
    }

    @ParameterizedTest
    @CsvSource({
        "W_1, W\\_1",
        "cost$, cost\\$",
        "{a}, \\{a\\}",
        "'50% & #1', '50\\%\\ \\&\\ \\#1'",
        "\\input{x}, \\backslash{}input\\{x\\}",
        "</script>, {\\langle}/script{\\rangle}",
        "a^b~c, a{\\wedge}b{\\sim}c",
        "größe, größe"
    })
    void name_isEscaped(String name, String written) {
        assertThat(latex(Tensor.of(1).named(name))).startsWith("$\\displaystyle \\mathit{" + written + "} = ");
    }
}
