package gradus.kernel.install;

import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.Map;

/**
 * What the JIT compiler is told (JEP 165). Its optimizing half, C2, leaves alone what serves a cell and is no part of it:
 * the Java compiler, JShell, the transport. Code of the quick half, C1, is enough for them, where C2 would take the second
 * core from a class's first hundred cells, and some 25 MB. What a student runs has C2 as ever: own classes, the engine, the
 * collections, text and numbers of the JDK.
 */
public final class CompilerDirectives {

    /** Name of the file beside the kernel. */
    public static final String FILE = "compiler-directives.json";

    /** With all packages below. */
    private static final List<String> PACKAGES = List.of(
            "com.google.gson",
            "com.sun.source",
            "com.sun.tools",
            "gradus.kernel",
            "io.github.spencerpark",
            "jdk.internal.jimage",
            "jdk.internal.jrtfs",
            "jdk.internal.jshell",
            "jdk.internal.loader",
            "jdk.internal.module",
            "jdk.internal.org.objectweb",
            "jdk.jshell",
            "jdk.nio.zipfs",
            "org.objectweb.asm",
            "org.zeromq",
            "picocli",
            "sun.nio.fs",
            "zmq");

    private CompilerDirectives() {}

    public static String fileContent() {
        var directive = Map.of(
                "match",
                        PACKAGES.stream()
                                .map(each -> each.replace('.', '/') + "/*.*")
                                .toList(),
                "c2", Map.of("Exclude", true));
        return new GsonBuilder().setPrettyPrinting().create().toJson(List.of(directive)) + "\n";
    }
}
