package gradus.kernel.hint;

import gradus.kernel.hint.Tokens.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler objects to.
 *
 * @param code the compiler's own key, such as {@code compiler.err.cant.resolve}
 * @param message in English, with names as the student writes them
 * @param source the snippet
 * @param at index in it of the place that the compiler marks
 */
public record Mistake(String code, String message, String source, int at, Scope scope) {

    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) ([^\\s(]+)(\\(.*\\))?");
    private static final Pattern TYPE = Pattern.compile("location: +variable \\S+ of type (.+)");
    private static final Pattern PLACE = Pattern.compile("location: +(?:class|interface|enum|record) (\\S.*)");

    /** Whether the compiler's key has this end. */
    boolean is(String... ends) {
        for (String each : ends) {
            if (code.endsWith(".err." + each) || code.endsWith(".error." + each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name is not known at all. */
    boolean isUnknownName() {
        return code.startsWith("compiler.err.cant.resolve");
    }

    /** The unknown name. */
    String name() {
        return group(SYMBOL, 2);
    }

    /** What it should be: {@code variable}, {@code method} or {@code class}. */
    String kind() {
        return group(SYMBOL, 1);
    }

    /** The type of the value, or the class, before the dot; empty where there is none. */
    String owner() {
        return group(TYPE, 1) + group(PLACE, 1);
    }

    /** What stands behind the dot: of the class, and of its objects. */
    Set<String> members() {
        return members(owner());
    }

    Set<String> members(String type) {
        var all = new LinkedHashSet<>(scope.members(type, false));
        all.addAll(scope.members(type, true));
        return all;
    }

    /** Parts of the message that a pattern finds; null where it finds nothing. */
    @Nullable
    Matcher find(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(message);
        return found.find() ? found : null;
    }

    private String group(Pattern pattern, int group) {
        Matcher found = pattern.matcher(message);
        return found.find() ? found.group(group).strip() : "";
    }

    /** The line with the marked place. */
    String line() {
        int end = source.indexOf('\n', at);
        return source.substring(source.lastIndexOf('\n', at - 1) + 1, end < 0 ? source.length() : end);
    }

    String before() {
        return source.substring(0, at);
    }

    String after() {
        return source.substring(Math.min(at, source.length()));
    }

    /** Words and signs of the whole snippet. */
    List<Token> tokens() {
        return Tokens.of(source);
    }

    /** The operand that ends before a place. */
    String left(int end) {
        return Operands.left(source, end);
    }

    /** The operand that begins behind a place. */
    String right(int start) {
        return Operands.right(source, start);
    }
}
