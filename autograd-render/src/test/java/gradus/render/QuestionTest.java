package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Trace;
import gradus.autograd.Var;
import gradus.render.Question.Mistake;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class QuestionTest {

    /** f = x·y + sin x at x = 2, y = 3. */
    private static List<Question> questions() {
        var x = new Var(2, "x");
        var y = new Var(3, "y");
        var trace = Trace.of(x.mul(y).add(x.sin()).named("f"));
        return Frames.of(trace).stream()
                .map(frame -> Question.of(trace, frame))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Question of(String label, double answer) {
        return questions().stream()
                .filter(q -> q.label().equals(label) && Math.abs(q.answer() - answer) < 1e-9)
                .findFirst()
                .orElseThrow();
    }

    private static double mistake(Question question, String key) {
        return question.mistakes().stream()
                .filter(m -> m.key().equals(key))
                .mapToDouble(Mistake::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void everyStep_isAQuestion() {
        assertThat(questions())
                .extracting(Question::label)
                .containsExactly("v1", "v2", "f", "f̄", "v̄1", "v̄2", "x̄", "x̄", "ȳ");
    }

    @Test
    void value_hasTheMistakesOfAnotherOpAndOfTheSign() {
        var product = of("v1", 6);

        assertThat(mistake(product, "sign")).isEqualTo(-6);
        assertThat(product.mistakes()).contains(new Mistake("op", 5, "x + y"));
        assertThat(mistake(product, "operand")).isEqualTo(2);
    }

    @Test
    void secondContribution_hasTheMistakesOfAdding() {
        var last = of("x̄", 3 + Math.cos(2));

        assertThat(mistake(last, "assign")).isEqualTo(3);
        assertThat(mistake(last, "before")).isEqualTo(Math.cos(2));
        assertThat(mistake(last, "sign")).isEqualTo(Math.cos(2) - 3);
        assertThat(mistake(last, "other")).isEqualTo(Math.cos(2) + 2);
    }

    @Test
    void localGradientAtTheOutput_isOneOfTheMistakes() {
        assertThat(mistake(of("x̄", Math.cos(2)), "output")).isEqualTo(Math.cos(Math.sin(2)));
        assertThat(mistake(of("x̄", Math.cos(2)), "early")).isEqualTo(3 + Math.cos(2));
    }

    @Test
    void rightAnswer_isNoMistake() {
        assertThat(questions())
                .allSatisfy(q -> assertThat(q.mistakes())
                        .noneMatch(m -> Math.abs(m.value() - q.answer()) <= 1e-9 * Math.abs(q.answer())));
    }
}
