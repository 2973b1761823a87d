package gradus.autograd;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A student's node as it was read, and the node of the engine that stands for it. */
final class OwnNode {

    final Object object;
    double value;

    /** Whether the value is a float: its numbers agree to fewer digits. */
    boolean isFloat;

    /** Null where there is none. */
    @Nullable
    Double grad;

    /** Null elements were taken out. */
    final List<OwnNode> children = new ArrayList<>();

    /** The local gradients towards the children; NaN where the student keeps none. */
    final List<Double> locals = new ArrayList<>();

    String op = "";
    String label = "";

    /** What stands for it in the engine. */
    @Nullable
    OpGuess guess;

    @Nullable
    Var node;

    int id;

    /** How far the search has come. */
    List<Object> waiting = List.of();

    int next;
    boolean done;

    OwnNode(Object object) {
        this.object = object;
    }

    Var node() {
        return java.util.Objects.requireNonNull(node);
    }

    OpGuess guess() {
        return java.util.Objects.requireNonNull(guess);
    }

    /** Whether two numbers agree, as far as this node's precision goes. */
    boolean agree(double a, double b) {
        return agree(a, b, isFloat ? 1e-5 : 1e-9);
    }

    static boolean agree(double a, double b, double tolerance) {
        if (Double.compare(a, b) == 0) {
            return true;
        }
        double largest = Math.max(Math.abs(a), Math.abs(b));
        return Double.isFinite(largest) && Math.abs(a - b) <= tolerance * largest + 1e-15;
    }
}
