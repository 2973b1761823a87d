package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final Pattern KEY = Pattern.compile("Words\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

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

    @ParameterizedTest
    @ValueSource(strings = {"cs", "ro", "ru"})
    void language_hasTheKeysAndPlacesOfEnglish(String language) throws IOException {
        var english = phrases("words.properties");
        var own = phrases("words_" + language + ".properties");

        assertThat(own.keySet()).isEqualTo(english.keySet());
        assertThat(english).allSatisfy((key, phrase) -> {
            assertThat(own.getOrDefault(key, "")).as(key).isNotBlank();
            assertThat(places(own.getOrDefault(key, ""))).as(key).isEqualTo(places(phrase));
        });
        var words = english.entrySet().stream()
                .filter(e -> LETTER.matcher(PLACE.matcher(e.getValue()).replaceAll(""))
                        .find())
                .toList();
        assertThat(words.stream().filter(e -> e.getValue().equals(own.get(e.getKey()))))
                .as("phrases that are the same in English")
                .hasSizeLessThanOrEqualTo(words.size() / 10);
    }

    private static Map<String, String> phrases(String file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/gradus/render", file))) {
            properties.load(reader);
        }
        var phrases = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> phrases.put(key, properties.getProperty(key)));
        return phrases;
    }

    private static Set<String> places(String phrase) {
        return PLACE.matcher(phrase).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void unknownLanguage_isRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> Words.language("xx")).hasMessageContaining("en, cs, ro, ru");
        assertThat(Words.language()).isEqualTo("en");
    }
}
