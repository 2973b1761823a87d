package gradus.render.code;

import gradus.autograd.ArrayOp;
import gradus.autograd.MatrixOp;
import gradus.autograd.Op;
import gradus.autograd.Shape;
import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.TraceNode;
import gradus.render.code.Term.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Arrays in NumPy: elementwise ops by their code, ops over lines along an axis, the others by NumPy's own functions. */
final class NumPyExpressions implements Expressions {

    private final StraightLine program;

    NumPyExpressions(StraightLine program) {
        this.program = program;
    }

    @Override
    public String value(TraceNode z, List<String> before) {
        var op = Objects.requireNonNull(z.op());
        if (op == MatrixOp.MATMUL) {
            return NumPyProduct.of(shapes(z), z.settings()).value(text(z, 0), text(z, 1));
        }
        if (op.code() == null) {
            return new NumPyMoves((ArrayOp) op, shapes(z), z.value().shape(), z.settings()).value(texts(z));
        }
        if (op instanceof ArrayOp) {
            return line(z, before).value(op.code().value());
        }
        return Language.NUMPY.write(elementwise(z, op.code().value(), -1));
    }

    @Override
    public String contribution(BackwardStep step, List<String> before) {
        var z = program.trace.node(step.node());
        var op = Objects.requireNonNull(z.op());
        int i = step.operandIndex();
        var upstream = program.gradient(z.id());
        if (op == MatrixOp.MATMUL) {
            return NumPyProduct.of(shapes(z), z.settings()).contribution(i, text(z, 0), text(z, 1), upstream);
        }
        if (op.code() == null) {
            return new NumPyMoves((ArrayOp) op, shapes(z), z.value().shape(), z.settings())
                    .contribution(i, upstream, program.gradient(step.operand()), before);
        }
        if (op instanceof ArrayOp) {
            return line(z, before).contribution(op.code().gradient(i), upstream);
        }
        var local = elementwise(z, op.code().gradient(i), i);
        var term = Simplify.product(new Name(upstream), local);
        var text = Language.NUMPY.write(term);
        var shape = z.value().shape();
        if (term instanceof Term.Num) {
            text = "np.full(" + tuple(shape) + ", " + text + ")";
        }
        return addedTo(text, shape, shapes(z).get(i));
    }

    private NumPyLine line(TraceNode z, List<String> before) {
        return new NumPyLine(text(z, 0), program.name(z.id()), shapes(z).get(0), z, program.identifiers, before);
    }

    private Term elementwise(TraceNode z, String template, int i) {
        var operands = new ArrayList<Term>();
        for (int k = 0; k < z.operands().size(); k++) {
            operands.add(operand(z, k));
        }
        Map<String, Term> places = new HashMap<>(Map.of("z", new Name(program.name(z.id()))));
        var formula = Formula.parse(template);
        if (Objects.requireNonNull(z.op()).arity() == Op.VARIADIC) {
            return Simplify.unrolled(formula, operands, i, places);
        }
        for (int k = 0; k < operands.size(); k++) {
            places.put(k == 0 ? "x" : "y", operands.get(k));
        }
        return Simplify.with(formula.result(), places);
    }

    private List<Shape> shapes(TraceNode z) {
        return z.operands().stream()
                .map(i -> program.trace.node(i).value().shape())
                .toList();
    }

    private Term operand(TraceNode z, int i) {
        var node = program.trace.node(z.operands().get(i));
        return StraightLine.isWritten(node) ? Term.of(node.value().element(0)) : new Name(program.name(node.id()));
    }

    private String text(TraceNode z, int i) {
        return Language.NUMPY.write(operand(z, i));
    }

    private List<String> texts(TraceNode z) {
        var all = new ArrayList<String>();
        for (int i = 0; i < z.operands().size(); i++) {
            all.add(text(z, i));
        }
        return all;
    }

    /** The text, which has a shape, added up to a shape that was stretched to it. */
    static String addedTo(String text, Shape from, Shape to) {
        if (from.equals(to)) {
            return text;
        }
        if (to.rank() == 0) {
            return "np.sum(" + text + ")";
        }
        int lead = from.rank() - to.rank();
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < to.rank(); i++) {
            if (to.axis(i) != from.axis(lead + i)) {
                kept.add(lead + i);
            }
        }
        var sum = kept.isEmpty() ? text : "np.sum(" + text + ", axis=" + axes(kept) + ", keepdims=True)";
        var leading = java.util.stream.IntStream.range(0, lead).boxed().toList();
        return lead == 0 ? sum : "np.sum(" + sum + ", axis=" + axes(leading) + ")";
    }

    private static String axes(List<Integer> axes) {
        return axes.size() == 1
                ? axes.get(0).toString()
                : axes.toString().replace('[', '(').replace(']', ')');
    }

    /** A shape as NumPy writes it. */
    static String tuple(Shape shape) {
        return tuple(shape.axes());
    }

    static String tuple(int... numbers) {
        var text = java.util.Arrays.toString(numbers).replace('[', '(').replace(']', ')');
        return numbers.length == 1 ? text.replace(")", ",)") : text;
    }
}
