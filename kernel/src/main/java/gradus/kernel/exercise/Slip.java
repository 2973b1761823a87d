package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A mistake that can be made in an exercise.
 *
 * @param details what stands for {0}, {1}, … in its words
 * @param answers what it gives for a case; the right answer where it makes no difference
 */
record Slip(MistakeKind kind, List<String> details, Function<double[], double[]> answers) {

    Slip {
        details = List.copyOf(details);
    }

    /** A mistake with what its words need. */
    static Slip of(MistakeKind kind, Function<double[], double[]> answers, String... details) {
        return new Slip(kind, Arrays.asList(details), answers);
    }

    String inWords() {
        return kind.words(details.toArray());
    }
}
