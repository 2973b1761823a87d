package gradus.kernel.jshell;

import gradus.kernel.session.Completion;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Ways to go on from a place in Java text. */
final class Completions {

    private static final int MOST = 500;

    private final Shell shell;

    Completions(Shell shell) {
        this.shell = shell;
    }

    Completion at(String code, int cursor) {
        int start = new Snippets(shell.analysis()).startOfLast(code.substring(0, cursor));
        var anchor = new int[] {cursor - start};
        List<Suggestion> suggestions =
                shell.analysis().completionSuggestions(code.substring(start), cursor - start, anchor);
        int from = start + anchor[0];
        String typed = code.substring(from, cursor);
        var names = CompletionNames.of(shell, code.substring(start, from));
        // Case counts, unless nothing matches with it.
        List<String> exact = matches(suggestions, each -> each.startsWith(typed), names);
        List<String> matches = exact.isEmpty()
                ? matches(suggestions, each -> each.regionMatches(true, 0, typed, 0, typed.length()), names)
                : exact;
        return new Completion(matches, matches.stream().map(names::type).toList(), from, cursor);
    }

    /** What fits the expected type comes first. */
    private static List<String> matches(List<Suggestion> all, Predicate<String> fits, CompletionNames names) {
        return all.stream()
                .filter(each ->
                        fits.test(each.continuation()) && !each.continuation().startsWith("$"))
                .sorted(Comparator.comparing((Suggestion each) -> !each.matchesType())
                        .thenComparing(each -> names.rank(each.continuation())))
                .map(Suggestion::continuation)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
