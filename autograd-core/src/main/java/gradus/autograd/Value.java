package gradus.autograd;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** A number or an array of numbers as it was at one moment: immutable, without history. */
public final class Value {

    private static final int SHOWN = 3;

    private final Shape shape;
    private final double[] elements;

    private Value(Shape shape, double[] elements) {
        this.shape = shape;
        this.elements = elements;
    }

    /** A scalar. */
    public static Value of(double scalar) {
        return new Value(Shape.SCALAR, new double[] {scalar});
    }

    /** The value that the node has now. */
    public static Value of(Node node) {
        return new Value(node.shape(), node.elements().clone());
    }

    /** The value of a node without a copy, to be written and not to be kept. */
    static Value view(Node node) {
        return new Value(node.shape(), node.elements());
    }

    /** The gradient that the node has now; null if no sweep has reached it. */
    public static @Nullable Value gradientOf(Node node) {
        return node.hasGrad() ? new Value(node.shape(), node.gradElements()) : null;
    }

    static Value of(Shape shape, double[] elements) {
        return new Value(shape, elements.clone());
    }

    /** The lengths of the axes. */
    public Shape shape() {
        return shape;
    }

    /** Whether this is a single number without axes. */
    public boolean isScalar() {
        return shape.rank() == 0;
    }

    /** The number of elements. */
    public int size() {
        return elements.length;
    }

    /** Element k in row-major order; element 0 is the number itself for a scalar. */
    public double element(int k) {
        return elements[k];
    }

    /** The elements, row-major; a copy. */
    public double[] toArray() {
        return elements.clone();
    }

    /** As {@link Numbers#brief} writes it. */
    public String brief() {
        return write(Numbers::brief);
    }

    /** {@link #brief}, in parentheses where it is a negative number: fit to stand behind an operator. */
    public String factor() {
        return isScalar() ? Numbers.factor(elements[0]) : brief();
    }

    /** In full, so that no digit is lost; long axes are shortened to their first and last three. */
    @Override
    public String toString() {
        return write(Double::toString);
    }

    private String write(DoubleFunction<String> number) {
        if (isScalar()) {
            return number.apply(elements[0]);
        }
        var text = new StringBuilder();
        write(0, 0, number, text);
        return text.toString();
    }

    private void write(int axis, int from, DoubleFunction<String> number, StringBuilder text) {
        int n = shape.axis(axis);
        int stride = 1;
        for (int i = axis + 1; i < shape.rank(); i++) {
            stride *= shape.axis(i);
        }
        text.append('[');
        for (int i = 0; i < n; i++) {
            if (n > 2 * SHOWN + 1 && i == SHOWN) {
                text.append(", …");
                i = n - SHOWN;
            }
            text.append(i == 0 ? "" : ", ");
            if (axis == shape.rank() - 1) {
                text.append(number.apply(elements[from + i]));
            } else {
                write(axis + 1, from + i * stride, number, text);
            }
        }
        text.append(']');
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Value other && shape.equals(other.shape) && Arrays.equals(elements, other.elements);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(elements);
    }
}
