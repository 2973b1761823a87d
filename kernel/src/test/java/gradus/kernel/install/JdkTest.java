package gradus.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdkTest {

    private static final Path HOME = Path.of("jvm");

    @Test
    void running_isTheJdkOfThisTest() {
        assertThat(Jdk.running(Platform.LINUX).feature()).isGreaterThanOrEqualTo(Jdk.OLDEST);
    }

    @ParameterizedTest
    @EnumSource
    void runTimeEnvironment_isRefusedAndTheCureIsNamed(Platform platform) {
        assertThatThrownBy(() -> Jdk.check(HOME, 17, List.of("jdk.jshell"), platform))
                .isInstanceOf(InstallProblem.class)
                .hasMessageContainingAll("jvm", "jdk.jshell", "whole JDK 17", platform.jdkAdvice());
    }

    @Test
    void oldJdk_isRefused() {
        assertThatThrownBy(() -> Jdk.check(HOME, 11, List.of(), Platform.LINUX))
                .isInstanceOf(InstallProblem.class)
                .hasMessageContainingAll("is Java 11", "17 or newer");
    }

    @Test
    void archive_isAnAotCacheFromTheReleaseThatMakesItInOneStep() {
        assertThat(ClassDataArchive.of(new Jdk(HOME, 24))).isEqualTo(ClassDataArchive.APP_CDS);
        assertThat(ClassDataArchive.of(new Jdk(HOME, 25))).isEqualTo(ClassDataArchive.AOT_CACHE);
    }
}
