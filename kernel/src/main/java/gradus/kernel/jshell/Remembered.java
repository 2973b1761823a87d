package gradus.kernel.jshell;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was found out, of late; read and written by one thread at a time. */
final class Remembered<K, V> extends LinkedHashMap<K, V> {

    private static final int MOST = 200;

    Remembered() {
        super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST;
    }
}
