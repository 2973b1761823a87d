package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.List;
import java.util.Random;

/** Gradient descent with zeroGrad, backward and step, for all parameters (rows 4.8, 5.5 and 7.3). */
final class TrainingLoop extends Exercise {

    private static final double[] X = {1, 2, 3};
    private static final double[] Y = {3, 5, 9};

    TrainingLoop() {
        super(
                "optimizer",
                "an optimizer with the right parameters",
                "double[] train(double[] x, double[] y, double rate, int steps)",
                "in -> train(new double[] {1, 2, 3}, new double[] {3, 5, 9}, in[0], (int) in[1])",
                "rate steps",
                "w b");
    }

    @Override
    List<double[]> cases(Random random) {
        return List.of(numbers(0.01, 1), numbers(0.01, 3), numbers(0.05, 2), numbers(0.02, 6));
    }

    /** What may go wrong in a loop. */
    private record Loop(double keepsOfGrad, double wMoves, double bMoves, double scale, boolean usesRate) {

        double[] run(double... in) {
            double w = 0;
            double b = 0;
            double gradW = 0;
            double gradB = 0;
            for (int step = 0; step < (int) in[1]; step++) {
                gradW *= keepsOfGrad;
                gradB *= keepsOfGrad;
                for (int i = 0; i < X.length; i++) {
                    double error = w * X[i] + b - Y[i];
                    gradW += scale * 2 * error * X[i];
                    gradB += scale * 2 * error;
                }
                double rate = usesRate ? in[0] : 1;
                w -= rate * wMoves * gradW;
                b -= rate * bMoves * gradB;
            }
            return numbers(w, b);
        }
    }

    private static final double MEAN = 1.0 / 3;

    @Override
    double[] right(double... in) {
        return new Loop(0, 1, 1, MEAN, true).run(in);
    }

    private static Slip loop(MistakeKind kind, String detail, Loop loop) {
        return Slip.of(kind, loop::run, detail);
    }

    @Override
    List<Slip> slips() {
        return List.of(
                loop(MistakeKind.ACCUMULATED, "", new Loop(1, 1, 1, MEAN, true)),
                loop(MistakeKind.PARAMETERS, "b", new Loop(0, 1, 0, MEAN, true)),
                loop(MistakeKind.PARAMETERS, "w", new Loop(0, 0, 1, MEAN, true)),
                loop(MistakeKind.ASCENT, "", new Loop(0, -1, -1, MEAN, true)),
                loop(MistakeKind.SUM, "examples", new Loop(0, 1, 1, 1, true)),
                loop(MistakeKind.RATE, "", new Loop(0, 1, 1, MEAN, false)),
                loop(
                        MistakeKind.FORMULA,
                        "half of each step: (w·x + b − y)² has the derivative 2·(w·x + b − y)",
                        new Loop(0, 1, 1, MEAN / 2, true)),
                Slip.of(MistakeKind.FORMULA, in -> numbers(0, 0), "the start: no step has changed anything"),
                Slip.of(MistakeKind.FORMULA, in -> right(in[0], in[1] - 1), "one step too few"),
                Slip.of(MistakeKind.FORMULA, in -> right(in[0], in[1] + 1), "one step too many"),
                Slip.of(
                        MistakeKind.FORMULA,
                        in -> right(in[0], 1),
                        "the result of the first step: the loop does not go on from there"),
                loop(MistakeKind.ACCUMULATED, "", new Loop(1, 1, 0, MEAN, true)));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Three things happen in each step, and in one order. Which?",
                "zeroGrad, then the loss and its backward, then the step. Which variables does the step have to change?",
                "loss = mean of (w·x + b − y)². Its gradients: mean of 2·(w·x + b − y)·x, and of 2·(w·x + b − y).",
                "w −= rate · w̄ and b −= rate · b̄, both from the gradients of the same pass.");
    }
}
