package gradus.kernel.exercise;

import gradus.kernel.exercise.Verdict.State;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.NotWrittenYet;
import gradus.render.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a student's code could not be run to its end, in a sentence.
 *
 * @param kind in a word, for tests and teachers; empty for code that is still to be written
 * @param sentences the first in one line
 */
record Mishap(State state, String kind, List<String> sentences) {

    private static final Pattern SYMBOL = Pattern.compile("symbol: +(?:method|class|variable|constructor) +(.*)");
    private static final Pattern TYPES =
            Pattern.compile("(\\S+ cannot be converted to \\S+|possible lossy conversion from .*)");

    private static final int MOST_PLACES = 6;

    Mishap {
        sentences = List.copyOf(sentences);
    }

    /** What a run has failed with, other than by an interrupt. */
    static Mishap of(CellFailure failure, Exercise exercise, Trial trial) {
        String name = failure.report().name();
        Throwable thrown = failure.getCause();
        if (thrown instanceof NotWrittenYet || name.equals("NotWrittenYet")) {
            return new Mishap(State.OPEN, "", List.of(failure.report().message() + ".", wants(exercise)));
        }
        if (thrown == null) {
            return unlike(failure, exercise);
        }
        if (thrown instanceof StackOverflowError) {
            return failed("DEEP", Words.of("exam.deep"), failure, exercise, trial);
        }
        boolean isReading = places(failure).isEmpty(); // the check reads what the student's code has given
        if (isReading && thrown instanceof NullPointerException) {
            return ofNull(exercise, trial);
        }
        if (isReading && thrown instanceof ArrayIndexOutOfBoundsException) {
            return failed("COUNT", Words.of("exam.short"), failure, exercise, trial);
        }
        String message = failure.report().message();
        String what = message.isBlank() ? name : name + ": " + message;
        return failed("THROWN", Words.of("exam.threw", what), failure, exercise, trial);
    }

    /** It has not ended in its time. */
    static Mishap endless(Exercise exercise, Trial trial, long seconds) {
        return new Mishap(State.FAILED, "ENDLESS", List.of(Words.of("exam.endless", seconds), place(exercise, trial)));
    }

    static Mishap ofNull(Exercise exercise, Trial trial) {
        return new Mishap(State.FAILED, "NULL", List.of(Words.of("exam.null"), place(exercise, trial)));
    }

    /** It has not run: what is asked for is not there, or is something else. */
    private static Mishap unlike(CellFailure failure, Exercise exercise) {
        List<String> lines = failure.report().traceback();
        String symbol = said(lines, SYMBOL);
        String types = said(lines, TYPES);
        String sentence = types.startsWith("void ")
                ? Words.of("exam.void")
                : symbol.isEmpty()
                        ? Words.of(
                                "exam.unfit", types.isEmpty() ? failure.report().message() : types)
                        : Words.of("exam.missing", symbol);
        return new Mishap(State.OPEN, "MISSING", List.of(sentence, wants(exercise)));
    }

    /** What the compiler says in the lines below its message. */
    private static String said(List<String> lines, Pattern pattern) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(each -> each.group(1))
                .findFirst()
                .orElse("");
    }

    private static Mishap failed(String kind, String sentence, CellFailure failure, Exercise exercise, Trial trial) {
        var sentences = new ArrayList<String>();
        sentences.add(sentence);
        sentences.add(place(exercise, trial));
        sentences.add(String.join("\n", places(failure)));
        sentences.removeIf(String::isBlank);
        return new Mishap(State.FAILED, kind, sentences);
    }

    /** The lines of cells in which it has failed, the innermost first. */
    private static List<String> places(CellFailure failure) {
        return failure.report().traceback().stream()
                .skip(1)
                .map(line -> line.replaceAll("\u001b\\[[\\d;]*m", ""))
                .filter(line -> line.strip().startsWith("Cell "))
                .limit(MOST_PLACES)
                .toList();
    }

    private static String wants(Exercise exercise) {
        return Words.of("exam.wants", String.join("\n", exercise.wanted()));
    }

    private static String place(Exercise exercise, Trial trial) {
        double[] at = trial.failedCase();
        return at == null || exercise.inputs().isEmpty() ? "" : Words.of("exam.for", exercise.told(at));
    }
}
