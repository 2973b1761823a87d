package gradus.kernel.jupyter;

import gradus.kernel.session.CellOutput.Stream;
import gradus.kernel.session.CellStop;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.publish.PublishStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQ;

/**
 * Everything that is published, in order. What a cell prints is gathered for some 50 ms and sent as one message; a cell
 * that prints without end waits here, so that it fills neither the memory nor the line.
 *
 * <p>Cells only queue. Sending is for the kernel's own threads, because JDK 17 may stop a cell's thread anywhere, and a
 * socket would not survive that.
 */
final class Outbox {

    private static final int GATHER_MILLIS = 50;
    private static final int MESSAGE_BYTES = 512 * 1024;
    private static final int LARGE_BYTES = 64 * 1024;
    private static final int QUEUE_BYTES = 2 * MESSAGE_BYTES;

    /** What a message costs beside its text, so that a flood of small pictures waits as a flood of text does. */
    private static final int MESSAGE_COST = 1024;

    /** So much goes out at once; beyond it, so much a second: Jupyter's server drops output above a rate of 800 kB/s. */
    private static final long BURST_BYTES = 16L << 20;

    private static final long BYTES_A_SECOND = 750_000;

    private static final Logger LOG = Logger.getLogger(Outbox.class.getName());

    private final Wire wire;
    private final JupyterSocket iopub;
    private final Object sending = new Object();
    private final Deque<Entry> queue = new ArrayDeque<>();
    private long queuedBytes;
    private long spent;
    private long allowance = BURST_BYTES;
    private long allowanceAt = System.nanoTime();

    /** A message, or text that may still grow. */
    private abstract static class Entry {
        final MessageContext parent;
        int size;

        Entry(MessageContext parent) {
            this.parent = parent;
        }

        abstract void send();
    }

    private final class Whole extends Entry {
        private final Message<?> message;

        Whole(MessageContext parent, Message<?> message) {
            super(parent);
            this.message = message;
        }

        @Override
        void send() {
            iopub.sendMessage(message);
        }
    }

    private final class Printed extends Entry {
        private final Stream stream;
        private final StreamText text;

        Printed(MessageContext parent, Stream stream, StreamText text) {
            super(parent);
            this.stream = stream;
            this.text = text;
        }

        /** Whether more of this stream can be added. */
        boolean takes(MessageContext of, Stream more) {
            return parent == of && stream == more && size < MESSAGE_BYTES;
        }

        @Override
        void send() {
            List<byte[]> frames = wire.frames(parent, PublishStream.MESSAGE_TYPE, text.content());
            for (int i = 0; i < frames.size(); i++) {
                iopub.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
            }
        }
    }

    Outbox(Wire wire, JupyterSocket iopub) {
        this.wire = wire;
        this.iopub = iopub;
    }

    void start() {
        var pump = new Thread(this::pump, "gradus-output");
        pump.setDaemon(true);
        pump.start();
    }

    /** Sends now, after all that is queued. */
    <T extends ContentType<T>> void publish(@Nullable MessageContext parent, T content) {
        send(wire.message(parent, content.getType(), content));
    }

    void send(Message<?> message) {
        synchronized (sending) {
            flush();
            iopub.sendMessage(message);
        }
    }

    /** Queues a message behind the text that was printed before it. */
    <T extends ContentType<T>> void enqueue(MessageContext parent, T content, int size) {
        synchronized (queue) {
            waitForRoom();
            var entry = new Whole(parent, wire.message(parent, content.getType(), content));
            queue.addLast(entry);
            grow(entry, MESSAGE_COST + size);
        }
    }

    /** Queues text; waits while too much is queued. */
    void print(MessageContext parent, Stream stream, byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (end - at >= LARGE_BYTES) {
            int to = at + wholeCharacters(bytes, at, end, MESSAGE_BYTES);
            printAlone(new Printed(parent, stream, new StreamText(stream, to - at)), bytes, at, to);
            at = to;
        }
        while (at < end) {
            synchronized (queue) {
                waitForRoom();
                Printed last = lastPrinted(parent, stream);
                int part = wholeCharacters(bytes, at, end, MESSAGE_BYTES - last.size);
                last.text.append(bytes, at, at + part);
                at += part;
                grow(last, part);
            }
        }
    }

