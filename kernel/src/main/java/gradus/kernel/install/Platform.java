package gradus.kernel.install;

import java.util.Locale;

/** The three families of operating systems, as far as installing differs between them. */
enum Platform {
    LINUX(
            "",
            "bin",
            "install one with `sudo apt install openjdk-17-jdk` (Debian, Ubuntu) or "
                    + "`sudo dnf install java-17-openjdk-devel java-17-openjdk-jmods` (Fedora)",
            "install it with `sudo apt install python3 python3-venv` (Debian, Ubuntu) or `sudo dnf install python3`"
                    + " (Fedora)"),
    MACOS("", "bin", "install one with `brew install --cask temurin`", "install it with `brew install python`"),
    WINDOWS(
            ".exe",
            "Scripts",
            "install one with `winget install EclipseAdoptium.Temurin.17.JDK`",
            "install it with `winget install Python.Python.3.12`");

    private final String executableSuffix;
    private final String environmentPrograms;
    private final String jdkAdvice;
    private final String pythonAdvice;

    Platform(String executableSuffix, String environmentPrograms, String jdkAdvice, String pythonAdvice) {
        this.executableSuffix = executableSuffix;
        this.environmentPrograms = environmentPrograms;
        this.jdkAdvice = jdkAdvice;
        this.pythonAdvice = pythonAdvice;
    }

    /** The platform that a value of {@code os.name} stands for; anything unknown is treated as a Unix. */
    static Platform of(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") || name.startsWith("darwin") ? MACOS : LINUX;
    }

    /** The file name of a program, {@code java} or {@code java.exe}. */
    String executable(String program) {
        return program + executableSuffix;
    }

    /** The folder of a Python environment that holds its programs. */
    String environmentPrograms() {
        return environmentPrograms;
    }

    /** How to get a JDK, as the second half of a sentence. */
    String jdkAdvice() {
        return jdkAdvice;
    }

    /** How to get a Python, as the second half of a sentence. */
    String pythonAdvice() {
        return pythonAdvice;
    }
}
