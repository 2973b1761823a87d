package gradus.kernel.exercise;

import gradus.kernel.exercise.Verdict.State;
import gradus.render.Card;
import gradus.render.Words;
import java.util.ArrayList;
import java.util.List;

/** What is shown about exercises beside their verdicts. */
public final class Sheets {

    private Sheets() {}

    /** All exercises, each with its state in this session. */
    public static Card list() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", Words.of("exam.exercise"), Words.of("exam.about"), Words.of("exam.state")));
        int passed = 0;
        for (Exercise each : Exercises.all()) {
            State state = Progress.of(each);
            passed += state == State.PASSED ? 1 : 0;
            rows.add(List.of(state.mark(), each.id(), each.title(), state.words()));
        }
        String title = Words.of("exam.list", passed, Exercises.all().size());
        return new Card("", title, List.of(Words.of("exam.help")), rows, List.of());
    }

    /** The steps of the hint so far, and one more. */
    public static Card hint(Exercise exercise) {
        int count = Progress.nextHint(exercise);
        int all = exercise.hints().size();
        var sentences = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            sentences.add((i + 1) + ". " + exercise.hints().get(i));
        }
        sentences.add(count < all ? Words.of("exam.more", exercise.id()) : Words.of("exam.last"));
        String title = exercise.id() + ": " + Words.of("exam.hint", count, all);
        return new Card("", title, sentences, List.of(), List.of());
    }
}
