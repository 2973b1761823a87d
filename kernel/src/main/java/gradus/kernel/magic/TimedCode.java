package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.kernel.work.Kept;
import gradus.kernel.work.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns code into a loop that {@link Timing#of} runs, compiled once and stopped as any cell. */
final class TimedCode {

    private static final Pattern OPTION = Pattern.compile("\\s*(-[a-z])\\s*(-?\\d+)(?=\\s)(.*)");
    private static final int FEW_RUNS = 7;

    private TimedCode() {}

    static List<String> split(String text) {
        var arguments = new ArrayList<String>();
        String rest = text;
        for (Matcher each = OPTION.matcher(rest); each.matches(); each = OPTION.matcher(rest)) {
            arguments.add(each.group(1));
            arguments.add(each.group(2));
            rest = each.group(3);
        }
        if (!rest.isBlank()) {
            arguments.add(rest.strip());
        }
        return arguments;
    }

    static @Nullable Object time(String code, @Nullable Long loops, @Nullable Integer runs, Session session)
            throws CellFailure {
        boolean isStatement = code.strip().endsWith(";") || code.strip().endsWith("}");
        if (!isStatement) {
            try {
                return session.eval(call(Kept.class.getName() + ".value(\n" + code + "\n);", loops, runs));
            } catch (CellFailure e) {
                if (!"CompileError".equals(e.report().name())) {
                    throw e;
                }
            }
        }
        String end = isStatement ? "\n" : "\n;"; // else it has no value, such as a call of a void method
        return session.eval(call("\n" + code + end, loops, runs));
    }

    private static String call(String body, @Nullable Long loops, @Nullable Integer runs) {
        String given = loops == null && runs == null
                ? ""
                : ", " + (loops == null ? 1 : loops) + "L, " + (runs == null ? FEW_RUNS : runs);
        return Timing.class.getName() + ".of(loops$ -> { for (long loop$ = 0; loop$ < loops$; loop$++) {" + body
                + " } }" + given + ")";
    }
}
