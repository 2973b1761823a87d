package gradus.render;

import gradus.autograd.Derivatives;
import gradus.autograd.NoGrad;
import gradus.autograd.Numbers;
import gradus.autograd.Tensor;
import gradus.autograd.UnaryOp;
import gradus.autograd.init.DeepNet;
import gradus.autograd.init.Initialization;
import gradus.autograd.nn.RnnCell;
import gradus.render.chart.Curve;
import gradus.render.chart.Look;
import gradus.render.chart.Scale;
import gradus.render.chart.Sketch;
import gradus.render.chart.XyChart;
import java.util.ArrayList;
import java.util.List;

/**
 * How gradients vanish and explode with depth (row 7.5): over the layers of a net for several activations, where
 * σ′ ≤ ¼ shrinks what reaches the first layers and ReLU units die; and over the steps of a recurrent net for several sizes of its
 * weights.
 *
 * <pre>{@code
 * Depth.ofLayers(10, 30, UnaryOp.SIGMOID, UnaryOp.RELU)
 * }</pre>
 */
public final class Depth {

    private static final int SAMPLES = 100;
    private static final double WIDTH = 860;
    private static final double HEIGHT = 460;

    private Depth() {}

    /**
     * The gradient at each layer, when standard normal noise goes in at the top; ReLU by Xavier's and by He's weights, the
     * others by Xavier's.
     *
     * @param layers 2 to 50
     * @param width units of each layer, 1 to 2000
     * @throws IllegalArgumentException if a number is out of range, or no activation is given
     */
    public static Picture ofLayers(int layers, int width, UnaryOp... activations) {
        if (activations.length == 0 || layers < 2) {
            throw new IllegalArgumentException("depth needs at least one activation, such as SIGMOID, and 2 layers, and"
                    + " was given " + activations.length + " and " + layers);
        }
        var names = new ArrayList<String>();
        var curves = new ArrayList<double[]>();
        var dead = new ArrayList<String>();
        for (var op : activations) {
            var net = new DeepNet(layers, width, SAMPLES, op, 0);
            for (var init : op == UnaryOp.RELU
                    ? List.of(Initialization.XAVIER, Initialization.HE)
                    : List.of(Initialization.XAVIER)) {
                names.add(Words.of("depth.net", op.symbol(), init.name()));
                curves.add(net.gradients(init).stream()
                        .mapToDouble(layer -> layer.deviation())
                        .toArray());
                int off = net.activations(init).get(layers - 1).deadUnits();
                dead.add(op == UnaryOp.RELU ? Numbers.brief(100.0 * off / width, 3) + " %" : "");
            }
        }
        var x = new double[layers];
        for (int i = 0; i < layers; i++) {
            x[i] = i + 1;
        }
        var notes = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            if (!dead.get(i).isEmpty()) {
                notes.add(names.get(i) + ": " + Words.of("depth.dead") + " " + dead.get(i));
            }
        }
        return figure(Words.of("depth.layers", layers, width), "depth.layer", "depth.std", x, names, curves, notes);
    }

    /**
     * The norm of the gradient at each state of a recurrent net, from the last state back, for weights g·randn/√units: about
     * g per step. The states are 0, where tanh′ is 1, so that nothing but the weights is seen.
     *
     * @param steps 2 to 500
     * @param units 1 to 500
     * @param gains g, each above 0
     * @throws IllegalArgumentException if a number is out of range, or no gain is given
     */
    public static Picture ofSteps(int steps, int units, double... gains) {
        if (gains.length == 0 || steps < 2 || steps > 500 || units < 1 || units > 500) {
            throw new IllegalArgumentException("a recurrent net is shown with 2 to 500 steps, 1 to 500 units and at"
                    + " least one size of weights, and was given " + steps + ", " + units + " and " + gains.length);
        }
        var names = new ArrayList<String>();
        var curves = new ArrayList<double[]>();
        var still = Tensor.zeros(steps, 1, units).requiresGrad(false);
        var noise = Tensor.randn(7, 1, units).detach();
        for (double gain : gains) {
            if (!(gain > 0)) {
                throw new IllegalArgumentException(
                        "the weights are " + gain + " · randn / √units: give a size above 0");
            }
            var cell = new RnnCell(units, units, Initialization.normal(gain / Math.sqrt(units)), 3);
            var states = cell.states(still);
            var loss = states.get(steps - 1).mul(noise).sum();
            var gradients = NoGrad.run(() -> Derivatives.gradients(loss, states.toArray(Tensor[]::new)));
            var norms = new double[steps];
            for (int back = 0; back < steps; back++) {
                double sum = 0;
                for (double g : gradients.get(steps - 1 - back).toArray()) {
                    sum += g * g;
                }
                norms[back] = Math.sqrt(sum);
            }
            names.add(Words.of("depth.gain", Numbers.brief(gain)));
            curves.add(norms);
        }
        var x = new double[steps];
        for (int i = 0; i < steps; i++) {
            x[i] = i;
        }
        return figure(Words.of("depth.steps", steps, units), "depth.back", "depth.norm", x, names, curves, List.of());
    }

    private static Figure figure(
            String title,
            String across,
            String up,
            double[] x,
            List<String> names,
            List<double[]> curves,
            List<String> notes) {
        var chart = new XyChart(
                title,
                Scale.around(Words.of(across), false, x),
                Scale.around(Words.of(up), true, curves.toArray(double[][]::new)));
        var header = new ArrayList<String>(List.of(Words.of(across)));
        for (int i = 0; i < names.size(); i++) {
            chart.add(new Curve(names.get(i), x, curves.get(i), Look.of(i), Curve.Parts.LINE));
            header.add(names.get(i));
        }
        var rows = new ArrayList<List<String>>();
        for (int k = 0; k < x.length; k++) {
            var row = new ArrayList<String>(List.of(Numbers.brief(x[k])));
            for (var curve : curves) {
                row.add(Numbers.brief(curve[k], 4));
            }
            rows.add(row);
        }
        var sketch = new Sketch();
        chart.draw(sketch, 0, 0, WIDTH, HEIGHT);
        return new Figure(
                sketch.drawing(WIDTH, HEIGHT, title), notes, List.of(new NumberTable(Words.of(up), header, rows)));
    }
}
