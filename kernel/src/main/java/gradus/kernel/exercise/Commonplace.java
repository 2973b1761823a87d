package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Mistakes that can be made in every exercise: they are made of its right answers. */
final class Commonplace {

    private Commonplace() {}

    static List<Slip> slips(Exercise exercise) {
        var slips = new ArrayList<Slip>();
        slips.add(Slip.of(MistakeKind.SIGN, in -> map(exercise.right(in), -1)));
        List<String> names = exercise.outputs();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                int a = i;
                int b = j;
                slips.add(Slip.of(
                        MistakeKind.SWAPPED, in -> swapped(exercise.right(in), a, b), names.get(i), names.get(j)));
            }
        }
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            String name = names.get(i);
            slips.add(Slip.of(MistakeKind.HALF, in -> scaled(exercise.right(in), place, 0.5), name));
            slips.add(Slip.of(MistakeKind.TWICE, in -> scaled(exercise.right(in), place, 2), name));
        }
        return slips;
    }

    private static double[] map(double[] numbers, double factor) {
        return Arrays.stream(numbers).map(x -> factor * x).toArray();
    }

    private static double[] scaled(double[] numbers, int place, double factor) {
        return Exercise.with(numbers, place, factor * numbers[place]);
    }

    private static double[] swapped(double[] numbers, int a, int b) {
        return Exercise.with(Exercise.with(numbers, a, numbers[b]), b, numbers[a]);
    }
}
