package gradus.kernel.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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

    /**
     * Runs text as a cell: Java and magics, with the pictures of each. Text that stands in the running cell keeps its
     * line there in errors.
     *
     * @return the value of its last line; null where that has none
     * @throws CellFailure if it fails
     */
    @Nullable
    Value run(String text) throws CellFailure;

    /**
     * The same for tests: what they declare as variables ends with them, and no code of another cell can change it. Where a
     * method or a lambda of the tests changes one, or a magic stands among them, it is {@link #run} after all.
     */
    default @Nullable Value runApart(String text) throws CellFailure {
        return run(text);
    }

    /** How long code of cells has run in this session, without the time that the compiler took; in nanoseconds. */
    long nanosRun();

    /** Ends what runs, as an interrupt by the student does; called from another thread. */
    default void interrupt() {}

    /** The student's variables with their present values, in the order of declaration. */
    Map<String, @Nullable Object> variables();

    /** Names in Java text that cells have declared, and that stand for something of the kernel's or of Java otherwise. */
    default List<String> redefined(String code) {
        return List.of();
    }

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

    /** Whether a class holds code of a cell. */
    default boolean isOfCell(String className) {
        return false;
    }

    /** The line of a cell at which a stack frame of code that has run stands; empty if it is in no cell. */
    default SourceLine lineOf(StackTraceElement frame) {
        return SourceLine.UNKNOWN;
    }

    /** Forgets every declaration; the default imports stand again. */
    void reset();

    /**
     * Makes a bundle by code of the kernel that may call a student's {@code toString}, so that an interrupt ends it.
     *
     * @throws CellFailure if it is interrupted or fails
     */
    MimeBundle render(Supplier<MimeBundle> maker) throws CellFailure;

    /** Lets code use the classes of jars and folders; what is there already is not added again. */
    void addToClasspath(List<Path> entries);

    /** What has been added to the class path, in its order. */
    List<Path> classpath();

    /** The cells so far, the running one last. */
    List<Cell> history();

    /** Shows a value now, above what the cell itself will show. */
    void display(@Nullable Object value);
}
