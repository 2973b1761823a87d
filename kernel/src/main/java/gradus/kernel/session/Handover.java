package gradus.kernel.session;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Hands an object of the kernel to a cell, which can name it only by a key. */
public final class Handover {

    private static final Map<String, Object> WAITING = new ConcurrentHashMap<>();

    private Handover() {}

    public static String put(Object value) {
        String key = UUID.randomUUID().toString();
        WAITING.put(key, value);
        return key;
    }

    /** Gives the object out, once. */
    public static Object take(String key) {
        Object value = WAITING.remove(key);
        if (value == null) {
            throw new IllegalArgumentException("Nothing waits under the key " + key + ".");
        }
        return value;
    }

    /** Takes back what no cell has taken. */
    public static void forget(String key) {
        WAITING.remove(key);
    }
}
