package gradus.autograd.init;

import gradus.autograd.Tensor;
import gradus.autograd.UnaryOp;
import gradus.autograd.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The experiment of rows 8.2 and 8.3: layers of equal width, h ← f(h·W), fed with standard normal samples, to see what
 * an initialization does to the values on their way forward and to the gradients on their way back.
 *
 * <pre>{@code
 * var net = new DeepNet(6, 500, 1000, UnaryOp.TANH, 0);
 * net.activations(Initialization.XAVIER).size()   // one LayerValues a layer ⇒ 6
 * }</pre>
 *
 * @param layers how many, 1 to 50
 * @param width units of each layer and of the input, 1 to 2000
 * @param samples rows of the input, 1 to 10000
 * @param activation the function after each product
 * @param seed of input and weights: the same seed gives the same net
 */
public record DeepNet(int layers, int width, int samples, UnaryOp activation, long seed) {

    /** The net of the lecture: six layers of 500 units, 1000 samples. */
    public static final DeepNet LECTURE = new DeepNet(6, 500, 1000, UnaryOp.TANH, 0);

    public DeepNet {
        within("layers", layers, 50);
        within("width", width, 2000);
        within("samples", samples, 10_000);
        Objects.requireNonNull(activation, "activation");
    }

    private static void within(String what, int given, int most) {
        if (given < 1 || given > most) {
            throw new IllegalArgumentException(what + " must lie between 1 and " + most + ", and is " + given);
        }
    }

    /** The activations of each layer, input side first. */
    public List<LayerValues> activations(Initialization initialization) {
        return values(forward(Tensor.randn(seed, samples, width).detach(), initialization));
    }

    /**
     * The gradients that arrive at each layer's activations, input side first, when standard normal noise goes in at the
     * top: the size of a gradient on its way back.
     */
    public List<LayerValues> gradients(Initialization initialization) {
        var h = forward(Tensor.randn(seed, samples, width), initialization);
        h.get(layers - 1).backward(Tensor.randn(seed - 1, samples, width));
        return values(h.stream().map(Tensor::grad).toList());
    }

    private List<Tensor> forward(Tensor input, Initialization initialization) {
        var h = new ArrayList<Tensor>();
        var x = input;
        for (int i = 1; i <= layers; i++) {
            x = x.matmul(initialization.weights(seed + i, width, width)).apply(activation);
            h.add(x);
        }
        return h;
    }

    private static List<LayerValues> values(List<Tensor> h) {
        var all = new ArrayList<LayerValues>();
        for (var layer : h) {
            all.add(LayerValues.of(all.size() + 1, Value.of(layer)));
        }
        return List.copyOf(all);
    }
}
