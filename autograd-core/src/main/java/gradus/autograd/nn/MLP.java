package gradus.autograd.nn;

import gradus.autograd.UnaryOp;
import gradus.autograd.init.Initialization;
import java.util.ArrayList;
import java.util.List;

/**
 * The multilayer perceptron: linear layers with an activation between them, and none after the last.
 *
 * <pre>{@code
 * new MLP(2, 16, 1)   // ⇒ MLP(Linear(2 → 16), Tanh, Linear(16 → 1))
 * }</pre>
 */
public final class MLP extends Sequential {

    /** With tanh, Xavier's weights and the seed 0. */
    public MLP(int... widths) {
        this(widths, UnaryOp.TANH, Initialization.XAVIER, 0);
    }

    /**
     * With all settings.
     *
     * @param widths the length of a sample, then the number of units of each layer
     * @param activation after each layer but the last
     * @param seed of the first layer; the next ones take the next numbers
     * @throws IllegalArgumentException if there are fewer than two widths, or one is less than 1
     */
    public MLP(int[] widths, UnaryOp activation, Initialization initialization, long seed) {
        super(layers(widths, activation, initialization, seed));
    }

    private static List<Layer> layers(int[] widths, UnaryOp activation, Initialization initialization, long seed) {
        if (widths.length < 2) {
            throw new IllegalArgumentException(
                    "MLP: needs at least two widths, of the input and of the output, and was given " + widths.length);
        }
        var layers = new ArrayList<Layer>();
        for (int i = 1; i < widths.length; i++) {
            if (i > 1) {
                layers.add(new Activation(activation));
            }
            layers.add(new Linear(widths[i - 1], widths[i], initialization, seed + i - 1));
        }
        return layers;
    }
}
