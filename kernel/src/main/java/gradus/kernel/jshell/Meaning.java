package gradus.kernel.jshell;

import gradus.kernel.source.DocText;
import java.util.List;

/**
 * What is known of a declaration.
 *
 * @param signature as JShell writes it
 * @param doc what its comment says; empty where there is none, or no source
 * @param rule of an op of the engine, a line each
 * @param source its text; empty where none is at hand
 * @param elsewhere where its documentation can be read; empty where it is here
 */
record Meaning(String signature, DocText doc, List<String> rule, String source, String elsewhere) {

    static Meaning of(String signature) {
        return new Meaning(signature, DocText.NOTHING, List.of(), "", "");
    }

    /** Whether it says of another signature what this one says. */
    boolean isSame(Meaning other) {
        return doc.equals(other.doc) && rule.equals(other.rule) && elsewhere.equals(other.elsewhere);
    }
}
