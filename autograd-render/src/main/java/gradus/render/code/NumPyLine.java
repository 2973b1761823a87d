package gradus.render.code;

import gradus.autograd.ReduceOp;
import gradus.autograd.Shape;
import gradus.autograd.Trace.TraceNode;
import gradus.render.code.Term.Apply;
import gradus.render.code.Term.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An op over lines in NumPy: along an axis, which stays as an axis of length 1, or over all elements. */
final class NumPyLine {

    private final String x;
    private final String z;
    private final Shape shape;
    private final boolean reduced;
    private final boolean kept;
    private final int axis;
    private final Identifiers identifiers;
    private final List<String> before;

    NumPyLine(String x, String z, Shape shape, TraceNode node, Identifiers identifiers, List<String> before) {
        this.x = x;
        this.z = z;
        this.shape = shape;
        this.identifiers = identifiers;
        this.before = before;
        reduced = node.op() instanceof ReduceOp;
        axis = node.settings().isEmpty() ? -1 : node.settings().get(0);
        kept = reduced && node.settings().size() > 1 && node.settings().get(1) == 1;
    }

    String value(String template) {
        var formula = Formula.parse(template);
        var places = places(formula);
        boolean dropped = reduced && axis >= 0 && !kept;
        if (!dropped) {
            return written(formula.result(), places, true);
        }
        boolean needsAxis = formula.lets().stream().anyMatch(let -> standsOutside(let.name(), formula.result()));
        var text = written(formula.result(), places, needsAxis);
        return needsAxis ? "np.squeeze(" + text + ", axis=" + axis + ")" : text;
    }

    String contribution(String template, String upstream) {
        var formula = Formula.parse(template);
        var known = new HashMap<String, Term>();
        known.put("u", new Name(withAxis(upstream)));
        known.put("z", new Name(withAxis(z)));
        var places = places(formula, known);
        var term = Simplify.with(overLines(formula.result(), places, true), places);
        var text = Language.NUMPY.write(Simplify.multipliedOut(term));
        return reduced && !standsOutside("x", formula.result())
                ? "np.broadcast_to(" + text + ", " + NumPyExpressions.tuple(shape) + ")"
                : text;
    }

    private Map<String, Term> places(Formula formula) {
        return places(formula, new HashMap<>());
    }

    private Map<String, Term> places(Formula formula, Map<String, Term> known) {
        known.put("x", new Name(x));
        known.put("n", Term.of(axis < 0 ? shape.size() : shape.axis(axis)));
        for (var let : formula.lets()) {
            var name = identifiers.of(let.name());
            before.add(name + " = " + written(let.term(), known, true));
            known.put(let.name(), new Name(name));
        }
        return known;
    }

    private String written(Term term, Map<String, Term> places, boolean keep) {
        return Language.NUMPY.write(Simplify.with(overLines(term, places, keep), places));
    }

    /** With the text of NumPy's call in the place of each function over the line. */
    private Term overLines(Term term, Map<String, Term> places, boolean keep) {
        if (term instanceof Apply apply && apply.isOverLine()) {
            var inside = written(apply.operand(0), places, true);
            var along = axis < 0 ? "" : ", axis=" + axis + (keep ? ", keepdims=True" : "");
            return new Name("np." + (apply.op().equals("product") ? "prod" : apply.op()) + "(" + inside + along + ")");
        }
        return term.map(t -> overLines(t, places, keep));
    }

    /** Whether a name stands in the term outside of the functions over the line. */
    private static boolean standsOutside(String name, Term term) {
        if (term instanceof Name is) {
            return is.name().equals(name);
        }
        return term instanceof Apply apply
                && !apply.isOverLine()
                && apply.operands().stream().anyMatch(t -> standsOutside(name, t));
    }

    private String withAxis(String reduction) {
        return !reduced || axis < 0 || kept ? reduction : "np.expand_dims(" + reduction + ", " + axis + ")";
    }
}
