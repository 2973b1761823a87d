package gradus.kernel.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kernel's classes, parsed and linked ahead of time, in a file that the JVM maps into memory at start. A JVM that
 * finds the file missing, or made by another JVM or for other jars, starts all the same, only slower.
 */
enum ClassDataArchive {
    /**
     * A dynamic archive on top of the JDK's own (JEP 350). Below a folder with a space in its name, JDK 17 leaves the
     * classes of our jars out, and archives the JDK's alone.
     */
    APP_CDS("classes.jsa", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=", "-Xshare:on", "-Xlog:cds*=off"),

    /** A cache of loaded and linked classes and of method profiles (JEP 483, 514, 515). */
    AOT_CACHE("classes.aot", "-XX:AOTCacheOutput=", "-XX:AOTCache=", "-XX:AOTMode=on", "-Xlog:cds*=off,aot*=off");

    /** The release in which one training run makes a cache (JEP 514). */
    private static final int ONE_STEP_AOT = 25;

    private final String fileName;
    private final String makeFlag;
    private final String useFlag;
    private final String insistFlag;
    /** A stale archive is the doctor's to tell; in the terminal of the Jupyter server it is noise. */
    private final String quiet;

    ClassDataArchive(String fileName, String makeFlag, String useFlag, String insistFlag, String quiet) {
        this.fileName = fileName;
        this.makeFlag = makeFlag;
        this.useFlag = useFlag;
        this.insistFlag = insistFlag;
        this.quiet = quiet;
    }

    /** The best kind that this JDK can make. */
    static ClassDataArchive of(Jdk jdk) {
        return jdk.feature() >= ONE_STEP_AOT ? AOT_CACHE : APP_CDS;
    }

    /** The archive that this folder holds. */
    static Optional<ClassDataArchive> in(Path folder) {
        return Stream.of(values())
                .filter(archive -> Files.exists(archive.file(folder)))
                .findFirst();
    }

    Path file(Path folder) {
        return folder.resolve(fileName);
    }

    /** The flags for a training run that writes the archive at its end. */
    List<String> makeFlags(Path folder) {
        return List.of(makeFlag + file(folder));
    }

    /** The flags for a run that uses the archive. */
    List<String> useFlags(Path folder) {
        return List.of(useFlag + file(folder), quiet);
    }

    /** Further flags with which the JVM ends when it cannot use the archive. */
    List<String> insistFlags() {
        return List.of(insistFlag);
    }
}
