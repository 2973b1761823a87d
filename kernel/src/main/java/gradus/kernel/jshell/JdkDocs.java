package gradus.kernel.jshell;

import gradus.kernel.source.DocText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** What the JDK says of signatures, if its sources are there; not every distribution of Linux installs them with it. */
final class JdkDocs {

    /**
     * By all signatures of a name. JShell reads the whole source of a class for each question, and the same name is asked
     * about again and again while somebody types in its parentheses.
     */
    private static final Map<List<String>, Map<String, DocText>> KNOWN = new Remembered<>();

    private final SourceCodeAnalysis analysis;
    private final List<String> signatures;
    private final String code;

    /**
     * The documentation of what JShell has found.
     *
     * @param code for which it gave these signatures
     */
    JdkDocs(SourceCodeAnalysis analysis, List<String> signatures, String code) {
        this.analysis = analysis;
        this.signatures = signatures;
        this.code = code;
    }

    DocText of(String signature) {
        Map<String, DocText> all = KNOWN.get(signatures);
        if (all == null) {
            all = read();
            KNOWN.put(signatures, all);
        }
        return all.getOrDefault(signature, DocText.NOTHING);
    }

    private Map<String, DocText> read() {
        var found = new HashMap<String, DocText>();
        for (Documentation each : analysis.documentation(code, code.length(), true)) {
            String comment = each.javadoc();
            if (comment != null && !comment.isBlank()) {
                found.put(each.signature(), DocText.of(comment));
            }
        }
        return found;
    }

    static boolean isOfJdk(Class<?> type) {
        return type.getModule().isNamed() && type.getModule().getName().startsWith("java.");
    }

    /** The page of a class in the documentation on the web. */
    static String address(Class<?> type) {
        String file = type.getCanonicalName().substring(type.getPackageName().length() + 1);
        return "https://docs.oracle.com/en/java/javase/%d/docs/api/%s/%s/%s.html"
                .formatted(
                        Runtime.version().feature(),
                        type.getModule().getName(),
                        type.getPackageName().replace('.', '/'),
                        file);
    }
}
