package gradus.kernel.jupyter;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * The kernel's own log. It must not reach a notebook, so it is silent unless the system property {@code gradus.log} names
 * a level; then it goes to the terminal that Jupyter was started from.
 */
final class Log {

    private Log() {}

    static void silence() {
        String level = System.getProperty("gradus.log");
        if (level == null) {
            LogManager.getLogManager().reset();
            Logger.getLogger("").setLevel(Level.OFF);
        } else {
            Logger.getLogger("").setLevel(Level.parse(level));
        }
    }
}
