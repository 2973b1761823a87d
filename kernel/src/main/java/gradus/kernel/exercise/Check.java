package gradus.kernel.exercise;

import gradus.kernel.exercise.Verdict.State;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Handover;
import gradus.kernel.session.Session;
import gradus.render.Card;
import gradus.render.Picture;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Runs a student's code on the cases of an exercise, beside the engine. */
public final class Check {

    /** A grader waits 30 seconds for a cell. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Session session;
    private final Exercise exercise;

    private Check(Session session, Exercise exercise) {
        this.session = session;
        this.exercise = exercise;
    }

    /**
     * Checks what the session has for an exercise.
     *
     * @param seed of the random cases
     * @throws CellFailure if it is interrupted
     */
    public static Verdict of(Session session, Exercise exercise, long seed) throws CellFailure {
        return of(session, exercise, seed, LIMIT);
    }

    /** The same with a time limit of one's own. */
    static Verdict of(Session session, Exercise exercise, long seed, Duration limit) throws CellFailure {
        var check = new Check(session, exercise);
        var verdict = check.run(new Trial(exercise.cases(new Random(seed))), limit);
        Progress.note(exercise, verdict.state());
        return verdict;
    }

    /** As of a cell, so that it can be stopped, and its errors have the student's lines. */
    private Verdict run(Trial trial, Duration limit) throws CellFailure {
        String key = Handover.put(trial);
        var time = new TimeLimit(limit, session::interrupt);
        try (time) {
            session.eval("((gradus.kernel.exercise.Trial) gradus.kernel.session.Handover.take(\"" + key + "\")).run("
                    + exercise.call() + ");");
        } catch (CellFailure e) {
            if (time.isReached()) {
                return ended(Mishap.endless(exercise, trial, limit.toSeconds()), trial);
            }
            if (e.report().name().equals("Interrupted")) {
                throw e;
            }
            return ended(Mishap.of(e, exercise, trial), trial);
        } finally {
            Handover.forget(key);
        }
        if (trial.hasGivenNull()) {
            return ended(Mishap.ofNull(exercise, trial), trial);
        }
        if (!trial.hasEnded()) {
            String sentence =
                    "A class or variable of yours is called gradus: the check does not find the kernel's own.";
            return ended(new Mishap(State.FAILED, "HIDDEN", List.of(sentence)), trial);
        }
        Judgement found = exercise.judge(trial.cases(), trial.answers());
        return found.isRight()
                ? verdict(State.PASSED, found.share(), found, List.of())
                : verdict(
                        State.FAILED,
                        found.share(),
                        found,
                        drawings(trial.cases().get(found.at())));
    }

    /** The first case that is wrong tells most: an earlier one than the one at which the code came to grief. */
    private Verdict ended(Mishap mishap, Trial trial) {
        List<double[]> answers = trial.answers();
        if (!answers.isEmpty()) {
            Judgement before = exercise.judge(trial.cases().subList(0, answers.size()), answers);
            if (!before.isRight()) {
                return verdict(State.FAILED, 0, before, List.of());
            }
        }
        List<String> kinds = mishap.kind().isEmpty() ? List.of() : List.of(mishap.kind());
        return verdict(mishap.state(), 0, new Judgement(0, 0, kinds, mishap.sentences(), List.of()), List.of());
    }

    /** The student's own graph of a case, with the edges and gradients marked that are wrong. */
    private List<Picture> drawings(double[] in) throws CellFailure {
        if (exercise.drawing().isEmpty()) {
            return List.of();
        }
        return Drawing.of(session, exercise, in);
    }

    private Verdict verdict(State state, double share, Judgement found, List<? extends Picture> drawings) {
        String title = exercise.id() + ": " + state.words();
        List<String> sentences = found.sentences();
        String sentence = sentences.isEmpty() ? "" : sentences.get(0);
        return new Verdict(
                state,
                share,
                found.kinds(),
                title + ". " + sentence,
                new Card(state.mark(), title, sentences, found.table(), drawings));
    }
}
