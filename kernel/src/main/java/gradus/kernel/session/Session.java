package gradus.kernel.session;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a magic may do with the running session; small enough for a fake in a test. */
public interface Session {

    /**
     * The value of a Java expression, or of the last one of several snippets; null where it is null or there is none.
     *
     * @throws CellFailure if the code does not compile or throws
     */
    @Nullable
    Object eval(String code) throws CellFailure;

    /** The student's variables with their present values, in the order of declaration. */
    Map<String, @Nullable Object> variables();

    /** The type of a variable as it was declared; null where there is no such variable. */
    @Nullable
    String typeOf(String variable);

    /**
     * Declares a Java variable with a value, or replaces one.
     *
     * @param type the declared type, as Java writes it, such as {@code "Var"}
     */
    void declare(String type, String name, Object value) throws CellFailure;

    /** What the last cell threw; null if it ran well. */
    default @Nullable Throwable lastFailure() {
        return null;
    }

    /** Forgets every declaration; the default imports stand again. */
    void reset();

    /** Shows a value now, above what the cell itself will show. */
    void display(@Nullable Object value);
}
