package gradus.kernel.install;

import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;

/**
 * A Java development kit.
 *
 * @param home its folder
 * @param feature its feature release: 17, 25
 */
record Jdk(Path home, int feature) {

    /** The oldest release whose language and libraries the kernel is written for. */
    static final int OLDEST = 17;

    private static final List<String> MODULES = List.of("jdk.jshell", "jdk.compiler");

    /**
     * The JDK that runs this program: the kernel will run on the same one.
     *
     * @throws InstallProblem when it is too old, or a mere run-time environment
     */
    static Jdk running(Platform platform) {
        Path home = Path.of(System.getProperty("java.home"));
        ModuleFinder modules = ModuleFinder.ofSystem();
        List<String> missing = MODULES.stream()
                .filter(module -> modules.find(module).isEmpty())
                .toList();
        return check(home, Runtime.version().feature(), missing, platform);
    }

    static Jdk check(Path home, int feature, List<String> missing, Platform platform) {
        if (feature < OLDEST) {
            throw new InstallProblem(
                    "%s is Java %d, and Gradus needs a JDK %d or newer: %s, then run this again with it."
                            .formatted(home, feature, OLDEST, platform.jdkAdvice()));
        }
        if (!missing.isEmpty()) {
            throw new InstallProblem(
                    "%s is a Java run-time environment without %s, and Gradus needs a whole JDK %d or newer: %s."
                            .formatted(home, String.join(" and ", missing), OLDEST, platform.jdkAdvice()));
        }
        return new Jdk(home, feature);
    }

    /** The launcher. */
    Path java(Platform platform) {
        return home.resolve("bin").resolve(platform.executable("java"));
    }
}
