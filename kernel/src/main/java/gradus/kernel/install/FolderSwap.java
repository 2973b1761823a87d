package gradus.kernel.install;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Replaces a folder by a new one that is complete before the old one goes. */
final class FolderSwap {

    /** Fills a new, empty folder. */
    interface Writer {
        void write(Path fresh) throws IOException;
    }

    private FolderSwap() {}

    /**
     * Makes {@code target} hold what {@code writer} writes, or leaves it as it was.
     *
     * @param workshop a folder on the same disk, in which the new folder is built
     * @throws InstallProblem when the old folder is in use, as Windows has it while a kernel runs
     */
    static void replace(Path target, Path workshop, Writer writer) throws IOException {
        Files.createDirectories(workshop);
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path bench = Files.createTempDirectory(workshop, ".gradus-");
        try {
            Path fresh = Files.createDirectory(bench.resolve("new"));
            writer.write(fresh);
            Path old = bench.resolve("old");
            if (Files.exists(target)) {
                moveAway(target, old);
            }
            Files.move(fresh, target);
        } finally {
            delete(bench);
        }
    }

    /** Deletes a folder and all that is in it. */
    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void moveAway(Path target, Path old) {
        try {
            Files.move(target, old);
        } catch (IOException e) {
            throw new InstallProblem(
                    target + " cannot be replaced: shut down the notebooks that use Gradus, then run this again.", e);
        }
    }
}
