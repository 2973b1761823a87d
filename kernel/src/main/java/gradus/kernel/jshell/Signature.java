package gradus.kernel.jshell;

import gradus.kernel.source.JavaSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What JShell writes of a declaration, taken apart.
 *
 * @param kind what is declared
 * @param text as it was written, such as {@code Set<K> Map<K, V>.keySet()} or {@code x:int}
 * @param owner the class that declares it, without type arguments; empty for a type, and for what stands in no class
 * @param name of the type with those around it, of the member or variable
 * @param types of the parameters of a method or constructor, as {@link JavaSource#simple} writes them; of a variable its own
 */
record Signature(Kind kind, String text, String owner, String name, List<String> types) {

    enum Kind {
        TYPE,
        CONSTRUCTOR,
        METHOD,
        VARIABLE
    }

    private static final Pattern CALL =
            Pattern.compile("(?:(?<result>\\S+) )?(?:(?<owner>[\\w$.]+)\\.)?(?<name>[\\w$]+)\\((?<types>[^)]*)\\).*");
    private static final Pattern VARIABLE = Pattern.compile("(?:(?<owner>[\\w$.]+)\\.)?(?<name>[\\w$]+):(?<type>.*)");

    static Signature of(String text) {
        String bare = JavaSource.withoutTypeArguments(text);
        Matcher call = CALL.matcher(bare);
        if (call.matches()) {
            Kind kind = call.group("result") == null ? Kind.CONSTRUCTOR : Kind.METHOD;
            String owner = Objects.requireNonNullElse(call.group("owner"), "");
            return new Signature(kind, text, owner, call.group("name"), types(call.group("types")));
        }
        Matcher variable = VARIABLE.matcher(bare);
        if (variable.matches()) {
            String owner = Objects.requireNonNullElse(variable.group("owner"), "");
            return new Signature(Kind.VARIABLE, text, owner, variable.group("name"), List.of(variable.group("type")));
        }
        return new Signature(Kind.TYPE, text, "", bare, List.of());
    }

    /** An enum's constant is written as a class in a class would be. */
    Signature asConstant() {
        int dot = name.lastIndexOf('.');
        return new Signature(
                Kind.VARIABLE, text, name.substring(0, Math.max(dot, 0)), name.substring(dot + 1), List.of());
    }

    private static List<String> types(String parameters) {
        return parameters.isBlank()
                ? List.of()
                : Stream.of(parameters.split(","))
                        .map(String::strip)
                        .map(each -> each.contains(" ") ? each.substring(0, each.lastIndexOf(' ')) : each)
                        .map(JavaSource::simple)
                        .toList();
    }
}
