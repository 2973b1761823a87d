package gradus.autograd.nn;

import gradus.autograd.Node;
import gradus.autograd.Scope;
import gradus.autograd.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A function of a tensor that has parameters to train: a layer, or a net made of layers. (PyTorch's {@code Module}.)
 *
 * <p>A layer of your own announces its parameters and the layers inside of it, and says what it computes:
 *
 * <pre>{@code
 * class Residual extends Layer {
 *     private final Linear inner = layer("inner", new Linear(3, 3));
 *     private final Tensor scale = parameter("scale", Tensor.of(0.5));
 *     @Override public Tensor forward(Tensor x) {
 *         return x.add(inner.forward(x).tanh().mul(scale));
 *     }
 * }
 * var net = new Residual();
 * net.namedParameters().keySet()                 // ⇒ [scale, inner.W, inner.b]
 * net.forward(Tensor.zeros(2, 3)).shape()        // ⇒ 2×3
 * }</pre>
 */
public abstract class Layer implements UnaryOperator<Tensor> {

    private final Map<String, Tensor> own = new LinkedHashMap<>();
    private final Map<String, Layer> inside = new LinkedHashMap<>();

    /** A layer without parameters, until it announces some. */
    protected Layer() {}

    /** What the layer computes of x; rows of x are samples. */
    public abstract Tensor forward(Tensor x);

    /**
     * {@link #forward}, in a {@link Scope} of its own: a layer is a function, and pictures show it as one node, which
     * opens on a click. In a notebook, forward does so too.
     */
    @Override
    public final Tensor apply(Tensor x) {
        return within(this::forward, x);
    }

    /** What the function gives, in the scope of this layer. */
    final Tensor within(UnaryOperator<Tensor> function, Tensor x) {
        enter(this);
        try {
            return function.apply(x);
        } finally {
            leave(this);
        }
    }

    /**
     * Opens the scope of a layer, unless it is open already; of another object, nothing. The kernel calls it at the
     * beginning of each forward method in a cell, so that a student's layers are found without a word of theirs.
     */
    public static void enter(Object layer) {
        if (layer instanceof Layer of) {
            Scope.enter(of, of.title());
        }
    }

    /** Closes the scope of a layer. */
    public static void leave(Object layer) {
        Scope.leave(layer);
    }

    /** How pictures call the layer. */
    String title() {
        return getClass().getSimpleName();
    }

    /**
     * Announces a parameter, and names it for pictures and messages.
     *
     * @throws IllegalArgumentException if the name is taken, or the tensor was computed, and so cannot be trained
     */
    protected final Tensor parameter(String name, Tensor parameter) {
        if (!parameter.isLeaf()) {
            throw new IllegalArgumentException("parameter: " + name + " was computed (" + parameter.gradFn()
                    + "), and only an input can be trained. Give its detach().requiresGrad(true)");
        }
        checkFree(name);
        own.put(name, parameter.named(name));
        return parameter;
    }

    /**
     * Announces a layer inside of this one. Its parameters are called {@code name.W} from now on, or {@code W1} where the
     * name is a number.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    protected final <L extends Layer> L layer(String name, L layer) {
        checkFree(name);
        inside.put(name, layer);
        namedParameters().forEach((path, parameter) -> parameter.named(path));
        return layer;
    }

    private void checkFree(String name) {
        if (own.containsKey(name) || inside.containsKey(name)) {
            throw new IllegalArgumentException(getClass().getSimpleName() + " has a parameter or layer " + name
                    + " already; each needs a name of its own");
        }
    }

    /** The parameters by name, this layer's own first; one that is used in two places stands here once. */
    public final Map<String, Tensor> namedParameters() {
        var all = new LinkedHashMap<String, Tensor>();
        collect(all, Collections.newSetFromMap(new IdentityHashMap<>()));
        return Collections.unmodifiableMap(all);
    }

    private void collect(Map<String, Tensor> all, Set<Tensor> seen) {
        own.forEach((name, parameter) -> {
            if (seen.add(parameter)) {
                all.put(name, parameter);
            }
        });
        inside.forEach((name, layer) -> {
            var within = new LinkedHashMap<String, Tensor>();
            layer.collect(within, seen);
            within.forEach((path, parameter) -> all.put(joined(name, path), parameter));
        });
    }

    /** The second layer's W is W2, as the lectures write it; anything else is a path. */
    private static String joined(String layer, String path) {
        boolean numbered = layer.chars().allMatch(Character::isDigit);
        boolean plain = path.chars().allMatch(Character::isLetter);
        return numbered && plain ? path + layer : layer + "." + path;
    }

    /** What an optimizer is to move, in the order of {@link #namedParameters}. */
    public final List<Tensor> parameters() {
        return List.copyOf(new ArrayList<>(namedParameters().values()));
    }

    /** How many numbers are trained. */
    public final long parameterCount() {
        return parameters().stream().mapToLong(p -> p.shape().size()).sum();
    }

    /** Sets the gradients of all parameters to zero (row 4.7). */
    public final void zeroGrad() {
        parameters().forEach(Node::zeroGrad);
    }

    /** What it is, such as {@code Tanh}. */
    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
