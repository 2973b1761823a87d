package gradus.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JvmFlagsTest {

    private static final Pattern SCALED = Pattern.compile("CompileCommand=CompileThresholdScaling,(.+)::(.+),0\\.01");

    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    @Test
    void onCommandLine_bringsTheVectorApiOnlyWhereMatrixProductsNeedIt() {
        assertThat(JvmFlags.onCommandLine(new Jdk(Path.of("jdk"), 17))).contains(VECTORS);
        assertThat(JvmFlags.onCommandLine(new Jdk(Path.of("jdk"), 25))).doesNotContain(VECTORS);
    }

    /** The JVM is silent about a method that is not there. */
    @Test
    void fileContent_namesMethodsThatExist() throws ClassNotFoundException {
        List<MatchResult> scaled =
                SCALED.matcher(JvmFlags.fileContent()).results().toList();
        assertThat(scaled).isNotEmpty();
        for (MatchResult each : scaled) {
            Class<?> type = Class.forName(each.group(1), false, JvmFlagsTest.class.getClassLoader());
            assertThat(type.getDeclaredMethods())
                    .extracting(Method::getName)
                    .anyMatch(name -> "*".equals(each.group(2)) || name.equals(each.group(2)));
        }
    }
}
