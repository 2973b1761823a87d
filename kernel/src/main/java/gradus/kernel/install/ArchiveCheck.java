package gradus.kernel.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the JVM takes the class-data archive that {@code kernel.json} names. Without it the kernel starts slower. */
final class ArchiveCheck {

    private ArchiveCheck() {}

    /** One line for the doctor. */
    static String of(KernelFolder kernel) throws IOException {
        Optional<ClassDataArchive> made = ClassDataArchive.in(kernel.path());
        if (made.isEmpty()) {
            return "slow start: there is no class-data archive; run install-kernel.sh again.";
        }
        return isAccepted(kernel, made.get())
                ? "ok: the JVM takes the class-data archive"
                : "slow start: the class-data archive is of another JVM or of other jars; run install-kernel.sh again.";
    }

    private static boolean isAccepted(KernelFolder kernel, ClassDataArchive archive) throws IOException {
        List<String> argv = Installation.argvOf(kernel.kernelJson());
        List<String> words = new ArrayList<>(argv.subList(1, argv.indexOf("-jar")));
        words.addAll(archive.insistFlags());
        words.addAll(List.of("-jar", kernel.jar().toString(), "--help"));
        return Program.of(Path.of(argv.get(0)), words.toArray(String[]::new))
                .capture()
                .succeeded();
    }
}
