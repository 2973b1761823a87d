package gradus.render.code;

import gradus.autograd.Code;
import gradus.autograd.Op;
import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.TraceNode;
import gradus.render.code.Term.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Numbers: each op is its {@link Code} with names in it, in any language. */
final class ScalarExpressions implements Expressions {

    private static final List<String> OPERANDS = List.of("x", "y");

    private final StraightLine program;
    private final Language language;

    ScalarExpressions(StraightLine program, Language language) {
        this.program = program;
        this.language = language;
    }

    @Override
    public String value(TraceNode z, List<String> before) {
        return language.write(term(z, code(z).value(), -1));
    }

    @Override
    public String contribution(BackwardStep step, List<String> before) {
        var z = program.trace.node(step.node());
        int i = step.operandIndex();
        var local = term(z, code(z).gradient(i), i);
        var upstream = new Name(program.gradient(z.id()));
        return language.write(Simplify.product(upstream, local));
    }

    private static Code code(TraceNode z) {
        return Objects.requireNonNull(Objects.requireNonNull(z.op()).code());
    }

    private Term term(TraceNode z, String template, int i) {
        var operands = z.operands().stream().map(this::operand).toList();
        Map<String, Term> places = new HashMap<>();
        places.put("z", new Name(program.name(z.id())));
        var formula = Formula.parse(template);
        if (Objects.requireNonNull(z.op()).arity() == Op.VARIADIC) {
            return Simplify.unrolled(formula, operands, i, places);
        }
        for (int k = 0; k < operands.size(); k++) {
            places.put(OPERANDS.get(k), operands.get(k));
        }
        return Simplify.with(formula.result(), places);
    }

    private Term operand(int id) {
        var node = program.trace.node(id);
        return StraightLine.isWritten(node) ? Term.of(node.value().element(0)) : new Name(program.name(id));
    }
}
