package gradus.autograd;

import gradus.autograd.dense.Interrupts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Three ways to carry the gradient from the output to the inputs, for a class to compare (row 1.9). The engine itself
 * uses the last, see {@link Var#backward()}.
 *
 * <p>On a ladder of n doublings, x₁ = x₀ + x₀, x₂ = x₁ + x₁, …, the first visits x₀ 2ⁿ times and the last once:
 *
 * <pre>{@code
 * Var x0 = new Var(1), top = x0;
 * for (int i = 0; i < 10; i++) top = top.add(top);
 * Backward.RECURSIVE.run(top).visits(x0)     // ⇒ 1024
 * Backward.TOPOLOGICAL.run(top).visits(x0)   // ⇒ 1
 * }</pre>
 *
 * <p>None of them changes a gradient: what they find stands in the {@link Visits} that they return.
 */
public enum Backward {
    /**
     * The lectures' first {@code calc_grad}: each node passes what it is given straight on to its children. Right, but
     * a node is visited once for every path from the output to it.
     */
    RECURSIVE {
        @Override
        void walk(Var root, Visits visits) {
            descend(root, visits, false);
        }
    },

    /**
     * The same with a set of visited nodes, as one would mend it at first: each node is visited once, but a node that is
     * used twice passes on what it has when it is first met, before its adjoint is complete. Wrong on shared nodes.
     */
    DEPTH_FIRST {
        @Override
        void walk(Var root, Visits visits) {
            descend(root, visits, true);
        }
    },

    /**
     * In reverse topological order: when a node is visited, all that uses it has been visited, its adjoint is complete,
     * and once is enough.
     */
    TOPOLOGICAL {
        @Override
        void walk(Var root, Visits visits) {
            var order = Sweep.order(root);
            visits.add(root, 1);
            for (int i = order.length - 1; i >= 0; i--) {
                if (order[i] instanceof Var node && node.requiresGrad()) {
                    visits.visit(node);
                    for (var child : node.children()) {
                        if (child.child().requiresGrad()) {
                            visits.add(child.child(), visits.gradient(node) * child.localGradient());
                        }
                    }
                }
            }
        }
    };

    abstract void walk(Var root, Visits visits);

    /**
     * Carries the gradient of {@code root} to its inputs.
     *
     * @throws IllegalStateException if the graph holds a {@link Tensor}
     */
    public Visits run(Var root) {
        var visits = new Visits();
        walk(root, visits);
        return visits;
    }

    /** The recursion, without the stack: passes on what a node is given, each time or only the first. */
    private static void descend(Var root, Visits visits, boolean onlyOnce) {
        var calls = new ArrayDeque<Call>();
        calls.push(new Call(root, 1));
        while (!calls.isEmpty()) {
            var call = calls.pop();
            visits.add(call.node, call.upstream);
            if (onlyOnce && visits.visits(call.node) > 0) {
                continue;
            }
            visits.visit(call.node);
            for (var child : reversed(call.node.children())) {
                if (child.child().requiresGrad()) {
                    calls.push(new Call(child.child(), call.upstream * child.localGradient()));
                }
            }
        }
    }

    /** A call of the recursion that waits to be made: on the heap, because graphs are deeper than stacks. */
    private record Call(Var node, double upstream) {}

    private static List<Var.Child> reversed(List<Var.Child> children) {
        var copy = new ArrayList<>(children);
        java.util.Collections.reverse(copy);
        return copy;
    }

    /** How often each node was visited, and the gradient that was found for it. */
    public static final class Visits {

        private final IdentityHashMap<Var, Integer> counts = new IdentityHashMap<>();
        private final IdentityHashMap<Var, Double> gradients = new IdentityHashMap<>();
        private long total;

        private Visits() {}

        private void visit(Var node) {
            if (total++ % Interrupts.EVERY == 0) {
                Interrupts.check();
            }
            counts.merge(node, 1, Integer::sum);
        }

        private void add(Var node, double contribution) {
            gradients.merge(node, contribution, Double::sum);
        }

        /** How often this node was visited; 0 if never. */
        public int visits(Var node) {
            return counts.getOrDefault(node, 0);
        }

        /** The gradient that was found; 0 for a node that was not met. */
        public double gradient(Var node) {
            return gradients.getOrDefault(node, 0.0);
        }

        /** The visits of all nodes together. */
        public long total() {
            return total;
        }

        /** Visits by name, for the nodes that have one. */
        public Map<String, Integer> byName() {
            var named = new HashMap<String, Integer>();
            counts.forEach((node, n) -> {
                if (node.name() != null) {
                    named.put(node.name(), n);
                }
            });
            return Map.copyOf(named);
        }

        @Override
        public String toString() {
            return total + " visits of " + counts.size() + " nodes";
        }
    }
}
