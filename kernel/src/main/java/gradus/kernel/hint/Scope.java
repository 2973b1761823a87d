package gradus.kernel.hint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the session knows about names; asked only when a cell has failed. */
public interface Scope {

    /** Variables, classes and methods at the top of a cell; a method ends with a parenthesis. */
    List<String> names();

    /** What stands behind the dot of a value of this type, or of the class itself; a method ends with a parenthesis. */
    List<String> members(String type, boolean ofTheClass);

    /** The ways to make an object of a class that a cell may use, such as {@code Var(double, String)}. */
    List<String> constructors(String className);

    /** The full name of a class that is not imported; null where no library has it. */
    @Nullable
    String importOf(String className);

    /** What a declared name cannot be used without; empty if there is nothing. */
    List<String> missingFor(String name);

    /** Why a variable has lost its value; null if it has not. */
    @Nullable
    String resetOf(String variable);

    /** Whether each value of one type is one of the other type too. */
    boolean isA(String type, String other);
}
