package gradus.kernel.install;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the kernel's JVM is tuned.
 *
 * <p>The lean defaults stand in a flag file beside the kernel. Whatever {@code JDK_JAVA_OPTIONS} says comes from the
 * command line and wins over such a file, so that an operator gives a class more heap or another collector without
 * editing {@code kernel.json}. (Flags written into {@code kernel.json} itself would come after that variable and win.)
 */
final class JvmFlags {

    /** Name of the flag file. */
    static final String FILE = "jvm.flags";

    /** In the flag file's syntax: no {@code -XX:}, and the sizes by their long names. */
    private static final List<String> LEAN = List.of(
            // One student, one small heap: the serial collector starts fastest and needs no helper threads.
            "+UseSerialGC",
            // -Xms48m: saves more memory than all else; the heap grows when a training loop asks for it.
            "InitialHeapSize=48m",
            // What a start needs and drops fits; the default's young part would be cleared half a dozen times.
            "NewSize=12m",
            // -Xss512k: the engine does not recurse, and a student's endless recursion ends sooner.
            "ThreadStackSize=512",
            // javac and a matrix loop stay far below; 240 MB would be reserved otherwise.
            "ReservedCodeCacheSize=48m",
            // Four times the default: what is called less often in the JDK is the Java compiler's too.
            // A loop counts its rounds as before.
            "Tier4InvocationThreshold=20000",
            "Tier4CompileThreshold=60000",
            // Milliseconds: what the JIT compiler has taken from the system's heap goes back.
            "TrimNativeHeapInterval=5000");

    /**
     * What the JIT compiler takes up at once, and not after some thousand calls: the path of what is printed. Interpreted,
     * it would take half a microsecond for each byte of a cell's first large output.
     */
    private static final List<String> COMPILED_AT_ONCE = List.of(
            "gradus.kernel.jupyter.StreamText::*",
            "java.util.Arrays::fill", // behind "-".repeat(80)
            "sun.security.provider.DigestBase::*", // the signature of a message
            "sun.security.provider.SHA2::*");

    /**
     * From this release on the JIT compiler makes vector code of plain loops, so that matrix products do without the
     * Vector API. Its module would cost 110 ms of the start there: with it, the JVM does not take linked classes from the
     * archive.
     */
    private static final int VECTORIZING = 25;

    private JvmFlags() {}

    static String fileContent() {
        Stream<String> early =
                COMPILED_AT_ONCE.stream().map(each -> "CompileCommand=CompileThresholdScaling," + each + ",0.01");
        Stream<String> quiet = Stream.of("CompileCommand=quiet"); // else the JVM repeats the others on standard output
        return Stream.of(LEAN.stream(), quiet, early).flatMap(each -> each).collect(Collectors.joining("\n", "", "\n"));
    }

    /** What is no {@code -XX} flag, and so has its place on the command line. */
    static List<String> onCommandLine(Jdk jdk) {
        List<String> flags = new ArrayList<>(List.of(
                // A JDK put in the place of the one that installed the kernel may not know every flag, and starts.
                "-XX:+IgnoreUnrecognizedVMOptions",
                // Cells are compiled into the package REPL: `assert` holds there, and stays off in libraries.
                "-ea:REPL...",
                "-Djava.awt.headless=true"));
        if (jdk.feature() < VECTORIZING) {
            // Matrix products take a quarter of the time, and the start takes no longer. The JVM says a line about
            // incubator modules to the terminal of the Jupyter server; no notebook sees it.
            flags.add("--add-modules=jdk.incubator.vector");
        }
        return flags;
    }
}
