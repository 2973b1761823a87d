package gradus.kernel.exercise;

import gradus.render.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What the answers of a student come to.
 *
 * @param at the case that shows what is wrong; −1 where nothing is
 * @param share how much of the cases is answered right, from 0 to 1
 * @param kinds the mistakes, by their names in the catalogue
 * @param sentences what was found, the first in one line
 * @param table the student's numbers beside the right ones
 */
record Judgement(int at, double share, List<String> kinds, List<String> sentences, List<List<String>> table) {

    Judgement {
        kinds = List.copyOf(kinds);
        sentences = List.copyOf(sentences);
        table = List.copyOf(table);
    }

    boolean isRight() {
        return at < 0;
    }

    static Judgement right(String sentence) {
        return new Judgement(-1, 1, List.of(), List.of(sentence), List.of());
    }

    /** Number by number beside the right answers, with the mistakes that explain those that are wrong. */
    static Judgement of(Exercise exercise, List<double[]> cases, List<double[]> answers) {
        var diagnosis = new Diagnosis(exercise, cases, answers);
        if (!diagnosis.isComplete()) {
            return incomplete(exercise, answers);
        }
        int at = diagnosis.firstWrong();
        return at < 0
                ? right(Words.of("exam.cases", cases.size()))
                : wrong(exercise, diagnosis, cases, answers.get(at));
    }

    private static Judgement incomplete(Exercise exercise, List<double[]> answers) {
        int wanted = exercise.outputs().size();
        int given = answers.stream()
                .mapToInt(each -> each.length)
                .filter(length -> length != wanted)
                .findFirst()
                .orElse(wanted);
        String sentence = Words.of("exam.count", wanted, String.join(", ", exercise.outputs()), given);
        return new Judgement(0, 0, List.of("COUNT"), List.of(sentence), List.of());
    }

    private static Judgement wrong(Exercise exercise, Diagnosis diagnosis, List<double[]> cases, double... yours) {
        int at = diagnosis.firstWrong();
        var kinds = new LinkedHashSet<String>();
        var told = new LinkedHashMap<String, List<String>>();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", Words.of("exam.yours"), Words.of("exam.right"), ""));
        double[] right = diagnosis.right(at);
        Slip one = diagnosis.ofAll();
        for (int output = 0; output < right.length; output++) {
            String name = exercise.outputs().get(output);
            boolean isRight = diagnosis.isRight(output, at);
            rows.add(List.of(name, Figures.of(yours[output]), Figures.of(right[output]), isRight ? "✓" : "✗"));
            Slip slip = diagnosis.isRight(output) ? null : one == null ? diagnosis.of(output) : one;
            if (slip != null) {
                kinds.add(slip.kind().name());
                told.computeIfAbsent(slip.inWords(), words -> new ArrayList<>());
                if (!slip.details().contains(name)) { // a name that stands in the words is not put before them
                    told.get(slip.inWords()).add(name);
                }
            }
        }
        var sentences = new ArrayList<String>();
        told.forEach((words, outputs) -> sentences.add(
                outputs.isEmpty() ? words + "." : Words.of("exam.each", String.join(", ", outputs), words)));
        if (sentences.isEmpty()) {
            sentences.add(Words.of("exam.unlike", exercise.id()));
        }
        if (cases.size() > 1) {
            sentences.add(Words.of("exam.wrong", diagnosis.countOfRight(), cases.size()));
        }
        if (!exercise.inputs().isEmpty()) {
            sentences.add(Words.of("exam.for", exercise.told(cases.get(at))));
        }
        double share = (double) diagnosis.countOfRight() / cases.size();
        return new Judgement(at, share, List.copyOf(kinds), sentences, rows);
    }
}
