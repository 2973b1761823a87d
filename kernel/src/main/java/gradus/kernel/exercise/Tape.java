package gradus.kernel.exercise;

import java.util.ArrayDeque;
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

    /** An input has no operands, and a sine no second one: they are −1. */
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

    int sin(int x) {
        nodes.add(new Made(Math.sin(value(x)), x, -1, Math.cos(value(x)), 0));
        return nodes.size() - 1;
    }

    private int made(double value, int x, int y, double localX, double localY) {
        nodes.add(new Made(value, x, y, localX, localY));
        return nodes.size() - 1;
    }

    double value(int node) {
        return nodes.get(node).value();
    }

    int size() {
        return nodes.size();
    }

    /** The value of the last node. */
    double result() {
        return value(nodes.size() - 1);
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
        var before = new double[nodes.size()];
        Arrays.fill(before, start);
        return sweep(rule, 1, before, isForward);
    }

    /** The same for an upstream gradient of the last node, and on top of gradients that are there before. */
    double[] sweep(Rule rule, double upstream, double[] before, boolean isForward) {
        var order = new int[nodes.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = isForward ? i : order.length - 1 - i;
        }
        return sweep(rule, upstream, before, order);
    }

    /** The same, in any order. */
    double[] sweep(Rule rule, double upstream, double[] before, int... order) {
        double[] grads = before.clone();
        grads[grads.length - 1] = upstream;
        for (int at : order) {
            Made node = nodes.get(at);
            if (node.x() >= 0) {
                grads[node.x()] = rule.next(grads[node.x()], grads[at], node.localX(), node.localY(), 0);
            }
            if (node.y() >= 0) {
                grads[node.y()] = rule.next(grads[node.y()], grads[at], node.localY(), node.localX(), 1);
            }
        }
        return grads;
    }

    /** The nodes as they are met from the last one on: operands first met first, or at once the operands of the first. */
    int[] met(boolean isBreadthFirst) {
        var order = new ArrayList<Integer>();
        var waiting = new ArrayDeque<Integer>(List.of(nodes.size() - 1));
        while (!waiting.isEmpty()) {
            int at = waiting.removeFirst();
            if (at < 0 || order.contains(at)) {
                continue;
            }
            order.add(at);
            Made node = nodes.get(at);
            if (isBreadthFirst) {
                waiting.addLast(node.x());
                waiting.addLast(node.y());
            } else {
                waiting.addFirst(node.y());
                waiting.addFirst(node.x());
            }
        }
        return order.stream().mapToInt(each -> each).toArray();
    }
}
