package gradus.autograd;

import java.util.Locale;

/**
 * How large a full Jacobian is: computed, not allocated (row 5.3).
 *
 * <pre>{@code
 * var size = JacobianSize.ofProduct(4096, 4096, 64);   // W: K×D times x: D×N
 * size.elements()                                     // ⇒ 4466765987840
 * size.gibibytes(4)                                   // in float32 ⇒ 16640.0
 * }</pre>
 *
 * @param rows one for each element of the output
 * @param columns one for each element of the inputs
 */
public record JacobianSize(long rows, long columns) {

    private static final double GIBIBYTE = 1L << 30;

    /** That of S = W·x, W: K×D, x: D×N, by W and x: K·N rows, K·D + D·N columns. */
    public static JacobianSize ofProduct(long k, long d, long n) {
        return new JacobianSize(k * n, k * d + d * n);
    }

    /** How many elements: rows times columns. */
    public long elements() {
        return Math.multiplyExact(rows, columns);
    }

    /** The memory for all elements, in GiB of 2³⁰ bytes. */
    public double gibibytes(int bytesPerElement) {
        return elements() * (double) bytesPerElement / GIBIBYTE;
    }

    /** @throws IllegalArgumentException if there are more elements, with the size in GiB */
    void requireAtMost(long most) {
        if (elements() > most) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "this Jacobian has %,d × %,d = %,d elements, which is %,.1f GiB in double precision: too large to"
                            + " allocate. A vector–Jacobian product, vjp(…) or backward(…), gives what a sweep needs"
                            + " without it",
                    rows,
                    columns,
                    elements(),
                    gibibytes(Double.BYTES)));
        }
    }
}
