package gradus.autograd.dense;

/**
 * a·b + c, rounded once where the processor can do that in one instruction, else twice.
 *
 * <p>{@link Math#fma} promises the single rounding on every processor, and on one without the instruction it computes with
 * {@link java.math.BigDecimal}: a thousand times slower. Small laptops are sold without it to this day.
 */
final class Fma {

    /** Whether {@link Math#fma} is an instruction. Read from the clock: the JVM tells it only to its own beans. */
    static final boolean FAST = isFast();

    private static final int ROUNDS = 5;
    private static final int CALLS = 50;
    /** Between some 50 ns for the instruction, interpreted, and some 5 µs for BigDecimal. */
    private static final long NANOS_A_CALL = 1000;

    private Fma() {}

    static double fma(double a, double b, double c) {
        return FAST ? Math.fma(a, b, c) : a * b + c;
    }

    private static boolean isFast() {
        double sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int k = 1; k <= CALLS; k++) {
                sum = Math.fma(1.1, k, sum);
            }
            // Any round may be disturbed; one undisturbed one tells. The sum is looked at so that it is computed.
            if (System.nanoTime() - start < CALLS * NANOS_A_CALL && sum > 0) {
                return true;
            }
        }
        return false;
    }
}
