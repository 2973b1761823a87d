package gradus.render;

import gradus.autograd.Numbers;
import gradus.autograd.UnaryOp;
import gradus.autograd.init.LayerValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layers of one net, or one half of a picture's scheme: all values, or all gradients.
 *
 * @param heading what the row is of
 * @param gradients whether these are gradients
 * @param layers the input's side first
 * @param activations the op that made each layer's values; null for one that is not known
 */
record LayerRow(String heading, boolean gradients, List<LayerValues> layers, List<@Nullable UnaryOp> activations) {

    /** Odd, so that one bin is centred on 0. */
    private static final int BINS = 41;

    /** A unit whose tanh is beyond it passes less than 6 % of a gradient. */
    private static final double SATURATED = 0.97;

    /** Of what is told in digits. */
    private static final double SMALLEST_SHARE = 1e-4;

    LayerRow {
        layers = List.copyOf(layers);
        for (var layer : layers) {
            if (!Double.isFinite(layer.deviation())) {
                throw new IllegalArgumentException("layer " + layer.number() + " overflows with " + heading
                        + ": there is no histogram of ∞ and NaN. Use smaller weights or fewer layers");
            }
        }
    }

    /** Mean, deviation and what is saturated or dead, a line each. */
    List<String> statistics(int i) {
        var layer = layers.get(i);
        var lines = new ArrayList<String>();
        lines.add(Words.of("inithist.mean", Numbers.brief(layer.mean(), 3)));
        lines.add(Words.of("inithist.std", Numbers.brief(layer.deviation(), 3)));
        var lost = lost(i);
        if (lost != null) {
            lines.add(lost);
        }
        return lines;
    }

    /** Whether the layers differ in what made them. */
    boolean mixed() {
        return new HashSet<>(activations).size() > 1;
    }

    /** The share that passes no gradient, in words; null where there is no such thing. */
    @Nullable
    String lost(int i) {
        var op = activations.get(i);
        if (gradients || op == null) {
            return null;
        }
        var layer = layers.get(i);
        return switch (op) {
            case TANH -> Words.of("inithist.saturated", percent(beyond(layer, 1, 0)));
            case SIGMOID -> Words.of("inithist.saturated", percent(beyond(layer, 2, 1)));
            case RELU -> Words.of("inithist.dead", percent(layer.deadUnits() / (double) units(layer)));
            default -> null;
        };
    }

    private static double beyond(LayerValues layer, double factor, double shift) {
        var values = layer.values();
        long n = 0;
        for (int k = 0; k < values.size(); k++) {
            n += Math.abs(factor * values.element(k) - shift) > SATURATED ? 1 : 0;
        }
        return (double) n / values.size();
    }

    private static int units(LayerValues layer) {
        var shape = layer.values().shape();
        return shape.rank() == 0 ? 1 : shape.axis(shape.rank() - 1);
    }

    private static String percent(double share) {
        if (share > 0 && share < SMALLEST_SHARE) {
            return "< 0.01 %"; // more digits would run into the next histogram
        }
        return Numbers.brief(100 * share, share < 0.1 ? 2 : 3) + " %";
    }

    /** The ends of the axis that all layers share: ±1 where all values lie within, else a round number. */
    double reach() {
        double largest = 0;
        double reach = 0;
        for (var layer : layers) {
            for (int k = 0; k < layer.values().size(); k++) {
                largest = Math.max(largest, Math.abs(layer.values().element(k)));
            }
            reach = Math.max(reach, Math.abs(layer.mean()) + 5 * layer.deviation());
        }
        if (!gradients && largest <= 1) {
            return 1;
        }
        double to = Math.min(largest, reach);
        return to == 0 ? 1 : round(to);
    }

    private static double round(double x) {
        double power = Math.pow(10, Math.floor(Math.log10(x)));
        for (int factor : new int[] {1, 2, 5}) {
            if (x <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    boolean negative() {
        for (var layer : layers) {
            for (int k = 0; k < layer.values().size(); k++) {
                if (layer.values().element(k) < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The share of a layer's values in each bin; the few beyond the ends stand in the outermost. */
    double[] shares(int i, double from, double to) {
        var values = layers.get(i).values();
        var shares = new double[BINS];
        double scale = BINS / (to - from);
        double one = 1.0 / values.size();
        for (int k = 0; k < values.size(); k++) {
            int bin = (int) Math.floor((values.element(k) - from) * scale);
            shares[Math.max(0, Math.min(BINS - 1, bin))] += one;
        }
        return shares;
    }
}
