package gradus.kernel.jshell;

import gradus.kernel.session.MimeBundle;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.jspecify.annotations.Nullable;

/** What is known of the name at the cursor: its signatures and its documentation. */
final class Inspection {

    private static final int MOST_DOCUMENTED = 3;

    private final SourceCodeAnalysis analysis;

    Inspection(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    @Nullable
    MimeBundle at(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        int start = new Completions(analysis).startOfSnippet(code, end);
        String upTo = code.substring(start, end);
        List<Documentation> found = analysis.documentation(upTo, upTo.length(), true);
        if (found.isEmpty() && !upTo.isBlank()) {
            found = analysis.documentation(upTo + "(", upTo.length() + 1, true); // the name of a call
        }
        return found.isEmpty() ? null : MimeBundle.text(show(found));
    }

    private static String show(List<Documentation> found) {
        String signatures =
                found.stream().map(Documentation::signature).distinct().collect(Collectors.joining("\n"));
        String texts = found.stream()
                .map(Documentation::javadoc)
                .filter(each -> each != null && !each.isBlank())
                .limit(MOST_DOCUMENTED)
                .map(Inspection::withoutTags)
                .collect(Collectors.joining("\n\n"));
        return texts.isEmpty() ? signatures : signatures + "\n\n" + texts;
    }

    private static String withoutTags(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link|linkplain|literal)\\s+([^}]*)}", "$1")
                .replaceAll("</?[a-zA-Z][^>]*>", "")
                .strip();
    }
}
