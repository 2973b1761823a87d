package gradus.render;

import gradus.autograd.ArrayText;
import gradus.autograd.Decimals;
import gradus.autograd.Excerpt;
import gradus.autograd.Names;
import gradus.autograd.Tensor;
import gradus.autograd.Value;
import gradus.render.scene.Glyphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tensor as a notebook shows it: a table for a vector or a matrix, a table for each matrix of an array of higher rank,
 * and the gradient behind the value where a sweep has brought one. Numbers have up to four decimals, the same for all of
 * an array; where that is not all of a number, its cell has the rest as its title.
 *
 * <pre>{@code
 * var W = Tensor.of(new double[][] {{1, 2}, {3, 4.5}}).named("W");
 * TensorTable.of(W).latex()   // ⇒ $\displaystyle \mathit{W} = \begin{bmatrix} 1.0 & 2.0 \\ 3.0 & 4.5 \end{bmatrix}$
 * }</pre>
 */
public final class TensorTable {

    static final int PRECISION = 4;
    static final int LONGEST_NAME = 60;

    /** As many columns as fit a notebook. */
    private static final int LONGEST = 12;

    // The untouched tones of Okabe and Ito: as lines they stand out (3 : 1) on white and on black, so that no
    // style sheet needs to know the theme. JupyterLab strips those from notebooks that are not trusted.
    private static final String VALUE = "#0072b2";
    private static final String GRADIENT = "#d55e00";

    private final @Nullable String name;
    private final Value value;
    private final @Nullable Value gradient;

    private TensorTable(@Nullable String name, Value value, @Nullable Value gradient) {
        this.name = name;
        this.value = value;
        this.gradient = gradient;
    }

    /** The tensor as it is now. */
    public static TensorTable of(Tensor tensor) {
        return new TensorTable(tensor.name(), Value.of(tensor), Value.gradientOf(tensor));
    }

    /**
     * A piece of HTML that is whole without scripts and style sheets and takes the colours of the page. Of a row or column
     * of more than twelve numbers the first and last three are shown, and so of more than six matrices.
     */
    public String html() {
        var arrays = new ArrayList<Map<String, Object>>();
        arrays.add(array(Words.of("tensor.value"), name, value, VALUE));
        if (gradient != null) {
            arrays.add(array(Words.of("tensor.gradient"), name == null ? null : Names.bar(name), gradient, GRADIENT));
        }
        return Html.fill("tensor.html", Map.of("arrays", arrays));
    }

    /** The value as a formula; see {@link Latex}. */
    public String latex() {
        return Latex.of(name, value);
    }

    /** The value as text, in the manner of NumPy; see {@link ArrayText}. */
    @Override
    public String toString() {
        return ArrayText.of(name == null ? "" : name + " = ", value);
    }

    private static Map<String, Object> array(String what, @Nullable String name, Value value, String colour) {
        return Map.of(
                "what",
                what,
                "name",
                name == null ? "" : Glyphs.shorten(name, LONGEST_NAME),
                "shape",
                Words.of("value.shape", value.shape()),
                "empty",
                value.size() == 0,
                "colour",
                colour,
                "matrices",
                matrices(value));
    }

    private static List<Map<String, Object>> matrices(Value value) {
        if (value.size() == 0) {
            return List.of();
        }
        if (value.isScalar()) {
            var cell = Map.of("text", Double.toString(value.element(0)), "full", "", "align", "right");
            return List.of(Map.of("title", "", "hasRows", true, "rows", List.of(Map.of("cells", List.of(cell)))));
        }
        var excerpt = Excerpt.ofTable(value.shape(), LONGEST);
        var decimals = Decimals.of(excerpt.of(value), PRECISION);
        return Matrix.of(value.shape(), excerpt).stream()
                .map(matrix -> matrix(matrix, value, decimals))
                .toList();
    }

    private static Map<String, Object> matrix(Matrix matrix, Value value, Decimals decimals) {
        var title = matrix.title(value.shape().rank());
        var rows = matrix.rows().stream()
                .map(row -> Map.of("cells", row(row, value, decimals)))
                .toList();
        return Map.of(
                "title",
                matrix.isGap() ? "⋮" : title.isEmpty() ? "" : "[" + title + "]",
                "hasRows",
                !matrix.isGap(),
                "rows",
                rows);
    }

    private static List<Map<String, String>> row(List<Integer> row, Value value, Decimals decimals) {
        boolean leftOut = Matrix.isLeftOut(row);
        return row.stream()
                .map(k -> k != Excerpt.GAP
                        ? cell(value.element(k), decimals)
                        : Map.of("text", leftOut ? "⋮" : "⋯", "full", "", "align", "center"))
                .toList();
    }

    private static Map<String, String> cell(double x, Decimals decimals) {
        var text = decimals.even(x);
        return Map.of("text", text, "full", isAllOf(x, text) ? "" : Double.toString(x), "align", "right");
    }

    private static boolean isAllOf(double x, String text) {
        return !Double.isFinite(x) || Double.parseDouble(text) == x;
    }
}
