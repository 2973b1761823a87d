package gradus.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProseTest {

    private static final String SHORT = "sixty characters are less than a line, so that they stay 60";

    @Test
    void shortLine_staysAsItIs() {
        assertThat(Prose.lines("", "  ")).containsExactly("");
        assertThat(Prose.lines("  two  blanks ", "  ")).containsExactly("  two  blanks ");
    }

    @Test
    void longLine_isCutBetweenWords_andLosesNothing() {
        String text = SHORT + " and here it has to end before the word";
        assertThat(Prose.lines(text, "")).containsExactly(SHORT, "and here it has to end before the word");
        assertThat(Prose.lines(text, "  ").get(1)).isEqualTo("  and here it has to end before the word");
    }

    @Test
    void colours_takeNoRoom() {
        String red = "\u001b[31mError:\u001b[0m ";
        String text = "x".repeat(40) + " " + "y".repeat(32);
        assertThat(Prose.lines(red + text, "")).containsExactly(red + text);
    }

    @Test
    void wordThatIsLongerThanALine_staysWhole() {
        String path = "/" + "folder/".repeat(20);
        assertThat(Prose.lines("no file " + path + " here", "  ")).containsExactly("no file", "  " + path, "  here");
    }

    @Test
    void report_cutsWords_andLeavesCodeAlone() {
        String code = "    int x = " + "1 + ".repeat(30) + "1;";
        var report = new ErrorReport("Failure", "reason", List.of(SHORT + " " + SHORT, code));
        assertThat(report.traceback()).containsExactly(SHORT, SHORT, code);
    }
}
