package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CardTest {

    private static final Card VERDICT = new Card(
            "✗",
            "diamond: not yet right",
            List.of("∂L/∂a: half of it is missing.", "For a = 0.92, b = −0.36:"),
            List.of(List.of("", "yours", "right"), List.of("∂L/∂a", "−0.2016", "−0.5328")),
            List.of());

    @Test
    void card_isText() {
        assertThat(VERDICT.text()).isEqualTo("""
                ✗ diamond: not yet right
                ∂L/∂a: half of it is missing.
                For a = 0.92, b = −0.36:
                         yours    right
                  ∂L/∂a  −0.2016  −0.5328
                """);
    }

    @Test
    void card_isAsItWas() {
        Golden.check(Golden.resource("card.html"), VERDICT.html());
    }

    @Test
    void labels_harmNothing() {
        var card = new Card("", "<script>$x$", List.of("a < b & \"c\""), List.of(List.of("<b>")), List.of(VERDICT));

        assertThat(card.html())
                .doesNotContain("<script>", "<b><b>", "$x$")
                .contains("&lt;script&gt;", "a &lt; b &amp; &quot;c&quot;", "half of it is missing");
    }

    @Test
    void longSentence_isBrokenInTheImage() {
        var wide = new Card("", "t", List.of("word ".repeat(200)), List.of(), List.of());
        assertThat(wide.png()).hasSizeGreaterThan(1000);
    }
}
