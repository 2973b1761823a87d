package gradus.kernel.work;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The environment of the programs that cells start. A JVM cannot change its own: {@code System.getenv} keeps telling what
 * the kernel was started with.
 */
public final class Variables {

    private static final Map<String, String> CHANGED = new ConcurrentHashMap<>();

    private Variables() {}

    /** Sets a variable for programs that are started from now on; an empty value takes it away. */
    public static void set(String name, String value) {
        if (!name.matches("[A-Za-z_]\\w*")) {
            throw new IllegalArgumentException(name + " is not the name of a variable: letters, digits and _");
        }
        CHANGED.put(name, value);
    }

    /** The value of a variable; null where it has none. */
    public static @Nullable String get(String name) {
        return all().get(name);
    }

    /** All variables in the order of the alphabet. */
    public static Map<String, String> all() {
        var all = new TreeMap<>(System.getenv());
        all.putAll(CHANGED);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    static Map<String, String> changed() {
        return Map.copyOf(CHANGED);
    }
}
