package gradus.kernel.install;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What the installer may know of the machine that it runs on.
 *
 * @param platform decides on names of programs and on default folders
 * @param environment the environment variables
 * @param home the user's home folder
 */
record Machine(Platform platform, Map<String, String> environment, Path home) {

    /** The machine at hand. */
    static Machine current() {
        Map<String, String> environment = System.getenv();
        // On a Unix, HOME is what Jupyter goes by; the JVM looks the user up in the password file instead.
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return new Machine(Platform.of(System.getProperty("os.name")), environment, Path.of(home));
    }

    /** An environment variable, if it is set to something. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The first program of this name on the PATH. */
    Optional<Path> onPath(String program) {
        return variable("PATH").stream()
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator, -1)))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, platform.executable(program)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Jupyter's data folder of this user, by the rules of {@code jupyter_core}. */
    Path jupyterData() {
        return variable("JUPYTER_DATA_DIR").map(Path::of).orElseGet(() -> switch (platform) {
            case WINDOWS -> applicationData().resolve("jupyter");
            case MACOS -> home.resolve("Library").resolve("Jupyter");
            case LINUX -> applicationData().resolve("jupyter");
        });
    }

    /** Gradus' own data folder of this user; holds the private Python environment. */
    Path gradusData() {
        return applicationData().resolve("gradus");
    }

    private Path applicationData() {
        return switch (platform) {
            case WINDOWS ->
                variable("APPDATA").map(Path::of).orElse(home.resolve("AppData").resolve("Roaming"));
            case MACOS -> home.resolve("Library").resolve("Application Support");
            case LINUX -> variable("XDG_DATA_HOME").map(Path::of).orElse(home.resolve(".local/share"));
        };
    }
}
