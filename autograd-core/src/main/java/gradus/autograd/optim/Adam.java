package gradus.autograd.optim;

import gradus.autograd.Node;
import java.util.Collection;

/**
 * Adam (Kingma and Ba 2015, algorithm 1): each element has a step size of its own, α over the root mean square of its
 * gradients.
 *
 * <p>At step t = 1, 2, … with the gradient g: m ← β₁m + (1 − β₁)g and v ← β₂v + (1 − β₂)g², both from 0; then
 * θ ← θ − α·m̂/(√v̂ + ε), where m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ) take out what the start at 0 holds back. The first
 * step of an element is ±α, however large its gradient.
 *
 * <pre>{@code
 * var w = new Var(5);
 * var adam = new Adam(List.of(w), 0.5);
 * w.pow(2).backward();
 * adam.step();
 * w.value()   // 5 − α, but for ε ⇒ 4.5000000005
 * }</pre>
 */
public final class Adam extends Optimizer {

    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double[][] first;
    private final double[][] second;

    /** How often each parameter has moved: one that a loss does not reach stays behind. */
    private final int[] steps;

    /** With the numbers of the paper but for the learning rate: β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸. */
    public Adam(Collection<? extends Node> parameters, double learningRate) {
        this(parameters, learningRate, 0.9, 0.999, 1e-8);
    }

    /**
     * With all numbers.
     *
     * @param learningRate α, 0 or more; the paper's is 0.001
     * @param beta1 how much of the mean gradient is kept, from 0 to below 1
     * @param beta2 how much of the mean square is kept, from 0 to below 1
     * @param epsilon above 0: keeps the division finite
     * @throws IllegalArgumentException if one is out of range, or there is nothing to train; see {@link Optimizer}
     */
    public Adam(
            Collection<? extends Node> parameters, double learningRate, double beta1, double beta2, double epsilon) {
        super(parameters, learningRate);
        this.beta1 = belowOne("beta1", beta1);
        this.beta2 = belowOne("beta2", beta2);
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("Adam: epsilon must be above 0, such as 1e-8, and is " + epsilon);
        }
        this.epsilon = epsilon;
        this.first = zerosLikeParameters();
        this.second = zerosLikeParameters();
        this.steps = new int[first.length];
    }

    @Override
    protected void update(int i, Node parameter) {
        int t = ++steps[i];
        double rate = learningRate() / (1 - Math.pow(beta1, t));
        double correction = 1 / (1 - Math.pow(beta2, t));
        var m = first[i];
        var v = second[i];
        parameter.step((k, value, gradient) -> {
            m[k] = beta1 * m[k] + (1 - beta1) * gradient;
            v[k] = beta2 * v[k] + (1 - beta2) * gradient * gradient;
            return value - rate * m[k] / (Math.sqrt(v[k] * correction) + epsilon);
        });
    }
}
