package gradus.kernel.install;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The lectures, in the clone in which the running jar was built.
 *
 * @param jar {@code kernel/target/gradus-kernel.jar} of the clone
 */
record Notebooks(Path jar) {

    /**
     * The folder {@code notebooks}.
     *
     * @throws InstallProblem when the jar does not lie in a clone
     */
    Path folder() {
        Path folder = root().resolve("notebooks");
        if (!Files.isDirectory(folder)) {
            throw new InstallProblem("There is no folder " + folder + ": run install-kernel.sh of a clone of Gradus.");
        }
        return folder;
    }

    Path first() {
        return folder().resolve("01-chain-rule.ipynb");
    }

    /** Where the demonstration is written: in the clone, and not in what is committed. */
    Path demoFolder() {
        return root().resolve("target").resolve("demo");
    }

    private Path root() {
        return jar.resolve("../../..").normalize();
    }
}
