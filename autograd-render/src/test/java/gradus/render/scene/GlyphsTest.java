package gradus.render.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlyphsTest {

    @Test
    void shortText_staysAsItIs() {
        assertThat(Glyphs.shorten("weight", 6)).isEqualTo("weight");
        assertThat(Glyphs.shorten("", 6)).isEmpty();
    }

    @Test
    void longText_endsInAnEllipsisAndIsAsLongAsAllowed() {
        assertThat(Glyphs.shorten("weights", 6)).isEqualTo("weigh…");
    }

    @Test
    void letterWithItsAccent_isNotTornApart() {
        assertThat(Glyphs.shorten("aaae\u0301eee", 5)).isEqualTo("aaae\u0301…");
    }

    @Test
    void bar_hasNoWidth() {
        assertThat(Glyphs.width("x\u0304", Ink.GRAD)).isEqualTo(Glyphs.width("x", Ink.GRAD));
    }

    @Test
    void charactersThatXmlCannotHold_areLeftOut() {
        assertThat(Glyphs.clean("a\u0000\ud800\uffffb\nc")).isEqualTo("ab c");
    }
}
