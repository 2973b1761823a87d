package gradus.autograd;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The inner loops of elementwise ops over arrays. Each op has a copy of the loops' class to itself: the compiler looks
 * at what a loop has called so far, and makes one loop of vector instructions where it was always the same op, but a
 * call for each element where it was not. Ten times as fast for a sum (0.25 against 2.2 ns an element).
 */
interface Loops {

    /** z[k] = op(x[k]) for from ≤ k &lt; to. */
    void value(UnaryOp op, double[] x, double[] z, int from, int to);

    /** sum[k] += upstream[k] · ∂z/∂x[k] for from ≤ k &lt; to. */
    void addContribution(UnaryOp op, double[] x, double[] z, double[] upstream, double[] sum, int from, int to);

    /** z[from + k] = op(xₖ, yₖ) for the elements k of a run, up to z[to − 1]. */
    void value(BinaryOp op, Operand x, Operand y, double[] z, int from, int to);

    /** sum += upstream ⊙ ∂z/∂x over the run, where the sum has the elements of x. */
    void addToX(BinaryOp op, Operand x, Operand y, double[] z, double[] upstream, double[] sum, int from, int to);

    /** sum += upstream ⊙ ∂z/∂y over the run, where the sum has the elements of y. */
    void addToY(BinaryOp op, Operand x, Operand y, double[] z, double[] upstream, double[] sum, int from, int to);

    /** Those of this op. */
    static Loops of(Op op) {
        return Copies.OF_OP.computeIfAbsent(op, any -> Copies.copy());
    }

    /** Where the copies come from. */
    final class Copies {

        private static final Map<Op, Loops> OF_OP = new ConcurrentHashMap<>();

        private Copies() {}

        private static Loops copy() {
            try (var code = Loops.class.getResourceAsStream("ArrayLoops.class")) {
                if (code == null) {
                    return new ArrayLoops();
                }
                return (Loops) MethodHandles.lookup()
                        .defineHiddenClass(code.readAllBytes(), true)
                        .lookupClass()
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (IOException | ReflectiveOperationException | LinkageError withoutCopies) {
                return new ArrayLoops(); // slower, and otherwise the same
            }
        }
    }
}
