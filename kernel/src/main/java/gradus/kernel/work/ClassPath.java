package gradus.kernel.work;

import gradus.kernel.session.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Jars and folders whose classes the cells can use. */
public final class ClassPath {

    private ClassPath() {}

    /**
     * Adds jars, folders of classes, and patterns such as {@code lib/*.jar} or {@code lib/**.jar}.
     *
     * @return what is added
     * @throws IllegalArgumentException if there is no such file, or a pattern matches none
     */
    public static List<Path> add(String... paths) {
        var entries = new ArrayList<Path>();
        for (String each : paths) {
            entries.addAll(find(each));
        }
        Sessions.current().addToClasspath(entries);
        return entries;
    }

    /** The entries that a path or a pattern stands for, with absolute names. */
    public static List<Path> find(String path) {
        return path.chars().anyMatch(c -> "*?{[".indexOf(c) >= 0) ? matching(path) : List.of(existing(path));
    }

    private static Path existing(String path) {
        Path entry = Path.of(path.replaceFirst("^~(?=$|[/\\\\])", home()))
                .toAbsolutePath()
                .normalize();
        if (!Files.exists(entry)) {
            throw new IllegalArgumentException(
                    "there is no file " + entry + "; give a jar, a folder of classes, or a pattern such as lib/*.jar");
        }
        return entry;
    }

    private static List<Path> matching(String pattern) {
        String unix = pattern.replace('\\', '/').replaceFirst("^~(?=/)", home().replace("\\\\", "/"));
        String fixed = unix.replaceFirst("[^/]*[*?{\\[].*$", "");
        Path folder = Path.of(fixed.isEmpty() ? "." : fixed).toAbsolutePath().normalize();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + unix.substring(fixed.length()));
        int depth = unix.contains("**")
                ? Integer.MAX_VALUE
                : Path.of("a/" + unix.substring(fixed.length()).replace('*', 'x'))
                                .getNameCount()
                        - 1;
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no folder " + folder + " for the pattern " + pattern);
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            List<Path> found = files.filter(each -> matcher.matches(folder.relativize(each)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("no file in " + folder + " matches " + pattern);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a replacement in a regular expression. */
    private static String home() {
        return System.getProperty("user.home", "~").replace("\\", "\\\\");
    }
}
