package gradus.kernel.jshell;

import gradus.kernel.hint.Tokens;
import gradus.kernel.session.MimeBundle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.jspecify.annotations.Nullable;

/** What is known of the name at the cursor, or of the call that it stands in: signatures, documentation, source. */
final class Inspection {

    private static final Pattern MEMBER = Pattern.compile("([\\p{L}\\p{N}_$.]+)\\.([\\p{L}\\p{N}_$]+)");

    private final Shell shell;
    private final SourceCodeAnalysis analysis;

    Inspection(Shell shell) {
        this.shell = shell;
        this.analysis = shell.analysis();
    }

    /**
     * The page of a name.
     *
     * @param detail with 1, the source is shown as well, where it is at hand
     * @return null where nothing is known
     */
    @Nullable
    MimeBundle at(String code, int cursor, int detail) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        int start = new Snippets(analysis).startOfLast(code.substring(0, end));
        for (String each : questions(code.substring(start, end))) {
            List<String> signatures = signatures(each);
            if (!signatures.isEmpty()) {
                var meanings = new Meanings(shell, new JdkDocs(analysis, signatures, each));
                return new MeaningPage(detail > 0)
                        .of(signatures.stream().map(meanings::of).toList());
            }
        }
        return null;
    }

    /** What to ask JShell, until it knows something: about a text it explains what stands at its end. */
    private static List<String> questions(String upTo) {
        if (upTo.isBlank()) {
            return List.of();
        }
        List<String> questions = new ArrayList<>(List.of(upTo, upTo + "(")); // the name of a call
        Matcher member = MEMBER.matcher(upTo.strip());
        if (member.matches()) { // of an object, asked about by its class
            String ofObject = "((" + member.group(1) + ") null)." + member.group(2);
            questions.addAll(List.of(ofObject + "(", ofObject));
        }
        int open = openCall(upTo);
        if (open > 0) {
            questions.add(upTo.substring(0, open + 1));
        }
        return questions;
    }

    /** Where the innermost parenthesis opens that is not closed; −1 where all are. */
    private static int openCall(String code) {
        Deque<Integer> open = new ArrayDeque<>();
        for (Tokens.Token each : Tokens.of(code)) {
            if (each.depth() > 0) {
                open.push(each.isOneOf("(") ? each.at() : -1);
            } else if (each.depth() < 0 && !open.isEmpty()) {
                open.pop();
            }
        }
        return open.isEmpty() ? -1 : open.peek();
    }

    private List<String> signatures(String code) {
        Stream<Documentation> found = analysis.documentation(code, code.length(), false).stream();
        return found.map(Documentation::signature).distinct().toList();
    }
}
