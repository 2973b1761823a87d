package gradus.kernel;

import gradus.kernel.install.CompilerDirectives;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hands the directives that lie beside the kernel to the JIT compiler. The JVM has a flag for it, which says a line on
 * standard output, where a console shows it; {@code jcmd} has that line as its answer, and this is its way.
 */
final class JitDirectives {

    private static final Logger LOG = Logger.getLogger(JitDirectives.class.getName());

    private static final String DOOR = "com.sun.management.internal.";

    private JitDirectives() {}

    /** Does nothing where none lie there, or where the JVM has no such door: a kernel runs without, only slower. */
    static void give() {
        Path code = Path.of(URI.create(JitDirectives.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        Path file = code.resolveSibling(CompilerDirectives.FILE);
        if (Files.exists(file)) {
            try {
                LOG.log(Level.FINE, "{0}", answer("Compiler.directives_add \"" + file + "\""));
            } catch (ReflectiveOperationException | RuntimeException e) {
                LOG.log(Level.FINE, "The JIT compiler was told nothing.", e);
            }
        }
    }

    /** What the JVM says to a command of {@code jcmd}. */
    static Object answer(String command) throws ReflectiveOperationException {
        Class.forName(DOOR + "PlatformMBeanProviderImpl"); // loads the native half
        Class<?> commands = Class.forName(DOOR + "DiagnosticCommandImpl");
        Method open = commands.getDeclaredMethod("getDiagnosticCommandMBean");
        open.setAccessible(true);
        Method run = commands.getDeclaredMethod("executeDiagnosticCommand", String.class);
        run.setAccessible(true);
        return run.invoke(open.invoke(null), command);
    }
}
