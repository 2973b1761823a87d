package gradus.autograd;

/** What is said when two shapes do not go together: both names, both shapes, the axis, and what to do. */
final class ShapeClash {

    private ShapeClash() {}

    static String message(String op, Node x, Node y) {
        return both(op, x, y) + reason(x.shape(), y.shape()) + suggestion(x, y);
    }

    /** @throws ShapeException if the shapes are not equal */
    static void requireEqual(String op, Node x, Node y) {
        if (!x.shape().equals(y.shape())) {
            throw new ShapeException(op, null, both(op, x, y) + "they must be equal" + suggestion(x, y), x, y);
        }
    }

    private static String both(String op, Node x, Node y) {
        return op + ": " + called(x, "the first operand") + " has the shape " + x.shape() + " and " + second(y)
                + " has the shape " + y.shape() + "; ";
    }

    private static String second(Node y) {
        return called(y, "the second");
    }

    private static String called(Node node, String otherwise) {
        return node.name() == null ? otherwise : node.name();
    }

    private static String reason(Shape x, Shape y) {
        int rank = Math.max(x.rank(), y.rank());
        for (int i = 1; i <= Math.min(x.rank(), y.rank()); i++) {
            int a = x.axis(x.rank() - i);
            int b = y.axis(y.rank() - i);
            if (a != b && a != 1 && b != 1) {
                return "aligned at the last axis, lengths must be equal or 1, and on axis " + (rank - i) + " they are "
                        + a + " and " + b;
            }
        }
        return "together they would make " + stretched(x, y) + ", which is hardly meant: operands of different rank are"
                + " not both stretched";
    }

    private static Shape stretched(Shape x, Shape y) {
        var longer = x.rank() > y.rank() ? x : y;
        var shorter = x.rank() > y.rank() ? y : x;
        var axes = longer.axes();
        for (int i = 1; i <= shorter.rank(); i++) {
            int at = axes.length - i;
            axes[at] = Math.max(axes[at], shorter.axis(shorter.rank() - i));
        }
        return new Shape(axes);
    }

    private static String suggestion(Node x, Node y) {
        if (x.shape().size() == y.shape().size()) {
            boolean transposed = x.shape().rank() == 2
                    && y.shape().rank() == 2
                    && x.shape().axis(0) == y.shape().axis(1);
            return transposed
                    ? ". Did you mean to transpose one of them?"
                    : ". Did you mean to reshape " + second(y) + " to " + x.shape() + "?";
        }
        // W: m×n with one number for each row: a column is stretched along the rows.
        boolean rows = x.shape().rank() == 2
                && y.shape().rank() == 1
                && x.shape().axis(0) == y.shape().axis(0);
        return rows ? ". Did you mean to reshape " + second(y) + " to " + y.shape() + "×1, one for each row?" : "";
    }
}
