package gradus.kernel.exercise;

/** A student's code as a function of numbers. */
@FunctionalInterface
public interface Answer {

    /** The numbers that the code gives for a case. */
    double[] of(double... in) throws Throwable;
}
