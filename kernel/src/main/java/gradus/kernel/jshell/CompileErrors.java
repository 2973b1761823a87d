package gradus.kernel.jshell;

import gradus.kernel.session.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.Diag;

/** Errors of the compiler: the place, the message, the student's line and a caret under the spot. */
final class CompileErrors {

    private static final int MOST_SHOWN = 5;

    private CompileErrors() {}

    static ErrorReport report(List<Diag> diagnostics, Origins.Origin origin) {
        List<Diag> errors = diagnostics.stream().filter(Diag::isError).toList();
        if (errors.isEmpty()) {
            String message = "The compiler refused this code without a reason.";
            return new ErrorReport("CompileError", message, List.of(Ansi.red("CompileError: ") + message));
        }
        var lines = new ArrayList<String>();
        for (Diag each : errors.subList(0, Math.min(MOST_SHOWN, errors.size()))) {
            lines.addAll(show(each, origin));
        }
        if (errors.size() > MOST_SHOWN) {
            lines.add("… and " + (errors.size() - MOST_SHOWN) + " more errors");
        }
        return new ErrorReport("CompileError", message(errors.get(0)).get(0), lines);
    }

    private static List<String> show(Diag error, Origins.Origin origin) {
        String source = origin.source();
        int at = (int) Math.max(0, Math.min(error.getPosition(), source.length()));
        int lineStart = source.lastIndexOf('\n', at - 1) + 1;
        int lineEnd = source.indexOf('\n', at);
        String text = source.substring(lineStart, lineEnd < 0 ? source.length() : lineEnd);
        int line = 1
                + (int) source.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        List<String> message = message(error);
        var lines = new ArrayList<String>();
        lines.add(Ansi.red(origin.place(line) + ": ") + message.get(0));
        lines.add("    " + text);
        lines.add("    " + blanks(text, at - lineStart) + Ansi.red("^"));
        message.subList(1, message.size()).forEach(each -> lines.add("  " + each));
        if (source.startsWith("%", at)) {
            lines.add("    A magic begins a line of its own.");
        }
        return lines;
    }

    /** As wide as the text before the caret; tabs stay tabs. */
    private static String blanks(String text, int count) {
        var blanks = new StringBuilder();
        text.substring(0, Math.min(count, text.length()))
                .codePoints()
                .forEach(each -> blanks.append(each == '\t' ? '\t' : ' '));
        return blanks.toString();
    }

    private static List<String> message(Diag error) {
        List<String> lines = error.getMessage(null)
                .lines()
                .map(CompileErrors::withoutWrapper)
                .filter(each -> !"location: class".equals(each.strip()))
                .toList();
        return lines.isEmpty() ? List.of("The compiler gave no message.") : lines;
    }

    /** JShell puts each snippet into a class of its own; its name is no help. */
    private static String withoutWrapper(String line) {
        return line.replaceAll("REPL\\.\\$JShell\\$\\w+\\.", "")
                .replaceAll("\\$JShell\\$\\w+\\.", "")
                .stripTrailing();
    }
}
