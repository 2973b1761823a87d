package gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Makes the lectures in other languages from their texts, and fails when a stored one says something else. */
class TranslationTest {

    private static final Path NOTEBOOKS = Path.of("..", "notebooks");
    private static final List<String> LANGUAGES = List.of("en", "cs", "ro", "ru");
    private static final List<String> TRANSLATED =
            List.of("01-chain-rule", "02-straight-line-code", "03-the-var-class");
    private static final String UPDATE =
            "mvn test -pl kernel -am -Dtest=TranslationTest -Dsurefire.failIfNoSpecifiedTests=false -Dgradus.golden=update";

    private static final String ENGLISH = """
            {
             "cells": [
              {
               "cell_type": "markdown",
               "id": "a",
               "metadata": {},
               "source": [
                "One value"
               ]
              },
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "b",
               "metadata": {
                "gradus": {
                 "shows": [
                  "value 1"
                 ]
                }
               },
               "outputs": [],
               "source": [
                "value = 1;  // a value\\n",
                "print(\\"value \\" + value)"
               ]
              }
             ],
             "nbformat": 4
            }
            """;

    @TestFactory
    Stream<DynamicTest> storedNotebook_isMadeFromItsTexts() {
        return TRANSLATED.stream()
                .flatMap(name -> LANGUAGES.stream()
                        .skip(1)
                        .map(language -> DynamicTest.dynamicTest(
                                language + "/" + name, () -> assertMade(name + ".ipynb", language))));
    }

    private static void assertMade(String file, String language) throws IOException {
        Path texts = NOTEBOOKS.resolve("translations").resolve(language).resolve(file.replace(".ipynb", ".md"));
        Path stored = NOTEBOOKS.resolve(language).resolve(file);
        String made = Translation.parse(Files.readString(texts))
                .notebook(Files.readString(NOTEBOOKS.resolve(file)), file, language, LANGUAGES);
        if ("update".equals(System.getProperty("gradus.golden"))) {
            Files.createDirectories(stored.getParent());
            Files.writeString(stored, made);
        }
        assertThat(stored)
                .as("%s is stale: %s", stored, UPDATE)
                .exists()
                .content()
                .isEqualTo(made);
    }

    @Test
    void englishNotebook_linksToItsTranslations() throws IOException {
        for (String name : TRANSLATED) {
            String file = name + ".ipynb";
            assertThat(Translation.source(Files.readString(NOTEBOOKS.resolve(file)), "languages"))
                    .isEqualTo(Translation.links("en", file, LANGUAGES));
        }
    }

    @Test
    void folders_haveNothingElse() throws IOException {
        for (String language : LANGUAGES.subList(1, LANGUAGES.size())) {
            for (Path folder : List.of(
                    NOTEBOOKS.resolve(language),
                    NOTEBOOKS.resolve("translations").resolve(language))) {
                try (var files = Files.list(folder)) {
                    var names = new TreeSet<>(files.filter(Files::isRegularFile)
                            .map(each -> each.getFileName().toString().replaceFirst("[.](ipynb|md)$", ""))
                            .toList());
                    assertThat(names).as("%s", folder).isEqualTo(new TreeSet<>(TRANSLATED));
                }
            }
        }
    }

    @Test
    void words_areExchangedInCommentsStringsAndFiguresAlone() throws IOException {
        var made = new Translation(Map.of("a", "Jedna hodnota"), Map.of("value", "hodnota"))
                .notebook(ENGLISH, "f", "cs", LANGUAGES);
        assertThat(made)
                .isEqualTo(ENGLISH.replace("One value", "Jedna hodnota")
                        .replace("a value", "a hodnota")
                        .replace("\\\"value ", "\\\"hodnota ")
                        .replace("\"value 1\"", "\"hodnota 1\""));
    }

    @Test
    void cellWithoutTranslation_isToldById() {
        assertThatThrownBy(() -> new Translation(Map.of(), Map.of()).notebook(ENGLISH, "f", "cs", LANGUAGES))
                .hasMessage("a has no translation");
    }

    @Test
    void translationOfNothing_isTold() {
        var texts = Map.of("a", "Jedna hodnota", "c", "Nic");
        assertThatThrownBy(() -> new Translation(texts, Map.of()).notebook(ENGLISH, "f", "cs", LANGUAGES))
                .hasMessageContaining("[c]");
        var words = Map.of("nowhere", "nikde");
        assertThatThrownBy(() -> new Translation(Map.of("a", ""), words).notebook(ENGLISH, "f", "cs", LANGUAGES))
                .hasMessageContaining("[nowhere]");
    }

    @Test
    void file_hasATextBelowEachId() {
        var parsed = Translation.parse("<!-- cell-01 -->\n# Titul\n\nText\n\n<!-- words -->\na value ⇒ hodnota\n");
        assertThat(parsed.texts()).isEqualTo(Map.of("cell-01", "# Titul\n\nText"));
        assertThat(parsed.words()).isEqualTo(Map.of("a value", "hodnota"));
        assertThatThrownBy(() -> Translation.parse("<!-- a -->\nx\n<!-- a -->\ny\n"))
                .hasMessage("a is translated twice");
    }
}
