package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Op;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpWordsTest {

    /** Not the names of functions, which are followed by a parenthesis, nor those that formulas have. */
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}{])(?!mean\\b|sign\\b)\\p{L}{3,}(?![\\p{L}(}])");

    @AfterEach
    void english() {
        Words.language("en");
    }

    @Test
    void formulaWithoutWords_staysAsItIs() {
        Words.language("cs");

        assertThat(OpWords.of("W̄ += z̄ xᵀ")).isEqualTo("W̄ += z̄ xᵀ");
        assertThat(OpWords.of("∂z/∂x = 2·x")).isEqualTo("∂z/∂x = 2·x");
    }

    @Test
    void words_areToldInTheLanguageOfThePictures() {
        assertThat(OpWords.of("x̄ += z̄/n for every element")).isEqualTo("x̄ += z̄/n for every element");

        Words.language("cs");
        assertThat(OpWords.of("x̄ += z̄/n for every element")).isEqualTo("x̄ += z̄/n pro každý prvek");
        Words.language("ro");
        assertThat(OpWords.of("x̄ += element 2 of z̄")).isEqualTo("x̄ += elementul 2 din z̄");
        Words.language("ru");
        assertThat(OpWords.of("x̄ += z̄ in the shape of x")).isEqualTo("x̄ += z̄ в форме x");
    }

    @Test
    void everyOpThatSaysWords_isToldInRussianWithoutThem() {
        Words.language("ru");
        var latin = Op.catalogue().stream()
                .filter(op -> !op.isElementwise())
                .map(op -> "x̄ += " + op.gradient(0, List.of("x", "y"), "z"))
                .filter(gradient -> WORD.matcher(gradient).find())
                .toList();

        assertThat(latin).hasSizeGreaterThan(10);
        assertThat(latin)
                .allSatisfy(gradient -> assertThat(OpWords.of(gradient))
                        .matches("x̄ \\+= .*\\p{IsCyrillic}{2}.*")
                        .doesNotContainPattern("[a-zA-Z]{4}"));
    }
}
