package gradus.kernel.display;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Outputs;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.stream.BaseStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A bar that shows how far a loop has come, drawn again in its place at most ten times a second.
 *
 * <pre>{@code
 * for (int epoch : Progress.of(100)) {
 *     Thread.sleep(1);
 * }
 * }</pre>
 *
 * <p>Loops may be nested; each has its bar. Where a loop is left early, the bar says so when the cell ends.
 *
 * @param <T> what the loop runs over
 */
public final class Progress<T> implements Iterable<T> {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int UNKNOWN = -1;

    private final Iterable<T> elements;
    private final long total;
    private String name = "";
    private volatile String note = "";

    private Progress(Iterable<T> elements, long total) {
        this.elements = elements;
        this.total = total;
    }

    /** Over 0, 1, …, {@code count} − 1. */
    public static Progress<Integer> of(int count) {
        return of(0, count);
    }

    /** Over the numbers from {@code from} to {@code end}, without {@code end}. */
    public static Progress<Integer> of(int from, int end) {
        return new Progress<>(() -> IntStream.range(from, end).iterator(), Math.max(0, (long) end - from));
    }

    /** Over a collection. */
    public static <E> Progress<E> of(Collection<E> elements) {
        return new Progress<>(elements, elements.size());
    }

    /** Over an array. */
    public static <E> Progress<E> of(E[] elements) {
        return of(Arrays.asList(elements));
    }

    /** Over a stream, which it consumes; how long a stream is, is known only for one such as a range of numbers. */
    public static <E> Progress<E> of(BaseStream<E, ?> stream) {
        var elements = stream.spliterator();
        long size = elements.getExactSizeIfKnown();
        return new Progress<>(() -> java.util.Spliterators.iterator(elements), size < 0 ? UNKNOWN : size);
    }

    /** Over anything that a loop can run over. */
    public static <E> Progress<E> of(Iterable<E> elements) {
        return elements instanceof Collection<E> all ? of(all) : new Progress<>(elements, UNKNOWN);
    }

    /** Puts a word before the bar. */
    public Progress<T> named(String word) {
        name = word;
        return this;
    }

    /** Puts a remark behind the bar, such as the loss so far; it is drawn with the next step. */
    public void note(String remark) {
        note = remark;
    }

    @Override
    public Iterator<T> iterator() {
        return new Bar(elements.iterator());
    }

    /** One run of the loop. */
    private final class Bar implements Iterator<T> {

        private final Iterator<T> rest;
        private final long start = System.nanoTime();
        private final String id;
        private long done;
        private long begun;
        private long drawnAt = start;
        private boolean ended;

        Bar(Iterator<T> rest) {
            this.rest = rest;
            id = Display.show(MimeBundle.text(line("")));
            Outputs.atEnd(this::left);
        }

        @Override
        public boolean hasNext() {
            done = begun;
            if (!rest.hasNext()) {
                if (!ended) {
                    ended = true;
                    draw("");
                }
                return false;
            }
            if (System.nanoTime() - drawnAt >= REDRAW_NANOS) {
                draw("");
            }
            return true;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            begun++;
            return rest.next();
        }

        private void left() {
            if (!ended) {
                draw(" – stopped");
            }
        }

        private void draw(String end) {
            drawnAt = System.nanoTime();
            Display.update(id, MimeBundle.text(line(end)));
        }

        private String line(String end) {
            long nanos = System.nanoTime() - start;
            var line = new StringBuilder(name.isEmpty() ? "" : name + " ");
            if (total == UNKNOWN) {
                line.append(done).append(", ").append(seconds(nanos));
            } else {
                double share = total == 0 ? 1 : Math.min(1, (double) done / total);
                int full = (int) Math.floor(share * WIDTH);
                line.append(String.format(Locale.ROOT, "%3d %% ", (int) Math.floor(100 * share)))
                        .append("█".repeat(full))
                        .append("░".repeat(WIDTH - full))
                        .append(" " + done + "/" + total + ", " + seconds(nanos));
                if (done > 0 && done < total && end.isEmpty()) {
                    line.append(", " + seconds((long) (nanos * (1 / share - 1))) + " left");
                }
            }
            return line + end + (note.isEmpty() ? "" : " · " + note);
        }
    }

    private static String seconds(long nanos) {
        var time = Duration.ofNanos(nanos);
        if (time.toMinutes() >= 1) {
            return String.format(Locale.ROOT, "%d:%02d min", time.toMinutes(), time.toSecondsPart());
        }
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }

    /** Only to say so where a loop was wanted. */
    @Override
    public String toString() {
        @Nullable String of = total == UNKNOWN ? null : " of " + total;
        return "Progress" + (of == null ? "" : of) + ": for (var each : …) runs it";
    }
}
