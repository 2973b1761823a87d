package gradus.bench;

/** A benchmark that computes something wrong must not give a figure. */
final class Check {

    private Check() {}

    /** @throws IllegalStateException if two numbers differ by more than a part of the expected one */
    static void close(String what, double given, double expected, double part) {
        if (!(Math.abs(given - expected) <= part * Math.abs(expected))) {
            throw new IllegalStateException(what + " must be " + expected + ", and is " + given);
        }
    }
}
