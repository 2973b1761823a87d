package gradus.autograd.init;

import gradus.autograd.Numbers;
import gradus.autograd.Value;

/**
 * What was measured at one layer, over all samples and units.
 *
 * @param number the layer's, from 1
 * @param values its activations, or the gradients that arrive at them
 * @param mean their mean
 * @param deviation their standard deviation, with divisor n
 */
public record LayerValues(int number, Value values, double mean, double deviation) {

    /** Measures these values. */
    public static LayerValues of(int number, Value values) {
        double sum = 0;
        for (int k = 0; k < values.size(); k++) {
            sum += values.element(k);
        }
        double mean = sum / values.size();
        // Around the mean, in a second pass: the difference of two squares would cancel where a layer has collapsed.
        double squares = 0;
        for (int k = 0; k < values.size(); k++) {
            squares += (values.element(k) - mean) * (values.element(k) - mean);
        }
        return new LayerValues(number, values, mean, Math.sqrt(squares / values.size()));
    }

    /** How many units are 0 for every sample: behind ReLU they are dead, and no gradient wakes them (row 7.5). */
    public int deadUnits() {
        int units = values.shape().rank() == 0
                ? 1
                : values.shape().axis(values.shape().rank() - 1);
        int dead = 0;
        for (int unit = 0; unit < units; unit++) {
            boolean alive = false;
            for (int k = unit; k < values.size() && !alive; k += units) {
                alive = values.element(k) != 0;
            }
            dead += alive ? 0 : 1;
        }
        return dead;
    }

    /** Mean ± standard deviation, in three digits. */
    public String brief() {
        return Numbers.brief(mean, 3) + " ± " + Numbers.brief(deviation, 3);
    }
}
