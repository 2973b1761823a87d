package gradus.kernel.jupyter;

import gradus.kernel.session.CellOutput;
import gradus.kernel.session.CellOutput.Stream;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.StandardStreams;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code System.in}, {@code System.out} and {@code System.err}, each of which belongs to the cell of its caller. */
final class Console {

    private Console() {}

    static void install() {
        StandardStreams.set(new In(), new Printer(new Out(Stream.STDOUT)), new Printer(new Out(Stream.STDERR)));
    }

    private static final class Out extends OutputStream {

        private final Stream stream;
        private byte[] half = {};
        private @Nullable CellOutput halfOf;

        Out(Stream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            CellOutput cell = Outputs.current();
            if (cell == null || length == 0) {
                return;
            }
            if (half.length == 0 && bytes[offset + length - 1] >= 0) { // ends with a character of one byte
                cell.write(stream, bytes, offset, length);
            } else {
                writeWhole(cell, Arrays.copyOfRange(bytes, offset, offset + length));
            }
        }

        /** Keeps the beginning of a character until the rest of it comes. */
        private synchronized void writeWhole(CellOutput cell, byte[] bytes) {
            byte[] all = bytes;
            if (half.length > 0 && cell == halfOf) {
                all = Arrays.copyOf(half, half.length + bytes.length);
                System.arraycopy(bytes, 0, all, half.length, bytes.length);
            }
            int whole = all.length - Utf8.unfinished(all);
            half = Arrays.copyOfRange(all, whole, all.length);
            halfOf = cell;
            cell.write(stream, all, 0, whole);
        }
    }

    private static final class In extends InputStream {

        private @Nullable CellOutput owner;
        private byte[] line = {};
        private int at;

        @Override
        public synchronized int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            CellOutput cell = Outputs.current();
            if (cell != owner) { // what an earlier cell left unread is not this one's
                owner = cell;
                at = line.length;
            }
            if (at == line.length && !fill()) {
                return -1;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, into, offset, count);
            at += count;
            return count;
        }

        @Override
        public synchronized int available() {
            return Outputs.current() == owner ? line.length - at : 0;
        }

        private boolean fill() {
            String typed = Outputs.readLine("", false);
            if ("\u0004".equals(typed)) { // Ctrl-D ends the input
                return false;
            }
            line = (typed + "\n").getBytes(StandardCharsets.UTF_8);
            at = 0;
            return true;
        }
    }
}
