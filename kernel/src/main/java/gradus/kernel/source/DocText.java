package gradus.kernel.source;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.util.DocTrees;

/**
 * A documentation comment, for people.
 *
 * @param plain for a terminal: paragraphs are lines with an empty one between them
 * @param html of a few elements, without attributes
 */
public record DocText(String plain, String html) {

    public static final DocText NOTHING = new DocText("", "");

    static DocText of(DocCommentTree comment, DocTrees trees) {
        return new DocWriter(trees).write(comment);
    }

    /** What a comment says; its text is given without the stars. */
    public static DocText of(String comment) {
        String unit = "/**\n" + comment.replace("*/", "*&#47;") + "\n*/ class Commented {}";
        return JavaSource.of(unit).entries().stream()
                .map(Declaration::doc)
                .findFirst()
                .orElse(NOTHING);
    }

    public boolean isEmpty() {
        return plain.isEmpty();
    }
}
