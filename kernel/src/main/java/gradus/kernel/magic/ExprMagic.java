package gradus.kernel.magic;

import gradus.autograd.expr.Expression;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %expr z = x*y, x=2, y=3}: {@link Expression#parse}, whose Java is run in the session and shown. */
@Command(
        name = "%expr",
        description = "Defines Java variables by a formula as it is written on the board, and shows the Java.")
final class ExprMagic extends Magic {

    @Parameters(arity = "0..1", paramLabel = "FORMULA", description = "name = formula, name = number, …")
    String formula = "";

    /** The line whole: a formula has blanks, commas and quotes of its own. */
    @Override
    public List<String> split(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip());
    }

    @Override
    public Object run(Session session) throws CellFailure {
        var expression = Expression.parse(formula);
        var there = session.variables().keySet();
        var missing = expression.free().stream()
                .filter(name -> !there.contains(name))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", missing) + (missing.size() == 1 ? " has" : " have")
                    + " no value: add " + missing.get(0) + "=… to the line, or define it in a cell");
        }
        session.eval(expression.toJava());
        return MimeBundle.text(expression.toJava());
    }

    @Override
    public String example() {
        return "%expr z = (x1 + a*x2)^2, x1=1, x2=2, a=3";
    }
}
