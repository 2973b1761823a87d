package gradus.autograd;

/**
 * Elements along a run of a result: they advance with it, or one is stretched along it.
 *
 * <p>The result's k-th element of the run goes with {@code elements[first + k·step]}.
 */
final class Operand {

    final double[] elements;
    final int first;

    /** 1 or 0. */
    final int step;

    Operand(double[] elements, int first, int step) {
        this.elements = elements;
        this.first = first;
        this.step = step;
    }

    /** The same from the k-th element on. */
    Operand from(int k) {
        return k == 0 ? this : new Operand(elements, first + k * step, step);
    }

    boolean advances() {
        return step == 1;
    }
}
