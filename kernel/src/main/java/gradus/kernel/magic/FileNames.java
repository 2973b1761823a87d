package gradus.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Completion of file names, for magics that take one. */
final class FileNames {

    private static final int MOST = 200;

    private FileNames() {}

    /** The files and folders whose names go on from what is typed; a folder ends with a slash. */
    static List<String> completions(String typed) {
        int name = typed.lastIndexOf('/') + 1;
        String folder = typed.substring(0, name);
        try (Stream<Path> files = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
            return files.map(each -> each.getFileName() + (Files.isDirectory(each) ? "/" : ""))
                    .filter(each -> each.startsWith(typed.substring(name)))
                    .filter(each -> !each.startsWith(".") || typed.startsWith(".", name))
                    .sorted()
                    .limit(MOST)
                    .map(each -> folder + each)
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }
}
