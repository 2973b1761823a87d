package gradus.kernel.exercise;

import gradus.render.Card;
import gradus.render.Words;
import java.util.List;

/**
 * What a check has found.
 *
 * @param share how much of the cases is answered right, from 0 to 1; of cases that have all been run
 * @param diagnoses the mistakes, by their names in the catalogue; for tests and teachers
 * @param sentence the verdict in one line
 * @param picture the same to be shown
 */
public record Verdict(State state, double share, List<String> diagnoses, String sentence, Card picture) {

    /** How far an exercise is. */
    public enum State {
        PASSED("✓", "exam.passed"),
        OPEN("○", "exam.open"),
        FAILED("✗", "exam.failed");

        private final String mark;
        private final String key;

        State(String mark, String key) {
            this.mark = mark;
            this.key = key;
        }

        /** A sign that tells it without colour. */
        public String mark() {
            return mark;
        }

        /** In the language of the pictures. */
        public String words() {
            return Words.of(key);
        }
    }

    public Verdict {
        diagnoses = List.copyOf(diagnoses);
    }
}
