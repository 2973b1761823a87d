package gradus.kernel.jshell;

import gradus.kernel.source.Declaration;
import gradus.kernel.source.DocText;
import gradus.kernel.source.JavaSource;
import gradus.kernel.source.LibrarySources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what signatures mean: in the student's cells, in the sources of the engine, and in those of the JDK, where it has any.
 */
final class Meanings {

    /** The declarations of the cells that were asked about, by their text. */
    private static final Map<String, JavaSource> OF_CELLS = new Remembered<>();

    private final Shell shell;
    private final SessionClasses classes;
    private final JdkDocs jdk;

    /**
     * Meanings of what JShell has found.
     *
     * @param jdk documentation of the same signatures
     */
    Meanings(Shell shell, JdkDocs jdk) {
        this.shell = shell;
        this.classes = new SessionClasses(shell);
        this.jdk = jdk;
    }

    Meaning of(String text) {
        Signature signature = Signature.of(text);
        return switch (signature.kind()) {
            case TYPE -> ofType(signature);
            case CONSTRUCTOR -> ofMember(signature, classes.find(signature.name()));
            case METHOD ->
                signature.owner().isEmpty()
                        ? ofSnippet(signature)
                        : ofMember(signature, classes.find(signature.owner()));
            case VARIABLE ->
                signature.owner().isEmpty()
                        ? ofVariable(signature)
                        : ofMember(signature, classes.find(signature.owner()));
        };
    }

    private Meaning ofType(Signature signature) {
        Class<?> type = classes.find(signature.name());
        if (type == null) { // an enum's constant is written as a class in a class would be
            Signature constant = signature.asConstant();
            return ofMember(constant, classes.find(constant.owner()));
        }
        return meaning(signature, type, declaration(type));
    }

    private @Nullable Declaration declaration(Class<?> type) {
        JavaSource source = source(type);
        return source == null ? null : source.type(path(type));
    }

    private Meaning ofMember(Signature signature, @Nullable Class<?> owner) {
        if (owner == null) {
            return Meaning.of(signature.text());
        }
        Declaration found = null;
        List<Class<?>> places = signature.kind() == Signature.Kind.CONSTRUCTOR ? List.of(owner) : withSupertypes(owner);
        for (Class<?> each : places) {
            Declaration here = member(each, signature);
            found = found == null
                            || (found.doc().isEmpty()
                                    && here != null
                                    && !here.doc().isEmpty())
                    ? here
                    : found;
        }
        return meaning(signature, owner, found);
    }

    private @Nullable Declaration member(Class<?> type, Signature signature) {
        JavaSource source = source(type);
        if (source == null) {
            return null;
        }
        return signature.kind() == Signature.Kind.VARIABLE
                ? source.field(path(type), signature.name())
                : source.method(path(type), signature.name(), signature.types());
    }

    private Meaning meaning(Signature signature, Class<?> owner, @Nullable Declaration found) {
        List<String> rule = signature.kind() == Signature.Kind.METHOD ? OpRules.of(owner, signature) : List.of();
        if (found != null) {
            return new Meaning(signature.text(), found.doc(), rule, found.source(), "");
        }
        DocText doc = JdkDocs.isOfJdk(owner) ? jdk.of(signature.text()) : DocText.NOTHING;
        String elsewhere = doc.isEmpty() && JdkDocs.isOfJdk(owner) ? JdkDocs.address(owner) : "";
        return new Meaning(signature.text(), doc, rule, "", elsewhere);
    }

    /** A variable, with what its type is. */
    private Meaning ofVariable(Signature signature) {
        Meaning own = ofSnippet(signature);
        Class<?> type = classes.find(signature.types().get(0));
        Declaration found = type == null ? null : declaration(type);
        return found == null || !own.doc().isEmpty()
                ? own
                : new Meaning(own.signature(), found.doc(), List.of(), own.source(), "");
    }

    /** A method or variable that stands in no class. */
    private Meaning ofSnippet(Signature signature) {
        return shell.jshell()
                .snippets()
                .filter(each -> shell.jshell().status(each).isActive() && isNamed(each, signature))
                .map(each -> OF_CELLS.computeIfAbsent(each.source(), JavaSource::ofMembers))
                .flatMap(each -> Stream.ofNullable(
                        signature.kind() == Signature.Kind.METHOD
                                ? each.method("", signature.name(), signature.types())
                                : each.field("", signature.name())))
                .map(each -> new Meaning(signature.text(), each.doc(), List.of(), each.source(), ""))
                .findFirst()
                .orElse(Meaning.of(signature.text()));
    }

    private static boolean isNamed(Snippet snippet, Signature signature) {
        return signature.kind() == Signature.Kind.METHOD
                ? snippet instanceof MethodSnippet method && method.name().equals(signature.name())
                : snippet instanceof VarSnippet variable && variable.name().equals(signature.name());
    }

    private @Nullable JavaSource source(Class<?> type) {
        if (!Origins.isOfCell(type.getName())) {
            return LibrarySources.of(type).orElse(null);
        }
        String top = path(type).replaceFirst("\\..*", "");
        return shell.jshell()
                .types()
                .filter(each ->
                        each.name().equals(top) && shell.jshell().status(each).isActive())
                .map(TypeDeclSnippet::source)
                .map(each -> OF_CELLS.computeIfAbsent(each, JavaSource::of))
                .findFirst()
                .orElse(null);
    }

    /** Its name with those of the classes around it, but for the one that JShell puts around a cell's. */
    private static String path(Class<?> type) {
        var path = new StringBuilder(type.getSimpleName());
        for (Class<?> outer = type.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            if (outer.getEnclosingClass() != null || !Origins.isOfCell(outer.getName())) {
                path.insert(0, outer.getSimpleName() + ".");
            }
        }
        return path.toString();
    }

    private static List<Class<?>> withSupertypes(Class<?> type) {
        List<Class<?>> found = new ArrayList<>(List.of(type));
        for (int i = 0; i < found.size(); i++) {
            Stream.concat(
                            Stream.ofNullable(found.get(i).getSuperclass()),
                            Stream.of(found.get(i).getInterfaces()))
                    .filter(each -> !found.contains(each))
                    .forEach(found::add);
        }
        return found;
    }
}
