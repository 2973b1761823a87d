package gradus.render;

import gradus.autograd.Derivatives;
import gradus.autograd.NoGrad;
import gradus.autograd.Node;
import gradus.autograd.Tensor;
import gradus.autograd.UnaryOp;
import gradus.autograd.Value;
import gradus.autograd.init.LayerValues;
import gradus.autograd.nn.Layer;
import gradus.autograd.nn.Sequential;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes through a net of any kind: the activations that are found in the graph of its output, so that a layer needs to
 * announce nothing.
 *
 * @param values those of each activation, the input's side first
 * @param gradients those that arrive there
 * @param activations the ops; null where a layer without one is shown
 */
record NetLayers(List<LayerValues> values, List<LayerValues> gradients, List<@Nullable UnaryOp> activations) {

    private static final Set<UnaryOp> ACTIVATIONS = EnumSet.of(UnaryOp.TANH, UnaryOp.SIGMOID, UnaryOp.RELU);
    private static final long NOISE = -1;

    static NetLayers of(Layer net, Tensor x) {
        if (x.shape().rank() < 2) {
            throw new IllegalArgumentException(
                    "a net is shown with samples as rows, and " + x.describe() + " has the shape " + x.shape()
                            + ": give a matrix of samples × features, such as Tensor.randn(0, 100, 2)");
        }
        // An input that takes a gradient, so that every layer's values have one.
        var input = x.detach().requiresGrad(true);
        var output = net.forward(input);
        var layers = activations(output);
        if (layers.isEmpty()) {
            layers = net instanceof Sequential sequential ? sequential.outputs(input) : List.of(output);
            output = layers.get(layers.size() - 1);
        }
        var noise = Tensor.randn(NOISE, output.shape().axes()).detach();
        var loss = output.mul(noise).sum();
        var all = layers.toArray(Tensor[]::new);
        var gradients = NoGrad.run(() -> Derivatives.gradients(loss, all));
        List<@Nullable UnaryOp> ops = new ArrayList<>();
        for (var layer : all) {
            ops.add(layer.op() instanceof UnaryOp op && ACTIVATIONS.contains(op) ? op : null);
        }
        return new NetLayers(measured(List.of(all)), measured(gradients), Collections.unmodifiableList(ops));
    }

    private static List<LayerValues> measured(List<Tensor> tensors) {
        var all = new ArrayList<LayerValues>();
        for (var tensor : tensors) {
            all.add(LayerValues.of(all.size() + 1, Value.of(tensor)));
        }
        return all;
    }

    /** Operands before results; without recursion, since a recurrent net's graph is deep. */
    private static List<Tensor> activations(Tensor output) {
        var found = new ArrayList<Tensor>();
        var met = Collections.<Node>newSetFromMap(new IdentityHashMap<>());
        var done = Collections.<Node>newSetFromMap(new IdentityHashMap<>());
        var todo = new ArrayDeque<Node>(List.of(output));
        while (!todo.isEmpty()) {
            var node = todo.peek();
            if (met.add(node)) {
                for (var operand : node.operands()) {
                    if (!met.contains(operand)) {
                        todo.push(operand);
                    }
                }
                continue;
            }
            todo.pop();
            if (done.add(node)
                    && node instanceof Tensor tensor
                    && node.op() instanceof UnaryOp op
                    && ACTIVATIONS.contains(op)) {
                found.add(tensor);
            }
        }
        return found;
    }
}
