package gradus.render.code;

import gradus.autograd.Trace;
import java.util.ArrayList;
import java.util.List;

/** Lines of code with the numbers of their steps as comments, one below the other. */
public final class Listing {

    /** Comments do not wander further to the right than this; longer lines have theirs right behind them. */
    private static final int FURTHEST = 48;

    /** Two listings stand side by side on a slide. */
    private static final int WIDEST = 58;

    private static final String CONTINUED = "        ";

    private Listing() {}

    /**
     * A line of code.
     *
     * @param number of the step that it does
     * @param shape of what it makes; empty for a number
     */
    record Line(String code, int number, String shape) {
        Line(String code, int number) {
            this(code, number, "");
        }
    }

    static List<String> aligned(String indent, String comment, List<Line> lines) {
        return aligned(indent, comment, lines, FURTHEST);
    }

    static List<String> aligned(String indent, String comment, List<Line> lines, int furthest) {
        int column = lines.stream()
                .mapToInt(line -> line.code().length())
                .filter(length -> length <= furthest)
                .max()
                .orElse(0);
        return lines.stream()
                .map(line -> indent + line.code()
                        + " ".repeat(Math.max(0, column - line.code().length())) + "  " + comment + "("
                        + line.number() + ")" + (line.shape().isEmpty() ? "" : " " + line.shape()))
                .toList();
    }

    /** A list between two pieces of text, over several lines if it is long. */
    static List<String> wrapped(String before, List<String> items, String after) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(before);
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i) + (i + 1 < items.size() ? "," : after);
            if (i > 0 && line.length() + 1 + item.length() > WIDEST) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(CONTINUED).append(item);
            } else {
                line.append(i == 0 ? "" : " ").append(item);
            }
        }
        lines.add(items.isEmpty() ? before + after : line.toString());
        return lines;
    }

    /** A list as a comment. */
    static List<String> comment(String mark, List<String> items) {
        return wrapped(mark, items, "").stream()
                .map(line -> line.startsWith(mark) ? line : mark + line.strip())
                .toList();
    }

    /** Whether any value of the trace is an array. */
    public static boolean hasArrays(Trace trace) {
        return trace.nodes().stream().anyMatch(node -> !node.value().isScalar());
    }

    /** The trace in Java. */
    public static List<String> java(Trace trace) {
        var program = new StraightLine(trace);
        if (hasArrays(trace)) {
            return JavaArrayCode.of(program);
        }
        return JavaCode.of(program, new ScalarExpressions(program, Language.JAVA));
    }

    /** The trace in Python. */
    public static List<String> python(Trace trace) {
        var program = new StraightLine(trace);
        boolean arrays = hasArrays(trace);
        return PythonCode.of(
                program,
                arrays ? new NumPyExpressions(program) : new ScalarExpressions(program, Language.PYTHON),
                arrays);
    }
}
