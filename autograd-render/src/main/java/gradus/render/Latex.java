package gradus.render;

import gradus.autograd.Decimals;
import gradus.autograd.Excerpt;
import gradus.autograd.Value;
import gradus.render.scene.Glyphs;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An array as a formula for MathJax and for LaTeX with amsmath, which is what an export to PDF has.
 *
 * <p>A vector is a column, as in W·x with W: m×n and x: n. An array of higher rank is a list of its matrices, each in a
 * paragraph of its own, so that pages can break between them. Of a row or column of more than ten numbers, which is as
 * many columns as {@code bmatrix} takes, the first and last three are shown.
 */
final class Latex {

    private static final int LONGEST = 10;

    /** Elements that stand within a line of a derivation. */
    private static final int MOST_SHOWN = 16;

    /** LaTeX has a command for each but the omicron, which looks like an o. */
    private static final Pattern GREEK = Pattern.compile("GREEK SMALL LETTER (?!OMICRON)([A-Z]+)");

    private Latex() {}

    static String of(@Nullable String name, Value value) {
        if (value.isScalar()) {
            return formula(name == null ? "" : symbol(name) + " = ", number(Double.toString(value.element(0))));
        }
        if (value.size() == 0) {
            return formula(name == null ? "" : symbol(name) + " = ", "[\\;] \\in \\mathbb{R}^{" + shape(value) + "}");
        }
        var excerpt = Excerpt.ofTable(value.shape(), LONGEST);
        var decimals = Decimals.of(excerpt.of(value), TensorTable.PRECISION);
        return Matrix.of(value.shape(), excerpt).stream()
                .map(matrix -> matrix.isGap()
                        ? formula("", "\\vdots")
                        : formula(head(name, matrix, value.shape().rank()), matrix(matrix, value, decimals)))
                .collect(Collectors.joining("\n\n"));
    }

    /** {@code W_{0,:,:} =}, so that the index is read even where there is no name. */
    private static String head(@Nullable String name, Matrix matrix, int rank) {
        var title = matrix.title(rank).replace(" ", "");
        if (title.isEmpty()) {
            return name == null ? "" : symbol(name) + " = ";
        }
        return (name == null ? "[" + title + "]" : symbol(name) + "_{" + title + "}") + " = ";
    }

    private static String matrix(Matrix matrix, Value value, Decimals decimals) {
        var rows = value.shape().rank() == 1
                ? matrix.rows().get(0).stream().map(List::of).toList()
                : matrix.rows();
        return rows.stream()
                .map(row -> row(row, value, decimals))
                .collect(Collectors.joining(" \\\\ ", "\\begin{bmatrix} ", " \\end{bmatrix}"));
    }

    private static String row(List<Integer> row, Value value, Decimals decimals) {
        boolean leftOut = Matrix.isLeftOut(row);
        var cells = row.stream()
                .map(k -> k != Excerpt.GAP ? number(decimals.even(value.element(k))) : leftOut ? "\\vdots" : "\\cdots")
                .collect(Collectors.toList());
        // Where a row and a column that are left out meet; a column that is not shortened has no such place.
        if (leftOut && value.shape().axis(value.shape().rank() - 1) > LONGEST && cells.size() > 1) {
            cells.set(cells.size() / 2, "\\ddots");
        }
        return String.join(" & ", cells);
    }

    private static String number(String text) {
        int e = text.indexOf('e') < 0 ? text.indexOf('E') : text.indexOf('e');
        if (e >= 0) {
            return text.substring(0, e) + " \\cdot 10^{" + Integer.parseInt(text.substring(e + 1)) + "}";
        }
        return text.replace("NaN", "\\mathrm{NaN}")
                .replace("Infinity", "\\infty")
                .replace("∞", "\\infty");
    }

    private static String shape(Value value) {
        return value.shape().toString().replace("×", " \\times ");
    }

    private static String formula(String head, String body) {
        return "$\\displaystyle " + head + body + "$";
    }

    /** A name of several letters as one word, in which every character is itself. */
    static String symbol(String name) {
        return Glyphs.shorten(name, TensorTable.LONGEST_NAME)
                .codePoints()
                .mapToObj(Latex::character)
                .collect(Collectors.joining("", "\\mathit{", "}"));
    }

    /** The name as one writes it by hand: x1 is x with an index, sigma is a Greek letter; others as {@link #symbol}. */
    static String variable(String name) {
        return letter(name, "");
    }

    /** The adjoint of a variable in bar notation. */
    static String adjoint(String name) {
        return letter(name, "\\bar");
    }

    private static String letter(String name, String accent) {
        int letters = Character.charCount(name.isEmpty() ? ' ' : name.codePointAt(0));
        boolean indexed = !name.isEmpty()
                && Character.isLetter(name.codePointAt(0))
                && name.substring(letters).matches("[0-9]{0,4}");
        if (!indexed) {
            return accent.isEmpty() ? symbol(name) : "\\overline{" + symbol(name) + "}";
        }
        var letter = greek(name.codePointAt(0));
        var index = name.substring(letters);
        return (accent.isEmpty() ? letter : accent + "{" + letter + "}") + (index.isEmpty() ? "" : "_{" + index + "}");
    }

    private static String greek(int c) {
        var small = GREEK.matcher(String.valueOf(Character.getName(c)));
        return small.matches()
                ? "\\" + small.group(1).replace("LAMDA", "LAMBDA").toLowerCase(Locale.ROOT) + " "
                : Character.toString(c);
    }

    /** The array as a formula of its own, without a name; its shape where it is large. */
    static String body(Value value) {
        if (!isShown(value)) {
            return "\\mathbb{R}^{" + shape(value) + "}";
        }
        var excerpt = Excerpt.ofTable(value.shape(), LONGEST);
        var decimals = Decimals.of(excerpt.of(value), TensorTable.PRECISION);
        return matrix(Matrix.of(value.shape(), excerpt).get(0), value, decimals);
    }

    /** Whether {@link #body} is the array itself and not its shape. */
    static boolean isShown(Value value) {
        return value.shape().rank() <= 2 && value.size() <= MOST_SHOWN && value.size() > 0;
    }

    static String escaped(int c) {
        return character(c);
    }

    private static String character(int c) {
        return switch (c) {
            case '_', '$', '#', '%', '&', '{', '}' -> "\\" + (char) c;
            case '\\' -> "\\backslash{}";
            case '^' -> "{\\wedge}";
            case '~' -> "{\\sim}";
            // Some front ends put a formula into the page as it stands.
            case '<' -> "{\\langle}";
            case '>' -> "{\\rangle}";
            case ' ' -> "\\ ";
            default -> Character.toString(c);
        };
    }
}
