package gradus.kernel.exercise;

import java.util.List;
import java.util.stream.Collectors;

/** The catalogue of exercises. */
public final class Exercises {

    /** One line each, from warm-up to open. */
    private static final List<Exercise> ALL = List.of(
            new ForwardValues(),
            new BackwardPass(),
            new MulBackward(),
            new Diamond(),
            new AnalyticGradient(),
            new ReusedVariable(),
            new ProductBackward(),
            new SigmoidGradient(),
            new TanhBackward(),
            new Kinks(),
            new CentralDifference(),
            new BestStep(),
            new VisitCount(),
            new OwnVar(),
            new StaticPlan(),
            new CustomFunction(),
            new Softmax(),
            new Broadcasting(),
            new BackwardTwice(),
            new TrainingLoop(),
            new WeightScale(),
            new NetTraining());

    private Exercises() {}

    /** All of them, in the order of the notebooks. */
    public static List<Exercise> all() {
        return ALL;
    }

    /**
     * The exercise of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Exercise of(String id) {
        return ALL.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no exercise " + id + "; these are: "
                        + ALL.stream().map(Exercise::id).collect(Collectors.joining(", "))));
    }

    /** A method, class or variable with the exercise that asks for it, if one does. */
    public static String inWords(String name) {
        String outer = name.replaceFirst("^new ", "").replaceFirst("\\..*", "");
        return ALL.stream()
                .filter(each -> each.names().contains(outer))
                .findFirst()
                .map(each -> name + " (exercise " + each.id() + ")")
                .orElse(name);
    }
}
