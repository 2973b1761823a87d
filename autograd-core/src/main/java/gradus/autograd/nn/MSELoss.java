package gradus.autograd.nn;

import gradus.autograd.Scope;
import gradus.autograd.Tensor;
import gradus.autograd.Var;

/**
 * The mean squared error 1/n Σ (prediction − target)² over all n elements; see {@link Tensor#mse}.
 *
 * <pre>{@code
 * new MSELoss().apply(Tensor.of(1, 2), Tensor.of(3, 1)).value()   // (4 + 1)/2 ⇒ 2.5
 * }</pre>
 */
public record MSELoss() implements Loss {

    @Override
    public Var apply(Tensor prediction, Tensor target) {
        return Scope.run("MSELoss", () -> prediction.mse(target));
    }

    @Override
    public String toString() {
        return "MSELoss";
    }
}
