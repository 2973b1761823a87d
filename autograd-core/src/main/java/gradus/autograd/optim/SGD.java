package gradus.autograd.optim;

import gradus.autograd.Node;
import java.util.Collection;

/**
 * Gradient descent, θ ← θ − α·v with the velocity v ← μ·v + ∇L; without momentum (μ = 0) θ ← θ − α·∇L (row 4.8).
 *
 * <p>Stochastic where the loss is that of a part of the data. The velocity starts at 0, and the learning rate stands
 * outside of it, as in PyTorch; Polyak (1964) and Sutskever and others (2013) write v ← μ·v − α·∇L, which is the same as
 * long as α stays.
 *
 * <pre>{@code
 * var w = new Var(0);
 * var sgd = new SGD(List.of(w), 0.1);
 * for (int epoch = 0; epoch < 3; epoch++) {
 *     sgd.zeroGrad();
 *     w.sub(1).pow(2).backward();   // L = (w − 1)²
 *     sgd.step();
 * }
 * w.value()                         // 1 − 0.8³ ⇒ 0.488
 * }</pre>
 */
public final class SGD extends Optimizer {

    private final double momentum;
    private final double[][] velocity;

    /** Without momentum. */
    public SGD(Collection<? extends Node> parameters, double learningRate) {
        this(parameters, learningRate, 0);
    }

    /**
     * With momentum.
     *
     * @param learningRate α, 0 or more
     * @param momentum μ, from 0 to below 1: how much of the velocity is kept at each step
     * @throws IllegalArgumentException if either is out of range, or there is nothing to train; see {@link Optimizer}
     */
    public SGD(Collection<? extends Node> parameters, double learningRate, double momentum) {
        super(parameters, learningRate);
        this.momentum = belowOne("momentum", momentum);
        this.velocity = momentum == 0 ? new double[0][] : zerosLikeParameters();
    }

    @Override
    protected void update(int i, Node parameter) {
        double rate = learningRate();
        if (momentum == 0) {
            parameter.step((k, value, gradient) -> value - rate * gradient);
        } else {
            var v = velocity[i];
            parameter.step((k, value, gradient) -> {
                v[k] = momentum * v[k] + gradient;
                return value - rate * v[k];
            });
        }
    }
}
