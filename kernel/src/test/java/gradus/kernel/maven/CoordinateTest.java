package gradus.kernel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateTest {

    @Test
    void threeParts_nameAJar() {
        assertThat(Coordinate.parse("g:a:1")).isEqualTo(new Coordinate("g", "a", "jar", "", "1"));
    }

    @Test
    void fourParts_haveAPackagingOrAClassifier() {
        assertThat(Coordinate.parse("g:a:pom:1")).isEqualTo(new Coordinate("g", "a", "pom", "", "1"));
        assertThat(Coordinate.parse("g:a:linux-x86_64:1"))
                .isEqualTo(new Coordinate("g", "a", "jar", "linux-x86_64", "1"));
        assertThat(Coordinate.parse("g:a:test-jar:1")).isEqualTo(new Coordinate("g", "a", "jar", "tests", "1"));
    }

    @Test
    void fiveParts_haveBoth() {
        assertThat(Coordinate.parse("g:a:jar:sources:1")).isEqualTo(new Coordinate("g", "a", "jar", "sources", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "g:a", "g::1", "a:b:c:d:e:f"})
    void anythingElse_isToldWithTheForms(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coordinate.parse(text))
                .withMessageContaining("needed is group:artifact:version");
    }
}
