package gradus.kernel.jshell;

import gradus.kernel.session.MimeBundle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.jspecify.annotations.Nullable;

/** What is known of the name at the cursor: its signatures and its documentation. */
final class Inspection {

    private static final int MOST_DOCUMENTED = 3;
    private static final int MOST_REMEMBERED = 200;

    /**
     * What the documentation of these signatures says. JShell reads the whole source of a class for each question, and the
     * same name is asked about again and again while somebody types in its parentheses.
     */
    private static final Map<List<String>, String> TEXTS = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, String> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

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
        int start = new Snippets(analysis).startOfLast(code.substring(0, end));
        String upTo = code.substring(start, end);
        String text = show(upTo);
        if (text.isEmpty() && !upTo.isBlank()) {
            text = show(upTo + "("); // the name of a call
        }
        return text.isEmpty() ? null : MimeBundle.text(text);
    }

    private String show(String upTo) {
        List<String> signatures = analysis.documentation(upTo, upTo.length(), false).stream()
                .map(Documentation::signature)
                .distinct()
                .toList();
        if (signatures.isEmpty()) {
            return "";
        }
        String texts;
        synchronized (TEXTS) {
            texts = TEXTS.computeIfAbsent(signatures, none -> texts(upTo));
        }
        String first = String.join("\n", signatures);
        return texts.isEmpty() ? first : first + "\n\n" + texts;
    }

    private String texts(String upTo) {
        return analysis.documentation(upTo, upTo.length(), true).stream()
                .map(Documentation::javadoc)
                .filter(each -> each != null && !each.isBlank())
                .limit(MOST_DOCUMENTED)
                .map(Inspection::withoutTags)
                .collect(Collectors.joining("\n\n"));
    }

    private static String withoutTags(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link|linkplain|literal)\\s+([^}]*)}", "$1")
                .replaceAll("</?[a-zA-Z][^>]*>", "")
                .strip();
    }
}
