package gradus.autograd.dense;

/** A function of one number, over an array. */
@FunctionalInterface
interface ArrayFunction {

    /** z[k] = f(x[k]) for from ≤ k &lt; to. */
    void values(double[] x, double[] z, int from, int to);
}
