package gradus.render.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ColourTest {

    private static final List<Colour> LETTERS = List.of(Colour.INK, Colour.MUTED, Colour.VALUE, Colour.GRADIENT);
    private static final List<Colour> GROUNDS = List.of(Colour.CARD, Colour.RESULT, Colour.INPUT, Colour.HOT);

    /** WCAG 2.1, 1.4.3. */
    @Test
    void letters_haveContrastOnEveryGroundInBothThemes() {
        for (Function<Colour, Color> theme : List.<Function<Colour, Color>>of(Colour::light, Colour::dark)) {
            for (var letters : LETTERS) {
                for (var ground : GROUNDS) {
                    assertThat(contrast(theme.apply(letters), theme.apply(ground)))
                            .as("%s on %s", letters, ground)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    /** WCAG 2.1, 1.4.11. */
    @Test
    void edges_areSeenOnTheCard() {
        assertThat(contrast(Colour.LINE.light(), Colour.CARD.light())).isGreaterThan(3);
        assertThat(contrast(Colour.LINE.dark(), Colour.CARD.dark())).isGreaterThan(3);
    }

    /** A printer and eyes that see no colour are left with slant and place: value upright, gradient in italics. */
    @Test
    void valueAndGradient_differWithoutColourToo() {
        assertThat(Ink.VALUE.italic()).isFalse();
        assertThat(Ink.GRAD.italic()).isTrue();
    }

    private static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
