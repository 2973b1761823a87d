package gradus.autograd.nn;

import gradus.autograd.Tensor;
import gradus.autograd.Var;
import java.util.function.BiFunction;

/** One number that says how far predictions lie from what they should be: what training makes small. */
@FunctionalInterface
public interface Loss extends BiFunction<Tensor, Tensor, Var> {

    /**
     * The loss, 0 or more.
     *
     * @throws IllegalArgumentException if the shapes differ, as those of predictions 4×1 and targets 4 (row 5.5)
     */
    @Override
    Var apply(Tensor prediction, Tensor target);
}
