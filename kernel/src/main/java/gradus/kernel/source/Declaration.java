package gradus.kernel.source;

import java.util.List;

/**
 * A declaration in a source.
 *
 * @param owner the classes around it, joined by dots; empty for none
 * @param name of the class, method or variable; that of its class for a constructor
 * @param parameters the types of a method's parameters, without packages and type arguments
 * @param doc what its comment says
 * @param source its text, without the comment
 */
public record Declaration(String owner, String name, Kind kind, List<String> parameters, DocText doc, String source) {

    enum Kind {
        TYPE,
        METHOD,
        FIELD
    }

    /** The same without the class around all others. */
    Declaration outOf(String wrapper) {
        String left = owner.equals(wrapper) ? "" : owner.substring(wrapper.length() + 1);
        return new Declaration(left, name, kind, parameters, doc, source);
    }

    boolean isType() {
        return kind == Kind.TYPE;
    }

    boolean isMethod() {
        return kind == Kind.METHOD;
    }

    boolean isField() {
        return kind == Kind.FIELD;
    }
}
