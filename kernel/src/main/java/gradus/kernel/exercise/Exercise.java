package gradus.kernel.exercise;

import gradus.autograd.Var;
import gradus.render.MistakeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Something to be written, with its check and its hints. Numbers go in, and numbers come out. */
public abstract class Exercise {

    private static final int CASES = 12;

    private final String id;
    private final String title;
    private final List<String> wanted;
    private final String call;
    private final List<String> inputs;
    private final List<String> outputs;

    /**
     * What is asked for.
     *
     * @param id the name by which {@code %check} and {@code %hint} know it
     * @param title what it is about, in a few words
     * @param wanted what the student declares, as Java, a line each: {@code double f(double x)}
     * @param call the Java lambda that calls it: from an array of numbers to another
     * @param inputs the names of the numbers that go in, with blanks between them
     * @param outputs the names of the numbers that come out, with blanks between them
     */
    Exercise(String id, String title, String wanted, String call, String inputs, String outputs) {
        this.id = id;
        this.title = title;
        this.wanted = wanted.strip().lines().toList();
        this.call = call;
        this.inputs = words(inputs);
        this.outputs = words(outputs);
    }

    private static List<String> words(String names) {
        return names.isBlank() ? List.of() : List.of(names.strip().split("\\s+"));
    }

    /** The name by which {@code %check} and {@code %hint} know it. */
    public final String id() {
        return id;
    }

    /** What it is about, in a few words. */
    public final String title() {
        return title;
    }

    /** What the student declares, as Java. */
    public final List<String> wanted() {
        return wanted;
    }

    /** The steps of the hint, from the question to ask oneself to all but the code. */
    public abstract List<String> hints();

    /** The right answers, by the engine where it has them. */
    abstract double[] right(double... in);

    /** The mistakes, the likeliest first: two may come to the same numbers. */
    abstract List<Slip> slips();

    final String call() {
        return call;
    }

    final List<String> inputs() {
        return inputs;
    }

    final List<String> outputs() {
        return outputs;
    }

    /** The cases to try, readable numbers, and those first at which something special happens. */
    List<double[]> cases(Random random) {
        var cases = new ArrayList<double[]>(special());
        while (cases.size() < CASES && (cases.isEmpty() || !inputs.isEmpty())) {
            cases.add(
                    random.doubles(inputs.size(), -2, 2).map(Exercise::readable).toArray());
        }
        return cases;
    }

    /** Cases that are always tried. */
    List<double[]> special() {
        return List.of();
    }

    /** What the answers to all cases come to. */
    Judgement judge(List<double[]> cases, List<double[]> answers) {
        return Judgement.of(this, cases, answers);
    }

    /** A case in words. */
    String told(double... in) {
        return Figures.of(inputs, in);
    }

    /** Whether an answer may stand for another. An infinite one is far from all others, and its size is no measure. */
    boolean close(double a, double b) {
        return Double.compare(a, b) == 0
                || (Double.isFinite(a - b)
                        && Math.abs(a - b) <= tolerance() * Math.max(1, Math.max(Math.abs(a), Math.abs(b))));
    }

    /** How far an answer may be from the right one, relative to its size, or to 1 where that is less. */
    double tolerance() {
        return 1e-9;
    }

    /**
     * The Java lambda that gives the student's own nodes of a case, the inputs in their order and the result of the
     * computation last, to be drawn; empty where there are none.
     */
    String drawing() {
        return "";
    }

    /** The names of the nodes that {@link #drawing} gives, but for the last. */
    List<String> drawn() {
        return inputs;
    }

    /** The names of the methods, classes and variables that it asks for. */
    final List<String> names() {
        return wanted.stream()
                .map(each -> each.replaceFirst("\\s*[(={].*", "").strip())
                .map(each -> each.substring(each.lastIndexOf(' ') + 1))
                .toList();
    }

    /** Two digits behind the point, and never 0, at which many mistakes make no difference. */
    static double readable(double x) {
        double rounded = Math.rint(x * 100) / 100;
        return rounded == 0 ? 0.5 : rounded;
    }

    static double[] numbers(double... all) {
        return all;
    }

    /** A copy with one number changed. */
    static double[] with(double[] numbers, int place, double number) {
        double[] changed = Arrays.copyOf(numbers, numbers.length);
        changed[place] = number;
        return changed;
    }

    static Slip slip(MistakeKind kind, Function<double[], double[]> answers, String... details) {
        return Slip.of(kind, answers, details);
    }

    /** A mistake in one output; the others are right. */
    final Slip slipIn(int output, MistakeKind kind, Function<double[], Double> answer, String... details) {
        return Slip.of(kind, in -> with(right(in), output, answer.apply(in)), details);
    }

    /** Value and gradients of a function of scalars, by the engine. */
    static double[] valueAndGradients(Function<Var[], Var> f, double... in) {
        Var[] x = Arrays.stream(in).mapToObj(Var::new).toArray(Var[]::new);
        Var result = f.apply(x);
        result.backward();
        return IntStream.rangeClosed(0, x.length)
                .mapToDouble(i -> i == 0 ? result.value() : x[i - 1].grad())
                .toArray();
    }

    /** Its gradients alone. */
    static double[] gradients(Function<Var[], Var> f, double... in) {
        double[] all = valueAndGradients(f, in);
        return Arrays.copyOfRange(all, 1, all.length);
    }
}
