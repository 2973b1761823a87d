package gradus.render.code;

import gradus.render.code.Term.Apply;
import gradus.render.code.Term.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** An op in Java by its {@link gradus.autograd.Code}, in the loops of its {@link gradus.autograd.Lines}. */
final class JavaLine {

    private static final List<String> ARRAYS = List.of("z", "x", "y");

    private static final Pattern WHOLE = Pattern.compile("([\\p{L}\\p{M}\\p{Nd}_]+)\\[([^\\[\\]]+)]");

    private final JavaLoops loops;
    private final List<String> names;
    private final JavaHelpers helpers;
    private final Identifiers identifiers;
    private final List<String> before;
    private final Map<String, Term> places = new HashMap<>();

    /**
     * @param terms the result and the operands, each a number, the name of a number, or the name of an array
     * @param arrays the names of those that are arrays
     */
    JavaLine(
            JavaLoops loops,
            List<Term> terms,
            List<String> arrays,
            JavaHelpers helpers,
            Identifiers identifiers,
            List<String> before) {
        this.loops = loops;
        this.names = arrays;
        this.helpers = helpers;
        this.identifiers = identifiers;
        this.before = before;
        places.put("n", Term.of(loops.length(loops.last())));
        for (int i = 0; i < terms.size(); i++) {
            places.put(ARRAYS.get(i), at(terms.get(i), i));
        }
    }

    private Term at(Term term, int array) {
        return term instanceof Name name && names.contains(name.name())
                ? new Name(name.name() + "[" + loops.place(array) + "]")
                : term;
    }

    /** @param result whether it is an array */
    String value(String template, boolean result) {
        return array(0, result, written(term(template)));
    }

    /**
     * What goes to operand i.
     *
     * @param target whether the operand is an array
     * @param local whether the template is a local gradient, by which the upstream gradient is to be multiplied
     */
    String contribution(int i, String template, Term upstream, boolean target, boolean local) {
        var u = at(upstream, 0);
        places.put("u", u);
        var term = term(template);
        var text = written(local ? Simplify.product(u, term) : Simplify.multipliedOut(term));
        var across = loops.acrossFrom(i + 1);
        for (int k = across.size() - 1; k >= 0; k--) {
            text = helpers.overLine("sum", loops.length(across.get(k)), loops.index(across.get(k)), text);
        }
        return array(i + 1, target, text);
    }

    private static String written(Term term) {
        return Language.JAVA.write(term);
    }

    private String array(int array, boolean isArray, String element) {
        if (!isArray) {
            return element;
        }
        var over = loops.over(array);
        if (over.isEmpty()) {
            return "new double[] {" + element + "}";
        }
        var whole = WHOLE.matcher(element);
        if (whole.matches() && whole.group(2).equals(loops.place(array))) {
            return whole.group(1);
        }
        return helpers.array(
                over.stream().map(loops::length).toList(),
                over.stream().map(loops::index).toList(),
                element);
    }

    private Term term(String template) {
        var formula = Formula.parse(template);
        for (var let : formula.lets()) {
            places.put(let.name(), named(let.name(), overLine(let.term(), false)));
        }
        // Where each element is made of the whole line, what the line gives is computed once.
        boolean each = loops.step(0, loops.last()) != 0 || standsOutside("x", formula.result());
        return Simplify.with(overLine(formula.result(), each), places);
    }

    private static boolean standsOutside(String name, Term term) {
        if (term instanceof Name is) {
            return is.name().equals(name);
        }
        return term instanceof Apply apply
                && !apply.isOverLine()
                && apply.operands().stream().anyMatch(t -> standsOutside(name, t));
    }

    /** A number of each line, computed in a line of its own. */
    private Term named(String wanted, Term term) {
        var name = identifiers.of(wanted);
        var outer = loops.outer().stream().filter(l -> loops.length(l) != 1).toList();
        var text = written(Simplify.with(term, places));
        if (outer.isEmpty()) {
            before.add("double " + name + " = " + text + ";");
            return new Name(name);
        }
        var lengths = outer.stream().map(loops::length).toList();
        var all = helpers.array(lengths, outer.stream().map(loops::index).toList(), text);
        before.add("double[] " + name + " = " + all + ";");
        return new Name(name + "[" + loops.placeOutside() + "]");
    }

    /** With the text of a call in the place of each function over the line. */
    private Term overLine(Term term, boolean apart) {
        if (!(term instanceof Apply apply) || !apply.isOverLine()) {
            return term.map(t -> overLine(t, apart));
        }
        int line = loops.last();
        var inside = written(Simplify.with(apply.operand(0), places));
        var text = new Name(helpers.overLine(apply.op(), loops.length(line), loops.index(line), inside));
        return apart ? named("s", text) : text;
    }
}
