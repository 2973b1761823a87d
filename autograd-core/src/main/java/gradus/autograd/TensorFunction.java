package gradus.autograd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A function of the student's own on tensors (rows 3.3 and 3.4): forward gives the value and keeps a cache, backward
 * turns the upstream gradient into one gradient for each argument, of its shape.
 *
 * <p>Both get constants: nothing that they compute is recorded.
 */
public interface TensorFunction {

    /** The value at these arguments. */
    Tensor forward(Context cache, Tensor... x);

    /**
     * The vector–Jacobian products, one for each argument, in order; null for one that takes no gradient.
     *
     * @param upstream of the shape that forward has given
     */
    @Nullable
    Tensor[] backward(Context cache, Tensor upstream);

    /** How pictures and messages call it. */
    default String name() {
        return CustomOp.nameOf(getClass());
    }

    /** The function as a node of the graph. */
    default Tensor apply(Tensor... x) {
        var cache = new Context();
        var constants = Arrays.stream(x).map(Tensor::detach).toArray(Tensor[]::new);
        var value = NoGrad.run(() -> forward(cache, constants));
        var op = new CustomOp(
                name(),
                false,
                upstream -> {
                    var gradients = backward(cache, upstream);
                    return gradients == null ? null : Arrays.asList(gradients);
                },
                others -> apply(Arrays.copyOf(others, others.length, Tensor[].class)));
        return (Tensor) op.node(value.shape(), Node.NONE, value.toArray(), x);
    }
}
