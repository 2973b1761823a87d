package gradus.kernel.exercise;

import gradus.kernel.exercise.Verdict.State;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Handover;
import gradus.kernel.session.NotWrittenYet;
import gradus.kernel.session.Session;
import gradus.render.Card;
import gradus.render.Picture;
import gradus.render.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/** Runs a student's code on the cases of an exercise, beside the engine. */
public final class Check {

    private final Session session;
    private final Exercise exercise;
    private double share;

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
        var check = new Check(session, exercise);
        var verdict = check.run(new Trial(exercise.cases(new Random(seed))));
        Progress.note(exercise, verdict.state());
        return verdict;
    }

    /** As of a cell, so that it can be stopped, and its errors have the student's lines. */
    private Verdict run(Trial trial) throws CellFailure {
        String key = Handover.put(trial);
        try {
            session.eval("((gradus.kernel.exercise.Trial) gradus.kernel.session.Handover.take(\"" + key + "\")).run("
                    + exercise.call() + ");");
        } catch (CellFailure e) {
            return failed(e, trial);
        } finally {
            Handover.forget(key);
        }
        if (!trial.hasEnded()) {
            String sentence =
                    "A class or variable of yours is called gradus: the check does not find the kernel's own.";
            return verdict(State.FAILED, List.of("HIDDEN"), List.of(sentence), List.of(), List.of());
        }
        return judged(trial);
    }

    private Verdict failed(CellFailure failure, Trial trial) throws CellFailure {
        String name = failure.report().name();
        if (name.equals("Interrupted")) {
            throw failure;
        }
        String wants = Words.of("exam.wants", String.join("\n", exercise.wanted()));
        if (failure.getCause() instanceof NotWrittenYet || name.equals("NotWrittenYet")) {
            return verdict(
                    State.OPEN, List.of(), List.of(failure.report().message() + ".", wants), List.of(), List.of());
        }
        var sentences = new ArrayList<String>();
        if (failure.getCause() == null) { // it has not run: what is asked for is not there, or is something else
            sentences.add(wants);
            sentences.add(failure.report().message());
            return verdict(State.OPEN, List.of("MISSING"), sentences, List.of(), List.of());
        }
        double[] at = trial.failedCase();
        sentences.add(Words.of("exam.threw", name + ": " + failure.report().message()));
        if (at != null && !exercise.inputs().isEmpty()) {
            sentences.add(Words.of("exam.for", Figures.of(exercise.inputs(), at)));
        }
        sentences.add(String.join(
                "\n",
                failure.report().traceback().stream()
                        .skip(1)
                        .map(line -> line.replaceAll("\u001b\\[[\\d;]*m", ""))
                        .filter(line -> line.strip().startsWith("Cell "))
                        .toList()));
        sentences.removeIf(String::isBlank);
        return verdict(State.FAILED, List.of("THROWN"), sentences, List.of(), List.of());
    }

    private Verdict judged(Trial trial) throws CellFailure {
        var diagnosis = new Diagnosis(exercise, trial.cases(), trial.answers());
        if (!diagnosis.isComplete()) {
            int wanted = exercise.outputs().size();
            int given = trial.answers().stream()
                    .mapToInt(each -> each.length)
                    .filter(length -> length != wanted)
                    .findFirst()
                    .orElse(wanted);
            String sentence = Words.of("exam.count", wanted, String.join(", ", exercise.outputs()), given);
            return verdict(State.FAILED, List.of("COUNT"), List.of(sentence), List.of(), List.of());
        }
        share = (double) diagnosis.countOfRight() / trial.cases().size();
        int at = diagnosis.firstWrong();
        if (at < 0) {
            String sentence = Words.of("exam.cases", trial.cases().size());
            return verdict(State.PASSED, List.of(), List.of(sentence), List.of(), List.of());
        }
        return wrong(diagnosis, trial, at);
    }

    private Verdict wrong(Diagnosis diagnosis, Trial trial, int at) throws CellFailure {
        var kinds = new LinkedHashSet<String>();
        var sentences = new LinkedHashSet<String>();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", Words.of("exam.yours"), Words.of("exam.right"), ""));
        double[] yours = trial.answers().get(at);
        double[] right = diagnosis.right(at);
        Slip one = diagnosis.ofAll();
        for (int output = 0; output < right.length; output++) {
            String name = exercise.outputs().get(output);
            boolean isRight = diagnosis.isRight(output, at);
            rows.add(List.of(name, Figures.of(yours[output]), Figures.of(right[output]), isRight ? "✓" : "✗"));
            Slip slip = diagnosis.isRight(output) ? null : one == null ? diagnosis.of(output) : one;
            if (slip != null && sentences.add(Words.of("exam.each", name, slip.inWords()))) {
                kinds.add(slip.kind().name());
            }
        }
        if (sentences.isEmpty()) {
            sentences.add(Words.of("exam.unlike", exercise.id()));
        }
        var all = new ArrayList<>(sentences);
        int cases = trial.cases().size();
        if (cases > 1) {
            all.add(Words.of("exam.wrong", diagnosis.countOfRight(), cases));
        }
        if (!exercise.inputs().isEmpty()) {
            all.add(Words.of(
                    "exam.for", Figures.of(exercise.inputs(), trial.cases().get(at))));
        }
        return verdict(
                State.FAILED,
                List.copyOf(kinds),
                all,
                rows,
                drawings(trial.cases().get(at)));
    }

    /** The student's own graph of a case, with the edges and gradients marked that are wrong. */
    private List<Picture> drawings(double[] in) throws CellFailure {
        if (exercise.drawing().isEmpty()) {
            return List.of();
        }
        return Drawing.of(session, exercise, in);
    }

    private Verdict verdict(
            State state,
            List<String> diagnoses,
            List<String> sentences,
            List<List<String>> table,
            List<? extends Picture> drawings) {
        String title = exercise.id() + ": " + state.words();
        String sentence = sentences.isEmpty() ? "" : sentences.get(0);
        return new Verdict(
                state,
                share,
                diagnoses,
                title + ". " + sentence,
                new Card(state.mark(), title, sentences, table, drawings));
    }
}
