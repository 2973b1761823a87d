package gradus.bench;

import gradus.autograd.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Workload (b): the demo of micrograd, scalar by scalar as it stands there. A perceptron 2-16-16-1 with ReLU on 100 points
 * of two moons, the hinge loss mean(max(0, 1 − y·score)) + 10⁻⁴·Σp², and one step of gradient descent.
 */
final class DemoNet {

    static final int POINTS = 100;
    static final int NODES = 65_818;

    private static final int[] WIDTHS = {2, 16, 16, 1};
    private static final double RATE = 0.05;
    private static final double SHRINK = 1e-4;

    private final double[][] points = new double[POINTS][];
    private final List<Var[][]> layers = new ArrayList<>();
    private final List<Var> parameters = new ArrayList<>();

    DemoNet() {
        var random = new SplittableRandom(1337);
        for (int i = 0; i < POINTS / 2; i++) {
            double t = Math.PI * i / (POINTS / 2 - 1);
            points[2 * i] = new double[] {
                Math.cos(t) + 0.1 * random.nextGaussian(), Math.sin(t) + 0.1 * random.nextGaussian(), -1
            };
            points[2 * i + 1] = new double[] {
                1 - Math.cos(t) + 0.1 * random.nextGaussian(), 0.5 - Math.sin(t) + 0.1 * random.nextGaussian(), 1
            };
        }
        for (int l = 1; l < WIDTHS.length; l++) {
            var layer = new Var[WIDTHS[l]][WIDTHS[l - 1] + 1];
            for (var neuron : layer) {
                for (int i = 0; i < neuron.length; i++) {
                    // The last is the bias.
                    neuron[i] = new Var(i == neuron.length - 1 ? 0 : random.nextDouble(-1, 1));
                    parameters.add(neuron[i]);
                }
            }
            layers.add(layer);
        }
    }

    Var loss() {
        var hinge = Var.constant(0);
        for (var point : points) {
            var score = score(new Var(point[0]), new Var(point[1]));
            hinge = hinge.add(score.mul(-point[2]).add(1).relu());
        }
        var squares = Var.constant(0);
        for (var p : parameters) {
            squares = squares.add(p.mul(p));
        }
        return hinge.mul(1.0 / POINTS).add(squares.mul(SHRINK));
    }

    private Var score(Var... inputs) {
        var x = inputs;
        for (var layer : layers) {
            var next = new Var[layer.length];
            for (int j = 0; j < layer.length; j++) {
                var neuron = layer[j];
                var sum = neuron[x.length];
                for (int i = 0; i < x.length; i++) {
                    sum = sum.add(neuron[i].mul(x[i]));
                }
                next[j] = layer.length == 1 ? sum : sum.relu();
            }
            x = next;
        }
        return x[0];
    }

    /** One step; the loss before it. */
    double step() {
        var loss = loss();
        for (var p : parameters) {
            p.zeroGrad();
        }
        loss.backward();
        for (var p : parameters) {
            p.set(p.value() - RATE * p.grad());
        }
        return loss.value();
    }
}
