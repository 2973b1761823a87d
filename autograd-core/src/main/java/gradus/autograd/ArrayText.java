package gradus.autograd;

/**
 * An array as text, in the manner of NumPy's {@code array2string(a, separator=', ')}: columns aligned, lines of at most
 * 75 characters, an empty line between matrices; of more than 1000 elements only the first and last three of each axis.
 * Up to 8 decimals, the same for all (see {@link Decimals}).
 *
 * <pre>{@code
 * ArrayText.of(Value.of(Tensor.of(1, -0.25, 3)))   // ⇒ [ 1.  , -0.25,  3.  ]
 * }</pre>
 *
 * <p>Unlike NumPy's: NaN and ∞ are written as everywhere in Gradus; an array without elements tells its shape; a scalar
 * is written in full, as {@link Var} writes it.
 */
public final class ArrayText {

    private static final int LINE = 75;
    private static final int PRECISION = 8;
    private static final String SEPARATOR = ", ";
    private static final String LEFT_OUT = "...";

    private final Value value;
    private final Excerpt excerpt;
    private final Decimals decimals;

    private ArrayText(Value value) {
        this.value = value;
        this.excerpt = Excerpt.ofText(value.shape());
        this.decimals = Decimals.of(excerpt.of(value), PRECISION);
    }

    /** The array without a name. */
    public static String of(Value value) {
        return of("", value);
    }

    /** The array behind a prefix such as {@code "W = "}, under which its further lines are indented. */
    public static String of(String prefix, Value value) {
        if (value.isScalar()) {
            return prefix + value.element(0);
        }
        if (value.size() == 0) {
            return prefix + (value.shape().rank() == 1 ? "[]" : "[] of shape " + value.shape());
        }
        var indent = " ".repeat(prefix.codePointCount(0, prefix.length()));
        return prefix + new ArrayText(value).axis(0, 0, indent + " ", LINE - 1);
    }

    /**
     * The part of the array below one index.
     *
     * @param from the number of its first element, counted in parts of the axis before
     * @param indent what stands before every line but the first, up to the elements
     * @param width what is left of a line when all brackets are closed
     */
    private String axis(int axis, int from, String indent, int width) {
        return axis == value.shape().rank() - 1 ? row(axis, from, indent, width) : parts(axis, from, indent, width);
    }

    private String parts(int axis, int from, String indent, int width) {
        var text = new StringBuilder("[");
        var between = "," + "\n".repeat(value.shape().rank() - axis - 1) + indent;
        for (int place : excerpt.places(axis)) {
            text.append(text.length() == 1 ? "" : between);
            text.append(
                    place == Excerpt.GAP
                            ? LEFT_OUT
                            : axis(axis + 1, from * value.shape().axis(axis) + place, indent + " ", width - 1));
        }
        return text.append(']').toString();
    }

    private String row(int axis, int from, String indent, int width) {
        var text = new StringBuilder();
        var line = new StringBuilder(indent);
        var places = excerpt.places(axis);
        int first = from * value.shape().axis(axis);
        for (int i = 0; i < places.length; i++) {
            var word = places[i] == Excerpt.GAP ? LEFT_OUT : decimals.aligned(value.element(first + places[i]));
            if (line.length() + word.length() > width && line.length() > indent.length()) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(indent);
            }
            line.append(word).append(i < places.length - 1 ? SEPARATOR : "]");
        }
        return "[" + text.append(line).substring(indent.length());
    }
}
