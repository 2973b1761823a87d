package gradus.kernel.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocTextTest {

    @Test
    void comment_isWrittenForATerminalAndForAPage() {
        DocText text = DocText.of("""
                Adds {@code x} &lt; ∞ &amp;
                  {@link Var#add(Var) another}, see {@link #sub}.

                <p>Then <b>more</b>:
                <ul><li>one
                <li>two</ul>
                <pre>{@code
                var f = x < y;
                    indented
                }</pre>

                @param x the first,
                    in metres
                @param <T> of it
                @return the sum
                @throws IllegalStateException if it is full
                @since 1.5
                """);
        assertThat(text.plain()).isEqualTo("""
                Adds x < ∞ & another, see sub.

                Then more:

                • one
                • two

                var f = x < y;
                    indented

                  x: the first, in metres
                  <T>: of it
                  returns the sum
                  throws IllegalStateException if it is full\
                """);
        assertThat(text.html())
                .contains("Adds <code>x</code> &lt; ∞ &amp; another, see <code>sub</code>.")
                .contains("<p>Then <b>more</b>:")
                .contains("<ul><li>one <li>two</ul>")
                .contains("<pre>var f = x &lt; y;\n    indented")
                .contains("<br>x: the first, in metres");
    }

    @Test
    void inlineReturn_isASentence() {
        assertThat(DocText.of("{@return the answer}").plain()).isEqualTo("Returns the answer.");
    }

    @Test
    void brokenComment_isShownAsItIs() {
        assertThat(DocText.of("a {@code b").plain()).contains("a {@code b");
        assertThat(DocText.of("1 < 2 and </b> & */ end").plain())
                .contains("1 < 2")
                .contains("end");
        assertThat(DocText.of("").isEmpty()).isTrue();
    }
}
