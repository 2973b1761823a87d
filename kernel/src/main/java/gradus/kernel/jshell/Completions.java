package gradus.kernel.jshell;

import gradus.kernel.session.Completion;
import java.util.Comparator;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Ways to go on from a place in Java text. */
final class Completions {

    private static final int MOST = 500;

    private final SourceCodeAnalysis analysis;

    Completions(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    Completion at(String code, int cursor) {
        int start = startOfSnippet(code, cursor);
        var anchor = new int[] {cursor - start};
        List<Suggestion> suggestions = analysis.completionSuggestions(code.substring(start), cursor - start, anchor);
        int from = start + anchor[0];
        String typed = code.substring(from, cursor);
        // Case counts, unless nothing matches with it; what fits the expected type comes first.
        List<String> exact = matches(suggestions, typed, true);
        return new Completion(exact.isEmpty() ? matches(suggestions, typed, false) : exact, from, cursor);
    }

    private static List<String> matches(List<Suggestion> suggestions, String typed, boolean withCase) {
        return suggestions.stream()
                .filter(each -> each.continuation().regionMatches(!withCase, 0, typed, 0, typed.length()))
                .sorted(Comparator.comparing((Suggestion each) -> !each.matchesType()))
                .map(Suggestion::continuation)
                .filter(each -> !each.startsWith("$"))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** JShell completes one snippet: the one in which the cursor stands. */
    int startOfSnippet(String code, int cursor) {
        int start = 0;
        for (Snippets.Piece each : new Snippets(analysis).of(code.substring(0, cursor))) {
            start = each.start();
        }
        return start;
    }
}
