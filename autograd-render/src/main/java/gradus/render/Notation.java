package gradus.render;

import gradus.autograd.Names;
import gradus.autograd.Numbers;
import gradus.autograd.Op;
import gradus.autograd.Trace;
import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.ForwardStep;
import gradus.autograd.Trace.TraceNode;
import gradus.autograd.Value;
import gradus.render.code.Formula;
import gradus.render.code.Simplify;
import gradus.render.code.Term;
import gradus.render.code.Term.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** How the parts of a derivation are written: as text, or as LaTeX. */
sealed interface Notation {

    /** x. */
    String name(TraceNode x);

    /** x̄. */
    String bar(TraceNode x);

    /** ∂z/∂x; of several edges between two nodes the one with this number, from 1, or 0 for the only one. */
    String partial(TraceNode z, TraceNode x, int edge);

    /** The formula of the local gradient along an edge. */
    String local(BackwardStep step);

    /** The formula of the vector–Jacobian product along an edge, for an op on arrays. */
    String product(BackwardStep step);

    /** What the op computes, such as a·x2. */
    String expression(ForwardStep step);

    /** A number, or an array, or its shape if it is large. */
    String value(Value value);

    /** In brackets where it is negative. */
    String factor(double x);

    /** Factors of a product. */
    String times(List<String> factors);

    /** A product of arrays, element by element. */
    String timesElementwise(String a, String b);

    /** Terms of a sum. */
    String sum(List<String> terms);

    /** Added up over the axes along which it was stretched. */
    String summed(String term);

    /** Text as everybody reads it. */
    record Text(Trace trace) implements Notation {

        @Override
        public String name(TraceNode x) {
            return Written.label(x);
        }

        @Override
        public String bar(TraceNode x) {
            return Names.bar(Written.label(x));
        }

        @Override
        public String partial(TraceNode z, TraceNode x, int edge) {
            return "∂" + name(z) + "/∂" + name(x) + (edge == 0 ? "" : "(" + edge + ")");
        }

        @Override
        public String local(BackwardStep step) {
            var local = behindEquals(step.localFormula());
            boolean bracketed = local.startsWith("−") || local.contains(" + ") || local.matches("[^(]* − .*");
            return bracketed ? "(" + local + ")" : local;
        }

        @Override
        public String product(BackwardStep step) {
            return behindAdded(step.localFormula());
        }

        @Override
        public String expression(ForwardStep step) {
            return behindEquals(step.formula());
        }

        private static String behindEquals(String formula) {
            return formula.substring(formula.indexOf(" = ") + 3);
        }

        @Override
        public String value(Value value) {
            return Latex.isShown(value) ? value.brief() : Words.of("value.shape", value.shape());
        }

        @Override
        public String factor(double x) {
            return Numbers.factor(x);
        }

        @Override
        public String times(List<String> factors) {
            return String.join(" · ", factors);
        }

        @Override
        public String timesElementwise(String a, String b) {
            return a + " ⊙ " + b;
        }

        @Override
        public String sum(List<String> terms) {
            return String.join(" + ", terms);
        }

        @Override
        public String summed(String term) {
            return "Σ " + term;
        }
    }

    /** LaTeX with amsmath, for MathJax too. */
    record Tex(Trace trace) implements Notation {

        private static final String NODE = "node";

        @Override
        public String name(TraceNode x) {
            if (x.kind() != Trace.Kind.CONSTANT || x.named()) {
                return Latex.variable(x.label());
            }
            return x.value().isScalar() || Latex.isShown(x.value()) ? value(x.value()) : "\\mathrm{C}_{" + x.id() + "}";
        }

        @Override
        public String bar(TraceNode x) {
            return Latex.adjoint(x.label());
        }

        @Override
        public String partial(TraceNode z, TraceNode x, int edge) {
            var fraction = "\\frac{\\partial " + name(z) + "}{\\partial " + name(x) + "}";
            return edge == 0 ? fraction : LatexTerm.brackets(fraction) + "_{" + edge + "}";
        }

