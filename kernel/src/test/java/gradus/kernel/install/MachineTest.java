package gradus.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {

    private static final Path HOME = Path.of("home");

    @ParameterizedTest
    @CsvSource({"Linux, LINUX", "Mac OS X, MACOS", "Windows 11, WINDOWS", "FreeBSD, LINUX"})
    void platform_isReadFromTheNameOfTheSystem(String name, Platform platform) {
        assertThat(Platform.of(name)).isEqualTo(platform);
    }

    /** The folders of jupyter_core's documentation. */
    @ParameterizedTest
    @CsvSource({
        "LINUX, home/.local/share/jupyter",
        "MACOS, home/Library/Jupyter",
        "WINDOWS, home/AppData/Roaming/jupyter"
    })
    void jupyterData_isWhereJupyterLooks(Platform platform, Path folder) {
        assertThat(new Machine(platform, Map.of(), HOME).jupyterData()).isEqualTo(folder);
    }

    @Test
    void jupyterData_followsTheVariables() {
        assertThat(new Machine(Platform.LINUX, Map.of("XDG_DATA_HOME", "xdg"), HOME).jupyterData())
                .isEqualTo(Path.of("xdg", "jupyter"));
        assertThat(new Machine(Platform.WINDOWS, Map.of("APPDATA", "app"), HOME).jupyterData())
                .isEqualTo(Path.of("app", "jupyter"));
        assertThat(new Machine(Platform.MACOS, Map.of("JUPYTER_DATA_DIR", "own"), HOME).jupyterData())
                .isEqualTo(Path.of("own"));
    }

    @Test
    void onPath_takesTheFirstProgramThatCanBeRun(@TempDir Path folder) throws IOException {
        Path document = Files.createDirectories(folder.resolve("document")).resolve("jupyter");
        Files.createFile(document);
        Path program = Files.createDirectories(folder.resolve("pro gram")).resolve("jupyter");
        assertThat(Files.createFile(program).toFile().setExecutable(true)).isTrue();
        String path = String.join(
                File.pathSeparator, "", String.valueOf(document.getParent()), String.valueOf(program.getParent()));
        assertThat(new Machine(Platform.LINUX, Map.of("PATH", path), HOME).onPath("jupyter"))
                .contains(program);
    }
}
