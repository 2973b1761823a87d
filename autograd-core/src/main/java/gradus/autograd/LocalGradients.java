package gradus.autograd;

import gradus.autograd.Trace.TraceNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The local gradients ∂z/∂x of a trace, edge by edge, whether a sweep is part of it or not.
 *
 * <pre>{@code
 * var x = new Var(7, "x");
 * var z = x.pow(2).named("z");
 * new LocalGradients(Trace.forwardOf(z)).of(2, 0)   // ⇒ ∂z/∂x = 2·x = 14
 * }</pre>
 */
public final class LocalGradients {

    private record Edge(int node, int operandIndex) {}

    private final Trace trace;
    private final Map<Edge, LocalGradient> swept = new HashMap<>();

    /** Those of a trace; where its sweep tells of an edge, as the sweep tells it. */
    public LocalGradients(Trace trace) {
        this.trace = trace;
        for (var step : trace.backward()) {
            swept.put(new Edge(step.node(), step.operandIndex()), new LocalGradient(step.localFormula(), step.local()));
        }
    }

    /**
     * That of one edge.
     *
     * @param formula {@code ∂z/∂x = 2·x}; for an op on arrays its vector–Jacobian product, {@code W̄ += z̄ xᵀ}
     * @param number its value; null where the op gives a product instead, and for arrays without a sweep
     */
    public record LocalGradient(String formula, @Nullable Value number) {

        /** The formula with its number, unless that is all that it says. */
        @Override
        public String toString() {
            return number == null || formula.endsWith(" = " + number.brief())
                    ? formula
                    : formula + " = " + number.brief();
        }
    }

    /**
     * The local gradient of a node towards one of its operands; null if none is known.
     *
     * @param node the number of a node
     * @param i which operand, from 0
     */
    public @Nullable LocalGradient of(int node, int i) {
        var told = swept.get(new Edge(node, i));
        var z = trace.node(node);
        if (told != null && told.number() != null) {
            return told;
        }
        return z.op() == null ? told : computed(z, z.op(), i);
    }

    private LocalGradient computed(TraceNode z, Op op, int i) {
        var operands = z.operands().stream().map(trace::node).toList();
        var labels = operands.stream().map(TraceNode::label).toList();
        var gradient = op.gradient(i, labels, z.label());
        var x = labels.get(i);
        if (!op.isElementwise()) {
            return new LocalGradient(Names.bar(x) + " += " + gradient.replace("{z̄}", Names.bar(z.label())), null);
        }
        boolean scalars = z.value().isScalar()
                && operands.stream().allMatch(operand -> operand.value().isScalar());
        var number =
                scalars ? number(op, operands.stream().map(TraceNode::value).toList(), z.value(), i) : null;
        return new LocalGradient("∂" + z.label() + "/∂" + x + " = " + gradient, number);
    }

    private static @Nullable Value number(Op op, List<Value> operands, Value result, int i) {
        var x = operands.stream().mapToDouble(v -> v.element(0)).toArray();
        double z = result.element(0);
        if (op instanceof UnaryOp unary) {
            return Value.of(unary.local(x[0], z));
        }
        if (op instanceof BinaryOp binary) {
            return Value.of(i == 0 ? binary.localX(x[0], x[1], z) : binary.localY(x[0], x[1], z));
        }
        if (op instanceof GivenOp given) {
            return Value.of(given.local(i));
        }
        return op instanceof NaryOp nary ? Value.of(nary.locals(x)[i]) : null;
    }
}
