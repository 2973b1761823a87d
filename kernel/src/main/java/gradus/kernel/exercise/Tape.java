package gradus.kernel.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A computation of sums and products, swept by right and wrong rules: the numbers that wrong code comes out at. */
final class Tape {

    /** What becomes of an operand's gradient when a contribution arrives. */
    interface Rule {

        /** By {@code +=}, the contribution being upstream times local. */
        Rule RIGHT = (before, upstream, local, other, place) -> before + upstream * local;

        /**
         * The gradient afterwards.
         *
         * @param other the local gradient of the other operand
         * @param place which operand it is, from 0
         */
        double next(double before, double upstream, double local, double other, int place);
    }

    /** An input has no operands: x and y are −1. */
    private record Made(double value, int x, int y, double localX, double localY) {}

    private final List<Made> nodes = new ArrayList<>();

    int input(double value) {
        nodes.add(new Made(value, -1, -1, 0, 0));
        return nodes.size() - 1;
    }

    int add(int x, int y) {
        return made(value(x) + value(y), x, y, 1, 1);
    }

    int mul(int x, int y) {
        return made(value(x) * value(y), x, y, value(y), value(x));
    }

    private int made(double value, int x, int y, double localX, double localY) {
        nodes.add(new Made(value, x, y, localX, localY));
        return nodes.size() - 1;
    }

    double value(int node) {
        return nodes.get(node).value();
    }

    /** All gradients of the last node, from the last to the first. */
    double[] sweep(Rule rule) {
        return sweep(rule, 0, false);
    }

    /**
     * All gradients of the last node.
     *
     * @param start what each gradient is before the sweep
     * @param isForward whether it goes the wrong way
     */
    double[] sweep(Rule rule, double start, boolean isForward) {
        var grads = new double[nodes.size()];
        Arrays.fill(grads, start);
        grads[grads.length - 1] = 1;
        for (int i = 0; i < grads.length; i++) {
            int at = isForward ? i : grads.length - 1 - i;
            Made node = nodes.get(at);
            if (node.x() >= 0) {
                grads[node.x()] = rule.next(grads[node.x()], grads[at], node.localX(), node.localY(), 0);
                grads[node.y()] = rule.next(grads[node.y()], grads[at], node.localY(), node.localX(), 1);
            }
        }
        return grads;
    }
}
