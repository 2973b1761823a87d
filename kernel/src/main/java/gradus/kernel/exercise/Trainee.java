package gradus.kernel.exercise;

/** A student's net, as {@link NetTraining} sees it. */
public interface Trainee {

    /** What the net says at a point: near 1 for one class, near 0 for the other. */
    double predict(double x1, double x2);

    /** One step of gradient descent, for all examples. */
    void step(double[][] x, double[] y, double rate);

    /** The training, with a learning rate and a number of steps that the student has chosen. */
    void fit(double[][] x, double[] y);

    /** Makes a net with weights of its own. */
    @FunctionalInterface
    interface Maker {

        /** A new net. */
        Trainee of(long seed);
    }
}
