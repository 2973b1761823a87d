package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Pattern KEY = Pattern.compile("Words\\.of\\(\\s*\"([^\"]+)\"");

    @Test
    void parts_arePutInAsTheyAre() {
        assertThat(Words.of("step.forward", "{0}")).isEqualTo("Forward ({0})");
    }

    @Test
    void everyKeyOfTheSources_isInTheBundle() throws IOException {
        var used = new TreeSet<String>();
        for (var sources : new String[] {"src/main/java", "../kernel/src/main/java"}) {
            try (Stream<Path> files = Files.walk(Path.of(sources))) {
                for (var file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    KEY.matcher(Files.readString(file)).results().forEach(m -> used.add(m.group(1)));
                }
            }
        }

        assertThat(used).contains("step.seed");
        assertThat(used)
                .allSatisfy(key ->
                        assertThat(Words.of(key, "", "", "", "", "", "", "")).isNotBlank());
    }

    @Test
    void unknownLanguage_isRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> Words.language("xx")).hasMessageContaining("en, cs, ro, ru");
        assertThat(Words.language()).isEqualTo("en");
    }
}
