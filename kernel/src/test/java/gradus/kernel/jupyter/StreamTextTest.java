package gradus.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.kernel.session.CellOutput.Stream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTextTest {

    /** As a strict client reads it. */
    private static JsonObject read(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (CharacterCodingException e) {
            throw new AssertionError(e);
        }
    }

    private static String sent(byte[] printed) {
        String alone = sent(new StreamText(Stream.STDOUT, printed.length), printed);
        assertThat(sent(new StreamText(Stream.STDOUT), printed)).isEqualTo(alone);
        return alone;
    }

    private static String sent(StreamText text, byte[] printed) {
        text.append(printed, 0, printed.length);
        JsonObject content = read(text.content());
        assertThat(content.keySet()).containsExactlyInAnyOrder("name", "text");
        return content.get("text").getAsString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\n",
                "a\nb\r\tc",
                "\"quoted\" \\ back",
                "\u0000\u0001\u001b[31m\u001f\u007f",
                "žluťoučký 文字 🙂 \u2028"
            })
    void text_arrivesAsItWasPrinted(String text) {
        assertThat(sent(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @Test
    void everyCharacter_arrives() {
        String all = IntStream.range(0, 0x10000)
                .filter(each -> !Character.isSurrogate((char) each))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertThat(sent(all.getBytes(StandardCharsets.UTF_8))).isEqualTo(all);
    }

    /** A cell may write what bytes it likes. */
    @Test
    void bytesThatAreNoText_becomeReplacementCharacters() {
        assertThat(sent(new byte[] {'a', (byte) 0xFF, 'b', (byte) 0xC3})).isEqualTo("a\uFFFDb\uFFFD");
        byte[] noise = new byte[10_000];
        new Random(5).nextBytes(noise);
        assertThat(sent(noise)).isEqualTo(new String(noise, StandardCharsets.UTF_8));
    }

    @Test
    void parts_followEachOther() {
        var text = new StreamText(Stream.STDERR);
        byte[] printed = "one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8);
        text.append(printed, 0, 5);
        text.append(printed, 5, 5);
        text.append(printed, 5, 9);
        JsonObject content = read(text.content());
        assertThat(content.get("name").getAsString()).isEqualTo("stderr");
        assertThat(content.get("text").getAsString()).isEqualTo("one\ntwo\nt");
    }

    /** Each control character is six bytes on the wire. */
    @Test
    void controlCharacters_findRoom() {
        String bells = "\u0007".repeat(100_000);
        assertThat(sent(bells.getBytes(StandardCharsets.UTF_8))).isEqualTo(bells);
    }
}
