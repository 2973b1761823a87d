package gradus.kernel.jupyter;

import gradus.kernel.session.CellOutput.Stream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a cell has printed, as the content of its message. The JSON library would take the text apart into characters and
 * pass over them four times; the bytes that were printed are JSON already, but for a few.
 */
final class StreamContent {

    /** How each ASCII character is written; empty where it stands for itself. */
    private static final byte[][] ESCAPES = new byte[128][];

    static {
        for (char each = 0; each < ESCAPES.length; each++) {
            ESCAPES[each] = utf8(escape(each));
        }
    }

    private StreamContent() {}

    private static String escape(char character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> character < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) character) : "";
        };
    }

    /** The content of a {@code stream} message. What is no UTF-8 becomes the replacement character. */
    static byte[] of(Stream stream, byte[] printed) {
        byte[] text = isAscii(printed) ? printed : utf8(new String(printed, StandardCharsets.UTF_8));
        var json = new ByteArrayOutputStream(text.length + text.length / 16 + 64);
        json.writeBytes(utf8("{\"name\":\"" + stream.name().toLowerCase(Locale.ROOT) + "\",\"text\":\""));
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] >= 0 && ESCAPES[text[i]].length > 0) {
                json.write(text, start, i - start);
                json.writeBytes(ESCAPES[text[i]]);
                start = i + 1;
            }
        }
        json.write(text, start, text.length - start);
        json.writeBytes(utf8("\"}"));
        return json.toByteArray();
    }

    private static boolean isAscii(byte[] text) {
        for (byte each : text) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
