package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Trace;
import gradus.autograd.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseTest {

    @Test
    void json_isWordsAndSlotsInTurn() {
        var phrase = Phrase.of("x = ").and(Phrase.number("v0", "3")).and(" metres");

        assertThat(phrase.text()).isEqualTo("x = 3 metres");
        assertThat(phrase.json()).hasToString("[\"x = \",\"v0\",\" metres\"]");
        assertThat(Phrase.of("x").and(" = 3").json()).hasToString("\"x = 3\"");
    }

    @Test
    void equation_saysNothingTwice() {
        assertThat(Phrase.equation(List.of(Phrase.of("v"), Phrase.of("−u"), Phrase.of("−1"), Phrase.of("−1"))))
                .isEqualTo("v = −u = −1");
    }

    @Test
    void negativeNumber_hasOnePairOfBracketsInAFunction() {
        var y = new Var(-4, "y");
        var trace = Trace.of(y.sigmoid().mul(y));

        assertThat(Substitution.of(trace, trace.node(1)).text()).isEqualTo("σ(−4)");
        assertThat(Substitution.of(trace, trace.node(2)).text()).isEqualTo("0.017986 · (−4)");
    }

    @Test
    void constant_hasNoSlot() {
        var trace = Trace.of(new Var(7, "y").pow(2));

        assertThat(Substitution.of(trace, trace.node(2)).json()).hasToString("[\"\",\"f0\",\"²\"]");
    }
}
