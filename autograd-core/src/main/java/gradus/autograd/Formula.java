package gradus.autograd;

import java.util.List;
import java.util.regex.Pattern;

/** A formula with places for operands {@code {x}}, {@code {y}}, {@code {w}} and the result {@code {z}}. */
record Formula(String template) {

    private static final List<String> PLACES = List.of("{x}", "{y}", "{w}");

    /** σ((−4)): a negative number that was put into brackets, in the brackets of a function. */
    private static final Pattern NEGATIVE_IN_BRACKETS = Pattern.compile("[(][(](−[^()]*)[)][)]");

    String write(List<String> operands, String result) {
        var text = template;
        for (int i = 0; i < Math.min(PLACES.size(), operands.size()); i++) {
            text = text.replace(PLACES.get(i), operands.get(i));
        }
        return NEGATIVE_IN_BRACKETS.matcher(text.replace("{z}", result)).replaceAll("($1)");
    }

    String write(List<String> operands) {
        return write(operands, "z");
    }
}
