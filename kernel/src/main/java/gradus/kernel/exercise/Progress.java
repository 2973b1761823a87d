package gradus.kernel.exercise;

import gradus.kernel.exercise.Verdict.State;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far the student has come in this session: the last verdict on each exercise, and the hints seen. */
public final class Progress {

    private static final Map<String, State> STATES = new ConcurrentHashMap<>();
    private static final Map<String, Integer> HINTS = new ConcurrentHashMap<>();

    private Progress() {}

    static void note(Exercise exercise, State state) {
        STATES.put(exercise.id(), state);
    }

    /** The last verdict; {@link State#OPEN} where there was none. */
    public static State of(Exercise exercise) {
        return STATES.getOrDefault(exercise.id(), State.OPEN);
    }

    /** How many steps of the hint have been shown, this one included; no more than there are. */
    public static int nextHint(Exercise exercise) {
        int most = exercise.hints().size();
        return HINTS.merge(exercise.id(), 1, (seen, one) -> Math.min(seen + one, most));
    }

    /** Begins anew. */
    public static void reset() {
        STATES.clear();
        HINTS.clear();
    }
}
