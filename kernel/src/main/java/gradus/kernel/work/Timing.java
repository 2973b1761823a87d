package gradus.kernel.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * How long code takes: the best and the mean of several runs with their spread. Each run repeats the code so often that it
 * takes about a tenth of a second; the runs that find this out also warm the JIT compiler up and do not count.
 *
 * @param perLoop time of one repetition in each run, in nanoseconds
 * @param loops repetitions in a run
 */
public record Timing(List<Double> perLoop, long loops) {

    private static final int RUNS = 7;
    private static final long RUN_NANOS = 100_000_000;

    public Timing {
        perLoop = List.copyOf(perLoop);
    }

    /** Code that is repeated. */
    @FunctionalInterface
    public interface Loop {

        /** Runs the code {@code times} times. */
        void run(long times) throws Throwable;
    }

    /** Times the code with as many repetitions and runs as fit its speed: some two seconds, or one run if that is longer. */
    public static Timing of(Loop code) throws Throwable {
        long loops = 1;
        long nanos = time(code, loops);
        while (nanos < RUN_NANOS) {
            // Doubled at least: what ran first was slow, because it was not compiled yet.
            loops = Math.max(2 * loops, Math.min(10 * loops, loops * RUN_NANOS / Math.max(1, nanos)));
            nanos = time(code, loops);
        }
        int runs = nanos > 10 * RUN_NANOS ? 3 : RUNS;
        return of(code, loops, runs);
    }

    /** Times the code with so many repetitions in each of so many runs. */
    public static Timing of(Loop code, long loops, int runs) throws Throwable {
        if (loops < 1 || runs < 1) {
            throw new IllegalArgumentException("loops and runs are 1 or more, not " + loops + " and " + runs);
        }
        var each = new ArrayList<Double>();
        for (int i = 0; i < runs; i++) {
            each.add((double) time(code, loops) / loops);
        }
        return new Timing(each, loops);
    }

    private static long time(Loop code, long times) throws Throwable {
        long start = System.nanoTime();
        code.run(times);
        return System.nanoTime() - start;
    }

    /** The shortest time, in nanoseconds: what the code takes where nothing else disturbs. */
    public double best() {
        return times().min().orElse(Double.NaN);
    }

    /** The mean time, in nanoseconds. */
    public double mean() {
        return times().average().orElse(Double.NaN);
    }

    /** Sample standard deviation of the runs, in nanoseconds; 0 for one run. */
    public double spread() {
        double mean = mean();
        double squares = times().map(x -> (x - mean) * (x - mean)).sum();
        return perLoop.size() < 2 ? 0 : Math.sqrt(squares / (perLoop.size() - 1));
    }

    private DoubleStream times() {
        return perLoop.stream().mapToDouble(Double::doubleValue);
    }

    /** A time in nanoseconds as people read it, with three significant digits. */
    public static String text(double nanos) {
        String[] units = {"ns", "µs", "ms", "s"};
        int unit = 0;
        double x = nanos;
        while (unit < units.length - 1 && x >= 999.5) {
            x /= 1000;
            unit++;
        }
        int decimals = x >= 99.95 ? 0 : x >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", x, units[unit]);
    }

    @Override
    public String toString() {
        return text(mean()) + " ± " + text(spread()) + ", best " + text(best()) + " (" + perLoop.size() + " runs of "
                + String.format(Locale.ROOT, "%,d", loops) + (loops == 1 ? " loop)" : " loops)");
    }
}
