package gradus.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterTest {

    /** Half of a surrogate pair would become a question mark. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 262_142, 262_143, 262_144, 262_145, 524_287, 524_288, 600_001})
    void longText_isWholeWhereverItIsCut(int before) {
        var out = new ByteArrayOutputStream();
        String text = "x".repeat(before) + "\uD83D\uDE00".repeat(3) + "y".repeat(before);
        new Printer(out).println(text);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text + System.lineSeparator());
    }
}
