package gradus.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodePointsTest {

    @Test
    void emoji_countsOnceInJupyterAndTwiceInJava() {
        assertThat(CodePoints.toIndex("\"😀\".len", 3)).isEqualTo(4);
        assertThat(CodePoints.fromIndex("\"😀\".len", 4)).isEqualTo(3);
    }

    @Test
    void cursorBehindTheEnd_isTheEnd() {
        assertThat(CodePoints.toIndex("ab", 9)).isEqualTo(2);
        assertThat(CodePoints.toIndex("ab", -1)).isZero();
    }
}
