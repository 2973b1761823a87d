package gradus.kernel.jshell;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packages of the JDK that completion offers: those that a cell may use. JShell would find packages by a visit to each
 * class file of the JDK, for half a second, and keep the names of all, some 20 MB.
 */
final class JdkPackages {

    private JdkPackages() {}

    /**
     * Tells JShell, before its first analysis begins to look.
     *
     * @throws ReflectiveOperationException if this JDK is built otherwise
     */
    static void tell() throws ReflectiveOperationException, IOException {
        Path marker = Path.of(System.getProperty("java.home"), "lib", "modules");
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
        Constructor<?> index = Inside.inner("SourceCodeAnalysisImpl$ClassIndex")
                .getConstructor(long.class, Path.class, Set.class, Map.class);
        index.setAccessible(true);
        // With this time, the index counts as up to date.
        long time = Files.getLastModifiedTime(modules).toMillis();
        @SuppressWarnings("unchecked") // as the field is declared
        var known = (Map<Path, Object>) Objects.requireNonNull(
                Reflection.readOrNull(Reflection.field(Inside.inner("SourceCodeAnalysisImpl"), "PATH_TO_INDEX"), null));
        Set<String> names = ofModules("").collect(Collectors.toSet());
        known.putIfAbsent(marker, Reflection.create(index, time, marker, names, Map.of()));
    }

    /** What the modules of a prefix, such as {@code java.}, show to all, in the order of the alphabet. */
    static Stream<String> ofModules(String prefix) {
        return ModuleLayer.boot().modules().stream()
                .map(Module::getDescriptor)
                .filter(each -> each.name().startsWith(prefix))
                .flatMap(each -> each.exports().stream())
                .filter(each -> !each.isQualified())
                .map(Exports::source)
                .sorted();
    }
}
