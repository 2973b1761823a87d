package gradus.kernel.jshell;

import gradus.kernel.hint.Hints;
import gradus.kernel.hint.Mistake;
import gradus.kernel.hint.Scope;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.Prose;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Errors of the compiler: the place, the message, the student's line and a caret under the spot, and what to do. */
final class CompileErrors {

    private static final int MOST_SHOWN = 5;
    private static final int MOST_LINES = 10;
    private static final int WIDEST = 120;

    private static final Pattern SYNTAX = Pattern.compile(
            "\\.(?:expected\\d?|illegal\\..*|not\\.stmt|premature\\.eof|unclosed.*|else\\.without\\.if)$");

    private CompileErrors() {}

    static ErrorReport report(List<Problem> problems, Origins.Origin origin, Scope scope) {
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        if (errors.isEmpty()) {
            String message = "The compiler refused this code without a reason.";
            return new ErrorReport("CompileError", message, List.of(Ansi.red("CompileError: ") + message));
        }
        Set<List<String>> all = new LinkedHashSet<>();
        Set<String> advised = new HashSet<>();
        for (Problem each : errors) {
            List<String> lines = lines(each, origin);
            Hints.Found hint = Hints.of(mistake(each, origin, scope));
            if (hint != null) {
                lines.addAll(hint(hint.advice()));
            }
            if (hint == null || advised.add(hint.advice())) {
                all.add(lines);
            }
            if (hint != null && SYNTAX.matcher(each.code()).find()) {
                break; // what comes after a mistake in the syntax is mostly its consequence
            }
        }
        List<String> shown = new ArrayList<>();
        all.stream().limit(MOST_SHOWN).forEach(shown::addAll);
        if (all.size() > MOST_SHOWN) {
            shown.add("… and " + (all.size() - MOST_SHOWN) + " more errors");
        }
        return new ErrorReport("CompileError", errors.get(0).lines().get(0), shown);
    }

    static Mistake mistake(Problem problem, Origins.Origin origin, Scope scope) {
        int at = Math.min(problem.at(), origin.source().length());
        return new Mistake(problem.code(), problem.english(), origin.source(), at, scope);
    }

    /** What to do. */
    static List<String> hint(String advice) {
        return Prose.lines("  " + Ansi.bold("Hint:") + " " + advice, "  ");
    }

    /** The place and the message, the student's line with a caret, and what else the compiler says. */
    private static List<String> lines(Problem problem, Origins.Origin origin) {
        List<String> message = problem.lines();
        var lines = new ArrayList<String>();
        lines.add(Ansi.red(place(problem, origin) + ": ") + message.get(0));
        lines.addAll(marked(problem, origin));
        message.stream().skip(1).limit(MOST_LINES).forEach(each -> lines.add("  " + each));
        if (message.size() > MOST_LINES + 1) {
            lines.add("    …");
        }
        return lines;
    }

    static String place(Problem problem, Origins.Origin origin) {
        int at = Math.min(problem.at(), origin.source().length());
        return origin.place(Origins.lines(origin.source().substring(0, at)));
    }

    /** The line with a caret under a place in it; of a long one, what stands around the place. */
    static List<String> marked(Problem problem, Origins.Origin origin) {
        String source = origin.source();
        int at = Math.min(problem.at(), source.length());
        int start = source.lastIndexOf('\n', at - 1) + 1;
        int end = source.indexOf('\n', at);
        String line = source.substring(start, end < 0 ? source.length() : end);
        int column = at - start;
        int from = line.length() <= WIDEST ? 0 : Math.max(0, Math.min(column - WIDEST / 2, line.length() - WIDEST));
        int to = Math.min(line.length(), from + WIDEST);
        String shown = (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
        int caret = column - from + (from > 0 ? 1 : 0);
        return List.of("    " + shown, "    " + blanks(shown, caret) + Ansi.red("^"));
    }

    /** As wide as the text before the caret; tabs stay tabs. */
    private static String blanks(String text, int count) {
        var blanks = new StringBuilder();
        text.substring(0, Math.min(count, text.length()))
                .codePoints()
                .forEach(each -> blanks.append(each == '\t' ? '\t' : ' '));
        return blanks.toString();
    }
}
