package gradus.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutedNotebookTest {

    @TempDir
    private Path folder;

    @Test
    void number_isReadFromTheResultOfTheTaggedCell() throws IOException {
        assertThat(notebook("[\"49.0\"]").number("demo:z")).isEqualTo("49");
        assertThat(notebook("\"0.5\"").number("demo:z")).isEqualTo("0.5");
    }

    @Test
    void number_saysWhichTagIsMissing() throws IOException {
        ExecutedNotebook notebook = notebook("\"49.0\"");
        assertThatThrownBy(() -> notebook.number("demo:y"))
                .isInstanceOf(InstallProblem.class)
                .hasMessageContaining("no cell tagged demo:y");
    }

    @Test
    void number_refusesWhatIsNone() throws IOException {
        ExecutedNotebook notebook = notebook("\"forty-nine\"");
        assertThatThrownBy(() -> notebook.number("demo:z"))
                .isInstanceOf(InstallProblem.class)
                .hasMessageContaining("shows no number: forty-nine");
    }

    private ExecutedNotebook notebook(String plainText) throws IOException {
        String json = """
                {"cells": [
                  {"cell_type": "markdown", "metadata": {}, "source": ""},
                  {"cell_type": "code", "metadata": {"tags": ["demo:z"]}, "outputs": [
                    {"output_type": "stream", "name": "stdout", "text": "7"},
                    {"output_type": "execute_result", "data": {"text/plain": %s}}]}
                ]}
                """.formatted(plainText);
        return ExecutedNotebook.read(Files.writeString(folder.resolve("notebook.ipynb"), json));
    }
}
