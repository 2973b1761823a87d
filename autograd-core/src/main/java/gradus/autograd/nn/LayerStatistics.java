package gradus.autograd.nn;

import gradus.autograd.Derivatives;
import gradus.autograd.NoGrad;
import gradus.autograd.Tensor;
import gradus.autograd.Value;
import gradus.autograd.Var;
import gradus.autograd.init.LayerValues;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What goes through one layer of a net: its activations on the way forward, and the gradients of the loss that arrive at
 * them on the way back (rows 7.5, 8.2 and 8.3).
 *
 * <pre>{@code
 * var net = new Sequential(new Linear(2, 8, Initialization.HE, 1), new ReLU(), new Linear(8, 1, Initialization.HE, 2));
 * var layers = LayerStatistics.of(net, Tensor.randn(3, 50, 2), z -> z.pow(2).mean());
 * layers.size()                                // ⇒ 3
 * layers.get(1).layer()                        // ⇒ ReLU
 * layers.get(1).zeros() > 0.2                  // the share of units that are off ⇒ true
 * net.parameters().get(0).hasGrad()            // looking leaves no gradient behind ⇒ false
 * }</pre>
 *
 * @param layer what the layer is
 * @param activations what it gives, over all samples and units
 * @param gradients ∂loss/∂(activation)
 */
public record LayerStatistics(String layer, LayerValues activations, LayerValues gradients) {

    /**
     * The layers of a net, the input's side first.
     *
     * @param x the samples
     * @param loss what the net is to make small, computed from its output
     */
    public static List<LayerStatistics> of(Sequential net, Tensor x, Function<Tensor, Var> loss) {
        // An input that takes a gradient, so that every layer's values have one.
        var outputs = net.outputs(x.detach().requiresGrad(true));
        var last = loss.apply(outputs.get(outputs.size() - 1));
        var gradients = NoGrad.run(() -> Derivatives.gradients(last, outputs.toArray(Tensor[]::new)));
        var all = new ArrayList<LayerStatistics>();
        for (int i = 0; i < outputs.size(); i++) {
            all.add(new LayerStatistics(
                    net.layers().get(i).toString(),
                    LayerValues.of(i + 1, Value.of(outputs.get(i))),
                    LayerValues.of(i + 1, Value.of(gradients.get(i)))));
        }
        return List.copyOf(all);
    }

    /** The share of activations that are 0, from 0 to 1: for ReLU, of what is off. */
    public double zeros() {
        var values = activations.values();
        int zeros = 0;
        for (int k = 0; k < values.size(); k++) {
            zeros += values.element(k) == 0 ? 1 : 0;
        }
        return (double) zeros / values.size();
    }

    /** How many units are 0 for every sample: behind ReLU they are dead, and no gradient wakes them (row 7.5). */
    public int deadUnits() {
        return activations.deadUnits();
    }

    /** Number, layer, and mean ± standard deviation of activations and gradients. */
    @Override
    public String toString() {
        return activations.number() + " " + layer + ": activations " + activations.brief() + ", gradients "
                + gradients.brief();
    }
}
