package gradus.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSwapTest {

    @TempDir
    private Path workshop;

    @Test
    void replace_leavesNothingOfTheOldFolder() throws IOException {
        Path target = workshop.resolve("kernels/gradus");
        FolderSwap.replace(target, workshop, fresh -> Files.writeString(fresh.resolve("old"), ""));
        FolderSwap.replace(target, workshop, fresh -> Files.writeString(fresh.resolve("new"), ""));
        assertThat(target).isDirectoryContaining("glob:**new").isDirectoryNotContaining("glob:**old");
        assertThat(workshop).isDirectoryNotContaining("glob:**.gradus-*");
    }

    @Test
    void replace_keepsTheOldFolderWhenTheNewOneFails() throws IOException {
        Path target = workshop.resolve("gradus");
        FolderSwap.replace(target, workshop, fresh -> Files.writeString(fresh.resolve("old"), ""));
        assertThatThrownBy(() -> FolderSwap.replace(target, workshop, fresh -> {
                    Files.writeString(fresh.resolve("half"), "");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(target).isDirectoryContaining("glob:**old").isDirectoryNotContaining("glob:**half");
        assertThat(workshop).isDirectoryNotContaining("glob:**.gradus-*");
    }
}