    /** As a message of its own, which is written while others are sent. */
    private void printAlone(Printed message, byte[] bytes, int from, int to) {
        message.text.append(bytes, from, to);
        synchronized (queue) {
            waitForRoom();
            queue.addLast(message);
            grow(message, to - from);
        }
    }

    private Printed lastPrinted(MessageContext parent, Stream stream) {
        if (queue.peekLast() instanceof Printed last && last.takes(parent, stream)) {
            return last;
        }
        var fresh = new Printed(parent, stream, new StreamText(stream));
        queue.addLast(fresh);
        return fresh;
    }

    private void grow(Entry entry, int bytes) {
        boolean wasEmpty = queuedBytes == 0;
        entry.size += bytes;
        queuedBytes += bytes;
        if (wasEmpty || queuedBytes >= MESSAGE_BYTES) {
            queue.notifyAll();
        }
    }

    /** How many bytes to take, at most {@code room} or a character more, so that no character is cut in two. */
    private static int wholeCharacters(byte[] bytes, int from, int end, int room) {
        int to = Math.min(end, from + room);
        while (to < end && (bytes[to] & 0xC0) == 0x80) {
            to++;
        }
        return to - from;
    }

    private void waitForRoom() {
        boolean interrupted = false;
        while (queuedBytes >= QUEUE_BYTES) {
            try {
                queue.wait();
            } catch (InterruptedException e) {
                if (CellStop.isHere()) {
                    Thread.currentThread().interrupt();
                    throw new ThreadDeath(); // the cell was interrupted while it waited to print
                }
                interrupted = true; // by the student's own code, which means another wait than this
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends all that is queued now; a thread that prints without end does not hold it up. */
    void flush() {
        synchronized (sending) {
            int count;
            synchronized (queue) {
                count = queue.size();
            }
            for (int i = 0; i < count; i++) {
                Entry next = take();
                if (next != null) {
                    next.send();
                }
            }
        }
    }

    private @Nullable Entry take() {
        synchronized (queue) {
            Entry first = queue.pollFirst();
            if (first != null) {
                // A thread that was stopped in the middle of its print may have miscounted.
                queuedBytes = queue.isEmpty() ? 0 : queuedBytes - first.size;
                spent += first.size;
                queue.notifyAll();
            }
            return first;
        }
    }

    private void pump() {
        while (true) {
            try {
                awaitOutput();
                flush();
                Thread.sleep(rest());
            } catch (InterruptedException e) {
                LOG.fine("Somebody has interrupted the output; it goes on.");
            } catch (Throwable e) { // NOPMD: without this thread the output would come late or never
                LOG.log(Level.WARNING, "Output was lost.", e);
            }
        }
    }

    /** Waits until there is output, and for more of it. */
    private void awaitOutput() throws InterruptedException {
        synchronized (queue) {
            while (queue.isEmpty()) {
                queue.wait();
            }
            long gatherUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
            for (long left = GATHER_MILLIS; left > 0 && queuedBytes < MESSAGE_BYTES; ) {
                queue.wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(gatherUntil - System.nanoTime());
            }
        }
    }

    /** How many milliseconds the line has to rest after what was sent. */
    private long rest() {
        synchronized (queue) {
            long now = System.nanoTime();
            long earned = TimeUnit.NANOSECONDS.toMicros(now - allowanceAt) * BYTES_A_SECOND / 1_000_000;
            allowance = Math.min(BURST_BYTES, allowance + earned) - spent;
            allowanceAt = now;
            spent = 0;
            return allowance >= 0 ? 0 : -allowance * 1000 / BYTES_A_SECOND;
        }
    }
}
