package gradus.autograd.nn;

import gradus.autograd.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Layers one after the other: x → f₁(x) → f₂(f₁(x)) → …. Parameters are numbered by those layers that have some: W1, b1,
 * W2, b2.
 *
 * <pre>{@code
 * var net = new Sequential(new Linear(2, 3), new Tanh(), new Linear(3, 1));
 * net                              // ⇒ Sequential(Linear(2 → 3), Tanh, Linear(3 → 1))
 * net.namedParameters().keySet()   // ⇒ [W1, b1, W2, b2]
 * net.parameterCount()             // 2·3 + 3 + 3·1 + 1 ⇒ 13
 * }</pre>
 */
public class Sequential extends Layer {

    private final List<Layer> layers;

    /** Layers in the order in which they are applied. */
    public Sequential(Layer... layers) {
        this(List.of(layers));
    }

    /** Layers in the order in which they are applied. */
    @SuppressWarnings("this-escape") // layer(…) is final, and calls nothing that a subclass could override
    public Sequential(List<? extends Layer> layers) {
        this.layers = List.copyOf(layers);
        int number = 0;
        for (var layer : this.layers) {
            if (!layer.parameters().isEmpty()) {
                layer(Integer.toString(++number), layer);
            }
        }
    }

    /** The layers, the input's side first. */
    public final List<Layer> layers() {
        return layers;
    }

    @Override
    public final Tensor forward(Tensor x) {
        return within(this::chain, x);
    }

    private Tensor chain(Tensor x) {
        var h = x;
        for (var layer : layers) {
            h = layer.apply(h);
        }
        return h;
    }

    /** What each layer gives: its activations; the last is {@link #forward}'s. */
    public final List<Tensor> outputs(Tensor x) {
        var all = new ArrayList<Tensor>();
        var h = x;
        for (var layer : layers) {
            h = layer.apply(h);
            all.add(h);
        }
        return List.copyOf(all);
    }

    /** The layers in brackets. */
    @Override
    public String toString() {
        return layers.stream().map(Layer::toString).collect(Collectors.joining(", ", super.toString() + "(", ")"));
    }
}
