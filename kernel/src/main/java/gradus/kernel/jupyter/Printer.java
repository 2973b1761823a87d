package gradus.kernel.jupyter;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A print stream that keeps nothing: JDK 17 may stop a thread in the middle of a print, and the JDK's own stream would
 * give the next cell the half that is left. It outlives {@code close}, which a writer around it calls at the end of a
 * {@code try}.
 */
final class Printer extends PrintStream {

    private static final String END = System.lineSeparator();

    private static final int PART = 256 * 1024;

    Printer(OutputStream out) {
        super(out, false, StandardCharsets.UTF_8);
    }

    /** A long text goes out in parts: copies of the whole would fill a small heap. */
    private void emit(String text) {
        int from = 0;
        while (text.length() - from > PART) {
            int to = from + PART;
            to += Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
            send(text.substring(from, to));
            from = to;
        }
        send(from == 0 ? text : text.substring(from));
    }

    private void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    private void emitLine(String text) {
        if (text.length() > PART) {
            emit(text);
            emit(END);
        } else {
            emit(text + END); // at once, so that lines of several threads stay whole
        }
    }

    @Override
    public void println() {
        emit(END);
    }

    @Override
    public void print(boolean value) {
        emit(String.valueOf(value));
    }

    @Override
    public void println(boolean value) {
        emit(value + END);
    }

    @Override
    public void print(char value) {
        emit(String.valueOf(value));
    }

    @Override
    public void println(char value) {
        emit(String.valueOf(value) + END);
    }

    @Override
    public void print(int value) {
        emit(String.valueOf(value));
    }

    @Override
    public void println(int value) {
        emit(value + END);
    }

    @Override
    public void print(long value) {
        emit(String.valueOf(value));
    }

    @Override
    public void println(long value) {
        emit(value + END);
    }

    @Override
    public void print(float value) {
        emit(String.valueOf(value));
    }

    @Override
    public void println(float value) {
        emit(value + END);
    }

    @Override
    public void print(double value) {
        emit(String.valueOf(value));
    }

    @Override
    public void println(double value) {
        emit(value + END);
    }

    @Override
    public void print(char[] value) {
        emit(String.valueOf(value));
    }

    @Override
    public void println(char[] value) {
        emitLine(String.valueOf(value));
    }

    @Override
    public void print(@Nullable String value) {
        emit(String.valueOf(value));
    }

    @Override
    public void println(@Nullable String value) {
        emitLine(String.valueOf(value));
    }

    @Override
    public void print(@Nullable Object value) {
        emit(String.valueOf(value));
    }

    @Override
    public void println(@Nullable Object value) {
        emitLine(String.valueOf(value));
    }

    @Override
    public void close() {
        flush();
    }
}
