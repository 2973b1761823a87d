package gradus.render.code;

import gradus.render.code.Term.Apply;
import gradus.render.code.Term.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A template as the body of a JavaScript function that a page runs on a line: it is given the arrays {@code x}, {@code
 * y}, {@code z} and {@code u}, their length {@code n} and the functions over a line, and gives a function of the element's
 * number.
 */
public final class PageFunction {

    private static final Set<String> OF_ELEMENT = Set.of("x", "y", "z", "u");

    private final List<String> numbers = new ArrayList<>();

    private PageFunction() {}

    /** Such as {@code return k=>1/x[k]}. */
    public static String of(String template) {
        var formula = Formula.parse(template);
        var function = new PageFunction();
        for (var let : formula.lets()) {
            // First what is inside it.
            var term = function.element(let.term());
            function.numbers.add(let.name() + "=" + written(term));
        }
        var result = "k=>" + written(function.element(formula.result()));
        var numbers = function.numbers.isEmpty() ? "" : "const " + String.join(",", function.numbers) + ";";
        return numbers + "return " + result;
    }

    /** What a number of the line is for element k. */
    private Term element(Term term) {
        if (term instanceof Name name && OF_ELEMENT.contains(name.name())) {
            return new Name(name.name() + "[k]");
        }
        if (term instanceof Apply apply && apply.isOverLine()) {
            var inside = "(n,k=>" + written(element(apply.operand(0))) + ")";
            if (apply.op().equals("others")) {
                return new Name(apply.op() + inside + "(k)");
            }
            var number = "a" + numbers.size();
            numbers.add(number + "=" + apply.op() + inside);
            return new Name(number);
        }
        return term.map(this::element);
    }

    /** Without blanks, except between two minus signs, which would be another operator. */
    private static String written(Term term) {
        return Language.JAVASCRIPT.write(term).replaceAll("(?<!-) | (?!-)", "");
    }
}
