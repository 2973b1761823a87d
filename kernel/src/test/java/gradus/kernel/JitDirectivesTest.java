package gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.kernel.install.CompilerDirectives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JitDirectivesTest {

    /** The JVM reads them as one, and says what it makes of the first line. */
    @Test
    void directives_areTakenByThisJvm(@TempDir Path folder) throws IOException, ReflectiveOperationException {
        Path file = Files.createDirectory(folder.resolve("a b")).resolve(CompilerDirectives.FILE);
        Files.writeString(file, CompilerDirectives.fileContent());

        assertThat(JitDirectives.answer("Compiler.directives_add \"" + file + "\"")
                        .toString())
                .contains("1 compiler directives added");
        assertThat(JitDirectives.answer("Compiler.directives_print").toString())
                .contains("com/sun/tools/*.*")
                .contains("gradus/kernel/*.*")
                .containsPattern("c2 directives:[\\s\\S]*Exclude:true");
        assertThat(JitDirectives.answer("Compiler.directives_remove").toString())
                .isNotNull();
    }
}
