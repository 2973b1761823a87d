package gradus.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JvmFlagsTest {

    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    @Test
    void onCommandLine_bringsTheVectorApiOnlyWhereMatrixProductsNeedIt() {
        assertThat(JvmFlags.onCommandLine(new Jdk(Path.of("jdk"), 17))).contains(VECTORS);
        assertThat(JvmFlags.onCommandLine(new Jdk(Path.of("jdk"), 25))).doesNotContain(VECTORS);
    }
}
