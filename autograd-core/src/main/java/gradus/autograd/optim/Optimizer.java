package gradus.autograd.optim;

import gradus.autograd.Node;
import gradus.autograd.Value;
import gradus.autograd.Warning;
import gradus.autograd.Warnings;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Moves parameters against their gradients. An epoch of training is zeroGrad, forward, backward, step (row 4.8).
 *
 * <p>A subclass says how one parameter moves. Parameters with {@code requiresGrad(false)} are frozen, and stay.
 */
public abstract class Optimizer {

    private final List<Node> parameters;
    private double learningRate;

    /**
     * An optimizer of these leaves.
     *
     * @param learningRate α, 0 or more
     * @throws IllegalArgumentException if there are no parameters, one stands there twice or was computed, or the learning
     *     rate is negative or not a finite number
     */
    protected Optimizer(Collection<? extends Node> parameters, double learningRate) {
        this.parameters = List.copyOf(parameters);
        checkParameters();
        learningRate(learningRate);
    }

    private void checkParameters() {
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException(
                    who() + ": there are no parameters to train. A layer of your own has those"
                            + " that it was given by parameter(…) and layer(…)");
        }
        var seen = Collections.newSetFromMap(new IdentityHashMap<Node, Boolean>());
        for (var parameter : parameters) {
            if (!parameter.isLeaf()) {
                throw new IllegalArgumentException(who() + ": " + parameter.describe()
                        + " was computed, and only inputs can be moved. Give the optimizer what it was computed from");
            }
            if (!seen.add(parameter)) {
                throw new IllegalArgumentException(who() + ": " + parameter.describe()
                        + " stands among the parameters twice, and would move twice a step. Leave one out");
            }
        }
    }

    /** What is trained, in the order given. */
    public final List<Node> parameters() {
        return parameters;
    }

    /** The elements of all parameters as they are now. */
    final List<Double> position() {
        return parameters.stream()
                .flatMap(x -> Arrays.stream(Value.of(x).toArray()).boxed())
                .toList();
    }

    /** The learning rate α. */
    public final double learningRate() {
        return learningRate;
    }

    /**
     * Another learning rate from the next step on.
     *
     * @throws IllegalArgumentException if it is negative or not a finite number
     */
    public final void learningRate(double next) {
        if (!(next >= 0) || Double.isInfinite(next)) {
            throw new IllegalArgumentException(who() + ": the learning rate must be a finite number, 0 or more, such as"
                    + " 0.01, and is " + next + (next < 0 ? ". A step goes against the gradient already" : ""));
        }
        learningRate = next;
    }

    /** Sets the gradients of all parameters to zero, so that the next sweep starts afresh (row 4.7). */
    public final void zeroGrad() {
        parameters.forEach(Node::zeroGrad);
    }

    /**
     * Moves each parameter once.
     *
     * @throws IllegalStateException if no sweep has reached any of them since they were made or zeroed, or all are frozen
     */
    public final void step() {
        int trained = 0;
        int reached = 0;
        for (int i = 0; i < parameters.size(); i++) {
            var parameter = parameters.get(i);
            trained += parameter.requiresGrad() ? 1 : 0;
            reached += isReached(parameter) ? 1 : 0;
        }
        if (reached == 0) {
            throw unreached(trained);
        }
        if (reached < trained) {
            Warnings.tell(
                    Warning.UNREACHED_PARAMETERS,
                    () -> who() + ".step: no backward() has reached "
                            + names(x -> x.requiresGrad() && !isReached(x))
                            + " since they were made or set to zero, so they stay as they are. Is the loss computed"
                            + " from them?");
        }
        for (int i = 0; i < parameters.size(); i++) {
            var parameter = parameters.get(i);
            if (isReached(parameter)) {
                update(i, parameter);
            }
        }
    }

    /**
     * Moves one parameter, by {@link Node#step}.
     *
     * @param i its number among the parameters
     */
    protected abstract void update(int i, Node parameter);

    /** For each parameter as many zeros as it has elements: what an optimizer remembers from step to step. */
    protected final double[][] zerosLikeParameters() {
        return parameters.stream().map(x -> new double[x.shape().size()]).toArray(double[][]::new);
    }

    /** @throws IllegalArgumentException if the number is not from 0 to below 1 */
    final double belowOne(String what, double given) {
        if (!(given >= 0 && given < 1)) {
            throw new IllegalArgumentException(
                    who() + ": " + what + " must be 0 or more and below 1, such as 0.9, and is " + given);
        }
        return given;
    }

    private static boolean isReached(Node parameter) {
        return parameter.requiresGrad() && parameter.hasGrad();
    }

    private IllegalStateException unreached(int trained) {
        if (trained == 0) {
            return new IllegalStateException(who() + ".step: all parameters (" + names(x -> true)
                    + ") are frozen. Call requiresGrad(true) on those that are to be trained");
        }
        return new IllegalStateException(
                who() + ".step: no backward() has reached any of the parameters (" + names(Node::requiresGrad)
                        + ") since they were made or set to zero. Call backward() on a loss that is computed from them,"
                        + " then step()");
    }

    private String names(Predicate<Node> which) {
        return parameters.stream().filter(which).map(Node::describe).collect(Collectors.joining(", "));
    }

    private String who() {
        return getClass().getSimpleName();
    }
}
