package gradus.render;

import gradus.autograd.Tensor;
import gradus.autograd.Var;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the numbers in what a student has collected. */
final class SeriesReader {

    private SeriesReader() {}

    /**
     * The ordinates, or abscissas and ordinates.
     *
     * @throws IllegalArgumentException if the object holds neither numbers nor pairs of numbers
     */
    static double[][] read(String name, @Nullable Object given) {
        if (given instanceof Tensor tensor && tensor.shape().rank() == 1) {
            return new double[][] {tensor.toArray()};
        }
        if (given instanceof Tensor tensor
                && tensor.shape().rank() == 2
                && tensor.shape().axis(1) == 2) {
            return columns(tensor.toArray());
        }
        var items = items(name, given);
        var plain = new double[items.size()];
        var pairs = new double[2 * items.size()];
        boolean allPairs = true;
        boolean allPlain = true;
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var number = number(item);
            var pair = number == null ? pair(item) : null;
            allPlain &= number != null;
            allPairs &= pair != null;
            plain[i] = number == null ? 0 : number;
            if (pair != null) {
                pairs[2 * i] = pair[0];
                pairs[2 * i + 1] = pair[1];
            }
        }
        if (allPlain) {
            return new double[][] {plain};
        }
        if (allPairs) {
            return columns(pairs);
        }
        throw refused(name, given);
    }

    private static IllegalArgumentException refused(String name, @Nullable Object given) {
        var what = given == null ? "null" : "of class " + given.getClass().getTypeName();
        return new IllegalArgumentException(name + " is " + what + ", and a plot needs numbers, such as double[] or"
                + " List<Double>, or pairs of numbers, such as double[][] or an n×2 Tensor");
    }

    private static double[][] columns(double[] pairs) {
        var x = new double[pairs.length / 2];
        var y = new double[pairs.length / 2];
        for (int i = 0; i < x.length; i++) {
            x[i] = pairs[2 * i];
            y[i] = pairs[2 * i + 1];
        }
        return new double[][] {x, y};
    }

    private static List<@Nullable Object> items(String name, @Nullable Object given) {
        if (given instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        if (given != null && given.getClass().isArray()) {
            var items = new ArrayList<@Nullable Object>();
            for (int i = 0; i < Array.getLength(given); i++) {
                items.add(Array.get(given, i));
            }
            return items;
        }
        throw refused(name, given);
    }

    private static @Nullable Double number(@Nullable Object item) {
        return item instanceof Number n ? (Double) n.doubleValue() : item instanceof Var v ? (Double) v.value() : null;
    }

    private static double @Nullable [] pair(@Nullable Object item) {
        if (item instanceof Tensor t && t.shape().size() == 2) {
            return t.toArray();
        }
        if (item instanceof Collection<?> || (item != null && item.getClass().isArray())) {
            var two = items("", item);
            var first = two.size() == 2 ? number(two.get(0)) : null;
            var second = two.size() == 2 ? number(two.get(1)) : null;
            return first == null || second == null ? null : new double[] {first, second};
        }
        return null;
    }
}
