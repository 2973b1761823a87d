package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What explains the answers of a student: for each output that is wrong, the first known mistake that leads to the very
 * numbers in every case.
 */
final class Diagnosis {

    private final Exercise exercise;
    private final List<double[]> cases;
    private final List<double[]> answers;
    private final List<double[]> right;
    private final List<Slip> slips;
    private final List<List<double[]>> wrong;

    Diagnosis(Exercise exercise, List<double[]> cases, List<double[]> answers) {
        this.exercise = exercise;
        this.cases = cases;
        this.answers = answers;
        right = cases.stream().map(exercise::right).toList();
        slips = new ArrayList<>(exercise.slips());
        slips.addAll(Commonplace.slips(exercise));
        wrong = slips.stream()
                .map(slip ->
                        cases.stream().map(each -> slip.answers().apply(each)).toList())
                .toList();
    }

    /** Whether the answers are as many as they have to be. */
    boolean isComplete() {
        return answers.stream()
                .allMatch(each -> each.length == exercise.outputs().size());
    }

    boolean isRight(int output) {
        return agree(output, right::get);
    }

    /** How many cases are answered right, in all outputs. */
    int countOfRight() {
        int count = 0;
        for (int i = 0; i < cases.size(); i++) {
            int at = i;
            count += exercise.outputs().stream()
                            .allMatch(name -> isRight(exercise.outputs().indexOf(name), at))
                    ? 1
                    : 0;
        }
        return count;
    }

    /** The first case that is answered wrong, the outputs asked for alone; −1 if none is. */
    int firstWrong() {
        for (int i = 0; i < cases.size(); i++) {
            for (int output = 0; output < exercise.outputs().size(); output++) {
                if (!isRight(output, i)) {
                    return i;
                }
            }
        }
        return -1;
    }

    boolean isRight(int output, int at) {
        return exercise.close(answers.get(at)[output], right.get(at)[output]);
    }

    double[] right(int at) {
        return right.get(at).clone();
    }

    /** The mistake that explains all outputs at once; null if none does. */
    @Nullable
    Slip ofAll() {
        for (int i = 0; i < slips.size(); i++) {
            List<double[]> numbers = wrong.get(i);
            if (IntStream.range(0, exercise.outputs().size()).allMatch(output -> agree(output, numbers::get))) {
                return slips.get(i);
            }
        }
        return null;
    }

    /** The mistake that explains an output; null if none does. */
    @Nullable
    Slip of(int output) {
        if (agree(output, i -> new double[exercise.outputs().size()])) {
            return Slip.of(MistakeKind.ZERO, in -> in, exercise.outputs().get(output));
        }
        for (int i = 0; i < slips.size(); i++) {
            if (agree(output, wrong.get(i)::get)) {
                return slips.get(i);
            }
        }
        return ofNumbersAlone(output);
    }

    private boolean agree(int output, IntFunction<double[]> numbers) {
        for (int i = 0; i < cases.size(); i++) {
            if (!exercise.close(answers.get(i)[output], numbers.apply(i)[output])) {
                return false;
            }
        }
        return true;
    }

    /** What can be seen without knowing the computation. */
    private @Nullable Slip ofNumbersAlone(int output) {
        double first = answers.get(0)[output];
        for (int i = 0; i < cases.size(); i++) {
            double answer = answers.get(i)[output];
            if (!Double.isFinite(answer) && Double.isFinite(right.get(i)[output])) {
                MistakeKind kind = Double.isNaN(answer) ? MistakeKind.NAN : MistakeKind.INFINITE;
                return Slip.of(kind, in -> in, exercise.outputs().get(output));
            }
        }
        if (cases.size() == 1) {
            return null;
        }
        if (agree(output, i -> Exercise.with(right.get(i), output, first))) {
            return Slip.of(MistakeKind.CONSTANT, in -> in);
        }
        double factor = first / right.get(0)[output];
        if (Double.isFinite(factor)
                && factor != 0
                && agree(output, i -> Exercise.with(right.get(i), output, factor * right.get(i)[output]))) {
            return Slip.of(MistakeKind.FACTOR, in -> in, Figures.of(factor));
        }
        double offset = first - right.get(0)[output];
        if (cases.size() > 1
                && agree(output, i -> Exercise.with(right.get(i), output, offset + right.get(i)[output]))) {
            return Slip.of(MistakeKind.OFFSET, in -> in, Figures.of(offset));
        }
        return null;
    }
}
