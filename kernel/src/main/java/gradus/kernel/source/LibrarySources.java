package gradus.kernel.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sources of the engine, the pictures and what a cell may call of the kernel, which lie beside their classes. */
public final class LibrarySources {

    /** Not where the classes are: there a compiler would take them for newer ones. */
    private static final String FOLDER = "META-INF/sources/";

    private static final Map<String, Optional<JavaSource>> READ = new ConcurrentHashMap<>();

    private LibrarySources() {}

    /** The source that a class stands in; empty where none was shipped. */
    public static Optional<JavaSource> of(Class<?> type) {
        Class<?> top = type;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        Class<?> file = top;
        return READ.computeIfAbsent(top.getName(), name -> read(file));
    }

    private static Optional<JavaSource> read(Class<?> file) {
        ClassLoader loader = file.getClassLoader();
        if (loader == null) {
            return Optional.empty(); // of the JDK
        }
        try (InputStream found =
                loader.getResourceAsStream(FOLDER + file.getName().replace('.', '/') + ".java")) {
            return found == null
                    ? Optional.empty()
                    : Optional.of(JavaSource.of(new String(found.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
