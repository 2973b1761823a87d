package gradus.kernel.exercise;

import gradus.kernel.exercise.Trainee.Maker;
import gradus.render.MistakeKind;
import gradus.render.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A small net, written and trained by the student, for data that no straight line parts (row 7.2). Whatever the net is made
 * of, it is judged by what it predicts: on the examples, on points beside them, and after single steps with a learning rate
 * so small that the first-order theory holds.
 */
public final class NetTraining extends Exercise {

    private static final int EXAMPLES = 24;
    private static final double SPREAD = 0.15;
    private static final double GOAL = 0.01;

    /** Points beside the examples may be a little worse. */
    private static final double GOAL_BESIDE = 0.05;

    private static final double TINY_RATE = 1e-4;
    private static final int TINY_STEPS = 3;

    /** How the answers of one case lie: losses first, then what is predicted around a point. */
    private static final int BEFORE = 0;

    private static final int TINY = 1;
    private static final int AFTER = TINY + TINY_STEPS;
    private static final int BESIDE = AFTER + 1;
    private static final int STILL = BESIDE + 1;
    private static final int PROBES = STILL + 1;

    /** Corners of two parallelograms with their middles: there linear and symmetric nets show themselves. */
    private static final double[][] AT = {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}, {0, 0}, {0.5, -0.2}, {-0.3, 0.7}};

    private static final double BESIDE_IT = 1e-4;

    NetTraining() {
        super(
                "train",
                "a small net, trained",
                "class Net { Net(long seed); double predict(double x1, double x2); void step(double[][] x, double[] y, double rate); void fit(double[][] x, double[] y); }",
                "in -> gradus.kernel.exercise.NetTraining.run(in, seed -> { var net = new Net(seed); return new gradus.kernel.exercise.Trainee() {"
                        + " public double predict(double x1, double x2) { return net.predict(x1, x2); }"
                        + " public void step(double[][] x, double[] y, double rate) { net.step(x, y, rate); }"
                        + " public void fit(double[][] x, double[] y) { net.fit(x, y); } }; })",
                "seed classes",
                "loss");
    }

    /** Two clouds at opposite corners are of one class, the two others of the other; and the classes exchanged. */
    @Override
    List<double[]> cases(Random random) {
        return List.of(numbers(random.nextInt(1000), 0), numbers(random.nextInt(1000), 1));
    }

    @Override
    String told(double... in) {
        return EXAMPLES + " points around (±1, ±1), " + (in[1] == 0 ? "1" : "0")
                + " where x1 and x2 have different signs, " + (in[1] == 0 ? "0" : "1") + " elsewhere";
    }

    private static final class Data {

        private final double[][] x;
        private final double[] y;

        private Data(double[][] x, double... y) {
            this.x = x;
            this.y = y;
        }

        static Data of(Random random, boolean isExchanged) {
            var x = new double[EXAMPLES][];
            var y = new double[EXAMPLES];
            for (int i = 0; i < EXAMPLES; i++) {
                int a = i % 2;
                int b = i / 2 % 2;
                x[i] = numbers(2 * a - 1 + SPREAD * random.nextGaussian(), 2 * b - 1 + SPREAD * random.nextGaussian());
                y[i] = (a == b) == isExchanged ? 1 : 0;
            }
            return new Data(x, y);
        }

        /** The mean of the squared errors. */
        double loss(Trainee net) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += Math.pow(net.predict(x[i][0], x[i][1]) - y[i], 2);
            }
            return sum / y.length;
        }

        /** The student may sort it or scale it, and spoils nothing. */
        Data copy() {
            return new Data(Arrays.stream(x).map(double[]::clone).toArray(double[][]::new), y.clone());
        }
    }

    /** Trains a net of the student's, and measures it. */
    public static double[] run(double[] in, Maker maker) {
        var random = new Random((long) in[0]);
        var data = Data.of(random, in[1] == 1);
        var beside = Data.of(random, in[1] == 1);
        long seed = (long) in[0] + 1;
        var found = DoubleStream.builder();
        Trainee slow = maker.of(seed);
        found.add(data.loss(slow));
        for (int i = 0; i < TINY_STEPS; i++) {
            var copy = data.copy();
            slow.step(copy.x, copy.y, TINY_RATE);
            found.add(data.loss(slow));
        }
        Trainee still = maker.of(seed);
        double before = data.loss(still);
        still.step(data.copy().x, data.copy().y, 0);
        Trainee net = maker.of(seed);
        var copy = data.copy();
        net.fit(copy.x, copy.y);
        found.add(data.loss(net)).add(beside.loss(net)).add(data.loss(still) - before);
        for (double[] at : AT) {
            found.add(net.predict(at[0], at[1]))
                    .add(net.predict(at[0] + BESIDE_IT, at[1]))
                    .add(net.predict(at[0], at[1] + BESIDE_IT));
        }
        return found.build().toArray();
    }

    @Override
    double[] right(double... in) {
        return numbers(GOAL);
    }

    @Override
    List<Slip> slips() {
        return List.of();
    }

    @Override
    Judgement judge(List<double[]> cases, List<double[]> answers) {
        for (int i = 0; i < cases.size(); i++) {
            double[] found = answers.get(i);
            Slip slip = slip(found);
            if (slip != null || !(found[AFTER] < GOAL)) {
                return wrong(i, cases.get(i), found, slip);
            }
        }
        String losses = String.join(
                ", ", answers.stream().map(each -> Figures.of(each[AFTER])).toList());
        return Judgement.right(Words.of("exam.reached", losses, Figures.of(GOAL)));
    }

    private Judgement wrong(int at, double[] in, double[] found, @Nullable Slip slip) {
        String sentence = slip == null ? Words.of("exam.unlike", id()) : slip.inWords() + ".";
        var rows = List.of(
                List.of("", Words.of("exam.yours"), Words.of("exam.right"), ""),
                row(Words.of("exam.before"), found[BEFORE], ""),
                row(Words.of("exam.after"), found[AFTER], "< " + Figures.of(GOAL)),
                row(Words.of("exam.beside"), found[BESIDE], "< " + Figures.of(GOAL_BESIDE)));
        List<String> kinds = slip == null ? List.of() : List.of(slip.kind().name());
        return new Judgement(at, 0, kinds, List.of(sentence, Words.of("exam.for", told(in))), rows);
    }

    private static List<String> row(String name, double loss, String goal) {
        return List.of(name, Figures.of(loss), goal, "");
    }

    private static Slip slip(MistakeKind kind, String... details) {
        return Slip.of(kind, in -> in, details);
    }

    /** The mistake that explains what was measured; null if there is none, or none that is known. */
    private static @Nullable Slip slip(double... found) {
        Slip inStep = slipInStep(found);
        if (inStep != null) {
            return inStep;
        }
        if (!(found[AFTER] < GOAL)) {
            return whyNotLow(found);
        }
        return found[BESIDE] < GOAL_BESIDE ? null : slip(MistakeKind.BY_HEART);
    }

    /** What single steps show: they are of gradient descent, however low the loss gets without. */
    private static @Nullable Slip slipInStep(double... found) {
        double first = found[BEFORE] - found[TINY];
        double last = found[TINY + 1] - found[TINY + 2];
        if (Double.isNaN(found[BEFORE])) {
            return slip(MistakeKind.NAN, "predict");
        }
        if (found[STILL] != 0) {
            return slip(MistakeKind.RATE); // a step with the rate 0 has moved something
        }
        if (first < 0) {
            return slip(MistakeKind.ASCENT);
        }
        boolean isSmall = first < found[BEFORE] / 2;
        if (first > 0 && isSmall && Math.abs(last / first - TINY_STEPS) < 0.02) {
            return slip(MistakeKind.ACCUMULATED); // the third step is three times as long as the first
        }
        return null;
    }

    private static @Nullable Slip whyNotLow(double... found) {
        double grows = found[AFTER] - found[BEFORE];
        boolean isLevel = hasNoSlope(found);
        if (isLevel && isFlat(found)) {
            return slip(MistakeKind.ZERO_WEIGHTS);
        }
        if (grows == 0) {
            return slip(MistakeKind.UNTRAINED, found[BEFORE] == found[TINY] ? "step" : "fit");
        }
        if (Double.isNaN(grows) || grows > 0 || isLevel) {
            return slip(MistakeKind.DIVERGED);
        }
        if (isSymmetric(found)) {
            return slip(isLinear(found) && !isFlat(found) ? MistakeKind.LINEAR : MistakeKind.SYMMETRIC);
        }
        return slip(MistakeKind.UNFINISHED);
    }

    /** Whether no prediction depends on the place any more: all units are at the ends of their curves. */
    private static boolean hasNoSlope(double... found) {
        return IntStream.range(0, AT.length).allMatch(i -> {
            double[] slope = slope(i, found);
            return Math.hypot(slope[0], slope[1]) < 1e-9;
        });
    }

    private static double at(int probe, double... found) {
        return found[PROBES + 3 * probe];
    }

    private static boolean isFlat(double... found) {
        return Math.abs(at(0, found) - at(1, found)) + Math.abs(at(0, found) - at(2, found)) < 1e-3;
    }

    /** Whether opposite corners have the same sum, of the predictions or of their logits. */
    private static boolean isLinear(double... found) {
        return isLinear(found, x -> x) || isLinear(found, x -> Math.log(x / (1 - x)));
    }

    private static boolean isLinear(double[] found, DoubleUnaryOperator of) {
        double[] z = new double[5];
        for (int i = 0; i < z.length; i++) {
            z[i] = of.applyAsDouble(at(i, found));
        }
        double scale = 1e-6 * (1 + Math.abs(z[0]) + Math.abs(z[1]) + Math.abs(z[2]) + Math.abs(z[3]));
        return Math.abs(z[0] + z[3] - z[1] - z[2]) < scale && Math.abs(z[0] + z[3] - 2 * z[4]) < scale;
    }

    /** Whether all predictions rise in the same direction: units with equal weights see one direction only. */
    private static boolean isSymmetric(double... found) {
        double[] direction = slope(4, found);
        for (int i = 5; i < AT.length; i++) {
            double[] other = slope(i, found);
            double cross = direction[0] * other[1] - direction[1] * other[0];
            if (Math.abs(cross) > 1e-2 * Math.hypot(direction[0], direction[1]) * Math.hypot(other[0], other[1])) {
                return false;
            }
        }
        return true;
    }

    private static double[] slope(int probe, double... found) {
        double here = at(probe, found);
        return numbers(
                (found[PROBES + 3 * probe + 1] - here) / BESIDE_IT, (found[PROBES + 3 * probe + 2] - here) / BESIDE_IT);
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Two inputs, a few hidden units with tanh, one output: p = σ(w₂·tanh(W₁x + b₁) + b₂). MLP makes it, or thirty lines of your own.",
                "One step: gradients to zero, the loss over all examples, backward, and each parameter against its gradient.",
                "The weights have to differ at the start: new Random(seed).nextGaussian(). Equal ones stay equal.",
                "fit is a loop over step. Print the loss now and then: if it grows, halve the rate; if it creeps, double it.");
    }
}
