package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;

/** What an argument of a magic stands for. */
final class Given {

    private Given() {}

    /**
     * The value of an expression.
     *
     * @param needed the class that is needed, in words: {@code a Var or a Tensor}
     * @throws IllegalArgumentException if the expression gives anything else
     */
    static <T> T of(Session session, String expression, Class<T> type, String needed) throws CellFailure {
        var value = session.eval(expression);
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        var given = value == null
                ? "null, or has no value"
                : "of class " + value.getClass().getTypeName();
        throw new IllegalArgumentException(expression + " is " + given + ", and " + needed + " is needed here");
    }
}