        @Override
        public String local(BackwardStep step) {
            var z = trace.node(step.node());
            var code = Objects.requireNonNull(z.op()).code();
            if (code == null || !z.op().isElementwise()) {
                return rule(
                        z,
                        z.op().gradient(
                                        step.operandIndex(),
                                        places(z),
                                        LatexRule.place(z.operands().size())));
            }
            return terms(z).factor(term(z, code.gradient(step.operandIndex()), step.operandIndex()));
        }

        @Override
        public String product(BackwardStep step) {
            var z = trace.node(step.node());
            int result = z.operands().size();
            var text = Objects.requireNonNull(z.op())
                    .gradient(step.operandIndex(), places(z), LatexRule.place(result))
                    .replace("{z̄}", LatexRule.place(result + 1));
            return rule(z, behindAdded(" += " + text));
        }

        @Override
        public String expression(ForwardStep step) {
            var z = trace.node(step.node());
            var op = Objects.requireNonNull(z.op());
            if (op.code() != null && op.isElementwise()) {
                return terms(z).write(term(z, op.code().value(), -1));
            }
            return rule(
                    z,
                    op.expression(
                            places(z), z.settings().stream().mapToInt(i -> i).toArray()));
        }

        private List<String> places(TraceNode z) {
            var places = new ArrayList<String>();
            for (int i = 0; i < z.operands().size(); i++) {
                places.add(LatexRule.place(i));
            }
            return places;
        }

        private String rule(TraceNode z, String text) {
            var names = new ArrayList<String>();
            z.operands().forEach(i -> names.add(name(trace.node(i))));
            names.add(name(z));
            names.add(bar(z));
            return LatexRule.of(text, names);
        }

        private LatexTerm terms(TraceNode z) {
            return new LatexTerm(
                    name -> name(trace.node(Integer.parseInt(name.substring(NODE.length())))),
                    !z.value().isScalar());
        }

        private Term term(TraceNode z, String template, int i) {
            var formula = Formula.parse(template);
            var places = new HashMap<String, Term>();
            var numbers = new HashMap<String, Term>();
            var operands = new ArrayList<Term>();
            for (int k = 0; k < z.operands().size(); k++) {
                var x = trace.node(z.operands().get(k));
                var place = Notation.isNumber(x) ? Term.of(x.value().element(0)) : new Name(NODE + x.id());
                operands.add(place);
                places.put(k == 0 ? "x" : "y", place);
                numbers.put(
                        k == 0 ? "x" : "y",
                        Term.of(x.value().size() > 0 ? x.value().element(0) : Double.NaN));
            }
            places.put("z", new Name(NODE + z.id()));
            if (Objects.requireNonNull(z.op()).arity() == Op.VARIADIC) {
                return Simplify.unrolled(formula, operands, i, places);
            }
            return Simplify.cases(formula.result(), places, numbers);
        }

        @Override
        public String value(Value value) {
            return value.isScalar() ? LatexTerm.number(value.element(0)) : Latex.body(value);
        }

        @Override
        public String factor(double x) {
            return x < 0 ? LatexTerm.brackets(LatexTerm.number(x)) : LatexTerm.number(x);
        }

        @Override
        public String times(List<String> factors) {
            return String.join(" \\cdot ", factors);
        }

        @Override
        public String timesElementwise(String a, String b) {
            return a + " \\odot " + b;
        }

        @Override
        public String sum(List<String> terms) {
            return String.join(terms.size() > 2 ? " \\\\\n&\\quad + " : " + ", terms);
        }

        @Override
        public String summed(String term) {
            return "\\sum " + LatexTerm.brackets(term);
        }
    }

    /** The right-hand side of x̄ += …, its words in the language of the pictures. */
    private static String behindAdded(String formula) {
        var told = OpWords.of(formula);
        return told.substring(told.indexOf(" += ") + 4);
    }

    /** Whether a node is written as its number. */
    static boolean isNumber(TraceNode node) {
        return node.kind() == Trace.Kind.CONSTANT && node.value().isScalar() && !node.named();
    }
}
