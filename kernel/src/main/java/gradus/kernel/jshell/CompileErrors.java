package gradus.kernel.jshell;

import gradus.kernel.session.ErrorReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jdk.jshell.Diag;

/** Errors of the compiler: the place, the message, the student's line and a caret under the spot. */
final class CompileErrors {

    private static final int MOST_SHOWN = 5;
    private static final int MOST_LINES = 10;
    private static final int WIDEST = 120;

    private CompileErrors() {}

    /** @param title where it is, with a colon; {@code lines} are what is wrong, the student's line and the caret */
    record Place(String title, List<String> lines) {}

    static ErrorReport report(List<Diag> diagnostics, Origins.Origin origin, CellPlan.Inserted inserted) {
        List<Diag> errors = diagnostics.stream().filter(Diag::isError).toList();
        if (errors.isEmpty()) {
            String message = "The compiler refused this code without a reason.";
            return new ErrorReport("CompileError", message, List.of(Ansi.red("CompileError: ") + message));
        }
        Set<List<String>> places = new LinkedHashSet<>();
        for (Diag each : errors) {
            Place place = place(each, origin, inserted);
            var shown = new ArrayList<>(place.lines());
            shown.set(0, Ansi.red(place.title()) + shown.get(0));
            places.add(shown);
        }
        List<String> lines = new ArrayList<>();
        places.stream().limit(MOST_SHOWN).forEach(lines::addAll);
        if (places.size() > MOST_SHOWN) {
            lines.add("… and " + (places.size() - MOST_SHOWN) + " more errors");
        }
        return new ErrorReport("CompileError", firstLine(errors.get(0)), lines);
    }

    static Place place(Diag diagnostic, Origins.Origin origin, CellPlan.Inserted inserted) {
        String source = origin.source();
        int given = inserted.before((int) diagnostic.getPosition());
        int at = Math.max(0, Math.min(given, source.length()));
        int lineStart = source.lastIndexOf('\n', at - 1) + 1;
        int lineEnd = source.indexOf('\n', at);
        String text = source.substring(lineStart, lineEnd < 0 ? source.length() : lineEnd);
        int line = Origins.lines(source.substring(0, lineStart));
        List<String> message = message(diagnostic);
        var lines = new ArrayList<String>();
        lines.add(message.get(0));
        lines.addAll(marked(text, at - lineStart));
        message.stream().skip(1).limit(MOST_LINES).forEach(each -> lines.add("  " + each));
        if (message.size() > MOST_LINES + 1) {
            lines.add("    …");
        }
        if (source.startsWith("%", at)) {
            lines.add("    A magic begins a line of its own.");
        }
        return new Place(origin.place(line) + ": ", lines);
    }

    /** The line with a caret under a place in it; of a long one, what stands around the place. */
    static List<String> marked(String line, int at) {
        int from = line.length() <= WIDEST ? 0 : Math.max(0, Math.min(at - WIDEST / 2, line.length() - WIDEST));
        int to = Math.min(line.length(), from + WIDEST);
        String shown = (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
        int caret = Math.min(at - from, to - from) + (from > 0 ? 1 : 0);
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

    /** What the compiler says, without the lines that explain it. */
    static String firstLine(Diag error) {
        return message(error).get(0);
    }

    private static List<String> message(Diag error) {
        List<String> lines = error.getMessage(null)
                .lines()
                .map(CompileErrors::readable)
                .filter(each -> !"location: class".equals(each.strip()))
                .toList();
        return lines.isEmpty() ? List.of("The compiler gave no message.") : lines;
    }

    /** JShell puts each snippet into a class of its own, and names classes with their packages: both are no help. */
    private static String readable(String line) {
        return line.replaceAll("REPL\\.\\$JShell\\$\\w+\\.", "")
                .replaceAll("\\$JShell\\$\\w+\\.", "")
                .replaceAll(
                        "\\b(?:java\\.(?:lang|util|util\\.function|util\\.stream|io|nio\\.file)|gradus\\.\\w+(?:\\.\\w+)?)"
                                + "\\.(?=[A-Z])",
                        "")
                .replace(" in method do_it$()", "")
                .replaceFirst("types;$", "types")
                .stripTrailing();
    }
}
