package gradus.autograd;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells of what is hardly meant: once for each kind and line of the program, so that a loop of a thousand epochs says it
 * once.
 *
 * <p>By default one line to {@code System.err}; {@link #listener(Listener)} sends it elsewhere.
 *
 * <pre>{@code
 * Warnings.off(Warning.STEP_WITHOUT_ZERO_GRAD);
 * Warnings.isOn(Warning.STEP_WITHOUT_ZERO_GRAD)   // ⇒ false
 * Warnings.on(Warning.STEP_WITHOUT_ZERO_GRAD);
 * }</pre>
 */
public final class Warnings {

    /** So many kinds and lines are remembered; the oldest is told again when it comes again. */
    private static final int REMEMBERED = 1000;

    private static final Set<Warning> OFF = EnumSet.noneOf(Warning.class);
    private static final Set<String> TOLD = new HashSet<>();
    private static final Queue<String> TOLD_IN_ORDER = new ArrayDeque<>();

    private static Listener listener = Warnings::print;

    /** Hears of warnings. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Is told once for each kind and place.
         *
         * @param message what was found, and what to do, in one line
         * @param place the line of the program outside of the engine; null where there is none
         */
        void warn(Warning kind, String message, @Nullable StackTraceElement place);
    }

    private Warnings() {}

    /** Switches a kind off. */
    public static synchronized void off(Warning kind) {
        OFF.add(kind);
    }

    /** Switches a kind on again. */
    public static synchronized void on(Warning kind) {
        OFF.remove(kind);
    }

    /** Whether a kind is told of. */
    public static synchronized boolean isOn(Warning kind) {
        return !OFF.contains(kind);
    }

    /**
     * Sends all warnings to this listener from now on; it has not been told of anything yet.
     *
     * @return the one before
     */
    public static synchronized Listener listener(Listener next) {
        var before = listener;
        listener = next;
        TOLD.clear();
        TOLD_IN_ORDER.clear();
        return before;
    }

    /**
     * Warns, unless the kind is off or was told of at this line before.
     *
     * @param message is only asked for if it is to be told
     */
    public static void tell(Warning kind, Supplier<String> message) {
        if (!isOn(kind)) {
            return;
        }
        var place = place(Warnings::isProgram);
        var told = isNew(kind + " " + place);
        if (told != null) {
            told.warn(kind, message.get(), place);
        }
    }

    private static synchronized @Nullable Listener isNew(String key) {
        if (!TOLD.add(key)) {
            return null;
        }
        TOLD_IN_ORDER.add(key);
        if (TOLD_IN_ORDER.size() > REMEMBERED) {
            TOLD.remove(TOLD_IN_ORDER.remove());
        }
        return listener;
    }

    /** The innermost call that comes from a class of such a name; null if there is none. */
    static @Nullable StackTraceElement place(Predicate<String> isSource) {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isSource.test(frame.getClassName()))
                        .findFirst()
                        .map(StackWalker.StackFrame::toStackTraceElement)
                        .orElse(null));
    }

    /** Neither the engine nor the JDK. */
    static boolean isProgram(String className) {
        return !className.startsWith("gradus.autograd.")
                && !className.startsWith("java.")
                && !className.startsWith("jdk.");
    }

    private static void print(Warning kind, String message, @Nullable StackTraceElement place) {
        System.err.println("warning: " + message
                + (place == null ? "" : " (" + place.getFileName() + ":" + place.getLineNumber() + ")")
                + " [off: Warnings.off(Warning." + kind + ")]");
    }
}
