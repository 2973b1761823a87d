package gradus.kernel.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of a student's code on the cases of an exercise. Cells hand the code over here, and can make nothing of it. */
public final class Trial {

    private final List<double[]> cases;
    private final List<double[]> answers = new ArrayList<>();
    private boolean hasEnded;
    private boolean hasGivenNull;

    Trial(List<double[]> cases) {
        this.cases = cases;
    }

    /**
     * Runs the code on every case.
     *
     * @throws Throwable whatever the code throws
     */
    public void run(Answer code) throws Throwable {
        for (double[] each : cases.subList(answers.size(), cases.size())) {
            double[] answer = code.of(each.clone());
            if (answer == null) {
                hasGivenNull = true;
                return;
            }
            answers.add(answer.clone());
        }
        hasEnded = true;
    }

    /** Whether the code has answered every case. */
    boolean hasEnded() {
        return hasEnded;
    }

    boolean hasGivenNull() {
        return hasGivenNull;
    }

    /** The case that the code failed at; null if it failed at none. */
    double @Nullable [] failedCase() {
        return answers.size() < cases.size() ? cases.get(answers.size()).clone() : null;
    }

    List<double[]> cases() {
        return cases.stream().map(each -> Arrays.copyOf(each, each.length)).toList();
    }

    List<double[]> answers() {
        return List.copyOf(answers);
    }
}
