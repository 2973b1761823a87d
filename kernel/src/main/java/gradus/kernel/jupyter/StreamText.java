package gradus.kernel.jupyter;

import gradus.kernel.session.CellOutput.Stream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a cell has printed, as the content of a {@code stream} message that grows. The JSON library would take the text apart
 * into characters and pass over them four times, when it is sent; the bytes that are printed are JSON already, but for a
 * few, and are written as such by the cell that prints them.
 */
final class StreamText {

    private static final byte[] END = utf8("\"}");
    private static final int FIRST_CAPACITY = 256;

    /** What each byte is written as; empty for one that stands for itself. */
    private static final byte[][] ESCAPES = new byte[256][];

    static {
        for (char each = 0; each < ESCAPES.length; each++) {
            ESCAPES[each] = utf8(escape(each));
        }
    }

    /** The message, with room for its end. */
    private byte[] json;

    private int size;
    private boolean isAscii = true;

    /** Text that grows. */
    StreamText(Stream stream) {
        this(stream, FIRST_CAPACITY);
    }

    /**
     * Text of which the length is known.
     *
     * @param length of what will be appended, in bytes; more than that may come
     */
    StreamText(Stream stream, int length) {
        byte[] start = utf8("{\"name\":\"" + stream.name().toLowerCase(Locale.ROOT) + "\",\"text\":\"");
        json = Arrays.copyOf(start, start.length + length + END.length);
        size = start.length;
    }

    private static String escape(char octet) {
        return switch (octet) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> octet < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) octet) : "";
        };
    }

    /** Bytes of the message so far. */
    int size() {
        return size;
    }

    /** Appends what was printed, whole characters. All of it or nothing: the thread that prints may be stopped anywhere. */
    void append(byte[] printed, int from, int to) {
        int at = size;
        int seen = 0;
        int start = from;
        for (int i = from; i < to; i++) {
            byte octet = printed[i];
            seen |= octet;
            byte[] escape = ESCAPES[octet & 0xFF];
            if (escape.length > 0) {
                at = put(printed, start, i, at);
                at = put(escape, 0, escape.length, at);
                start = i + 1;
            }
        }
        at = put(printed, start, to, at);
        isAscii &= seen >= 0;
        size = at;
    }

    private int put(byte[] bytes, int from, int to, int at) {
        int end = at + to - from;
        if (end + END.length > json.length) {
            json = Arrays.copyOf(json, Math.max(end + END.length, 2 * json.length));
        }
        System.arraycopy(bytes, from, json, at, to - from);
        return end;
    }

    /**
     * The content of the message: to be asked for once, when all is there. What is no UTF-8 has become the replacement
     * character.
     */
    byte[] content() {
        int end = size + END.length;
        System.arraycopy(END, 0, json, size, END.length);
        byte[] content = end == json.length ? json : Arrays.copyOf(json, end); // a copy of a large text takes its time
        return isAscii ? content : utf8(new String(content, StandardCharsets.UTF_8));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
