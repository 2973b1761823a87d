package gradus.autograd;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A function of the student's own on scalars (row 3.3): forward gives the value and keeps a cache, backward turns the
 * upstream gradient into one gradient for each argument.
 *
 * <pre>{@code
 * class MulConstant implements ScalarFunction {
 *     public double forward(Context cache, double... x) {
 *         cache.save(x[1]);
 *         return x[0] * x[1];
 *     }
 *     public Double[] backward(Context cache, double upstream) {
 *         return new Double[] {upstream * cache.number(0), null};
 *     }
 * }
 * var u = new Var(5);
 * new MulConstant().apply(u, Var.constant(3)).backward();
 * u.grad()   // ⇒ 3.0
 * }</pre>
 */
public interface ScalarFunction {

    /** The value at these arguments. */
    double forward(Context cache, double... x);

    /** The contributions upstream · ∂z/∂xᵢ, one for each argument, in order; null for one that takes no gradient. */
    @Nullable
    Double[] backward(Context cache, double upstream);

    /** How pictures and messages call it. */
    default String name() {
        return CustomOp.nameOf(getClass());
    }

    /** The function as a node of the graph. */
    default Var apply(Var... x) {
        var cache = new Context();
        double value = forward(cache, Arrays.stream(x).mapToDouble(Var::value).toArray());
        var op = new CustomOp(
                name(),
                true,
                upstream -> gradients(backward(cache, upstream.elements()[0])),
                others -> apply(Arrays.copyOf(others, others.length, Var[].class)));
        return (Var) op.node(Shape.SCALAR, Node.NONE, new double[] {value}, x);
    }

    private static @Nullable List<@Nullable Tensor> gradients(@Nullable Double @Nullable [] gradients) {
        return gradients == null
                ? null
                : IntStream.range(0, gradients.length)
                        .mapToObj(i -> {
                            var g = gradients[i];
                            return g == null ? null : Tensor.constant(Shape.SCALAR, new double[] {g});
                        })
                        .toList();
    }
}
