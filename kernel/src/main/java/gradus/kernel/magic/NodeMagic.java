package gradus.kernel.magic;

import gradus.autograd.Node;
import gradus.autograd.OwnGraph;
import gradus.autograd.ShapeException;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.render.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A magic that shows one node of the graph: {@code %graph f}. */
abstract class NodeMagic extends Magic {

    @Parameters(
            arity = "0..*",
            paramLabel = "NODE",
            description = "a variable, or any Java expression that gives a Var, a Tensor or an object of your own with"
                    + " value, grad and children; nothing after a cell that failed in an op: that op")
    List<String> words = List.of();

    /** The public method that this magic stands for. */
    abstract Picture picture(Node of);

    /** @throws IllegalArgumentException if the expression gives anything but a node */
    @Override
    public Object run(Session session) throws CellFailure {
        return picture(words.isEmpty() ? failed(session) : node(session));
    }

    /** As it was written: an expression may have blanks, as in {@code new Var(2)}. */
    final String expression() {
        return String.join(" ", words);
    }

    private Node node(Session session) throws CellFailure {
        var node = expression();
        Object value;
        try {
            // A variable is there already: no compiler is asked for it.
            var variables = session.variables();
            value = variables.containsKey(node) ? variables.get(node) : session.eval(node);
        } catch (CellFailure e) {
            // The computation is shown up to the place where it failed.
            var failed = failedIn(e);
            if (failed != null) {
                return failed;
            }
            throw e;
        }
        if (value instanceof Node of) {
            return of;
        }
        if (OwnGraph.isNode(value)) {
            return OwnGraph.of(java.util.Objects.requireNonNull(value), session.variables())
                    .root();
        }
        throw new IllegalArgumentException(node + " is " + given(value) + ", and a Var or a Tensor is needed here,"
                + " or an object of your own with value, grad and children");
    }

    private static String given(@Nullable Object value) {
        return value == null
                ? "null, or has no value"
                : "of class " + value.getClass().getTypeName();
    }

    /** The op in which the computation failed; null if it failed elsewhere. */
    private static @Nullable Node failedIn(@Nullable Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof ShapeException failure) {
                return failure.node();
            }
        }
        return null;
    }

    private Node failed(Session session) {
        var failed = failedIn(session.lastFailure());
        if (failed != null) {
            return failed;
        }
        throw new IllegalArgumentException("which node? " + name() + " f shows f; without a name it shows the op in"
                + " which the last cell failed, and that cell failed in none");
    }

    @Override
    public final String preparation() {
        return "var x = new Var(3); var f = x.mul(x);";
    }

    @Override
    public final String example() {
        return name() + " f";
    }
}
