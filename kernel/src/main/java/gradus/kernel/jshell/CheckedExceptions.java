package gradus.kernel.jshell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A method of a cell needs no {@code throws}, as a statement of a cell needs none; a method of a class does. */
final class CheckedExceptions {

    private static final String CODE = "compiler.err.unreported.exception.need.to.catch.or.throw";
    private static final Pattern TYPE = Pattern.compile("unreported exception ([\\w.]+)");

    private CheckedExceptions() {}

    /** The method with what it throws in its head; null where something else is wrong, or it is no method. */
    static CellPlan.@Nullable Step declared(CellPlan.Step step, List<Problem> problems) {
        var exceptions = new LinkedHashSet<String>();
        for (Problem each : problems) {
            Matcher type = TYPE.matcher(each.english());
            boolean isInLambda = step.source()
                    .substring(0, Math.min(each.at(), step.source().length()))
                    .contains("->");
            if (each.isError() && (!each.code().equals(CODE) || !type.find() || isInLambda)) {
                return null;
            }
            if (each.isError()) {
                exceptions.add(type.group(1));
            }
        }
        return exceptions.isEmpty() ? null : step.throwing(exceptions);
    }
}
