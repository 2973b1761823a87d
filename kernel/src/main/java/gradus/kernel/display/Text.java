package gradus.kernel.display;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * A value as plain text: like {@code toString}, but arrays by their elements, and long things shortened in the middle,
 * where they are least missed.
 */
final class Text {

    private static final int MOST_ELEMENTS = 100;
    private static final int SHOWN_AT_END = 3;
    private static final int MOST_CHARACTERS = 10_000;
    private static final int DEEPEST = 8;

    /** What JShell puts before the name of a class of a cell. */
    private static final Pattern OF_CELL = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$");

    private static final String ENGINE = "gradus.autograd.";

    private Text() {}

    static String of(Object value) {
        return shortened(of(value, 0));
    }

    /** A value that cannot be asked for its text. */
    static String failed(Object value, Throwable reason) {
        return typeName(value.getClass()) + " (cannot be shown: " + reason + ")";
    }

    /** The name of a class as its author wrote it; a class of the engine has its short name, as every cell may write it. */
    static String typeName(Class<?> type) {
        String name = OF_CELL.matcher(type.getTypeName()).replaceAll("");
        return name.startsWith(ENGINE)
                ? name.substring(name.lastIndexOf('.') + 1).replace('$', '.')
                : name;
    }

    static String shortened(String text) {
        return shortened(text, MOST_CHARACTERS);
    }

    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int half = text.offsetByCodePoints(0, Math.min(most / 2, text.codePointCount(0, text.length()) / 2));
        int tail = Math.max(half, text.length() - most / 10);
        if (Character.isLowSurrogate(text.charAt(tail))) {
            tail--;
        }
        return text.substring(0, half) + " … (" + (tail - half) + " characters left out) … " + text.substring(tail);
    }

    private static String of(@Nullable Object value, int depth) {
        if (value == null) {
            return "null";
        }
        if (depth == 0) {
            return whole(value, depth);
        }
        try {
            return whole(value, depth);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(value, e); // the others are shown all the same
        }
    }

    private static String whole(Object value, int depth) {
        if (depth > DEEPEST) {
            return "…"; // also where something contains itself
        }
        if (value.getClass().isArray()) {
            return array(value, depth);
        }
        if (value instanceof Collection<?> collection && isOfJdk(value)) {
            return list(collection.size(), collection.iterator(), "[", "]", depth);
        }
        if (value instanceof Map<?, ?> map && isOfJdk(value)) {
            return list(map.size(), map.entrySet().iterator(), "{", "}", depth);
        }
        if (value instanceof Map.Entry<?, ?> entry && isOfJdk(value)) {
            return of(entry.getKey(), depth) + "=" + of(entry.getValue(), depth);
        }
        if (value instanceof BaseStream<?, ?>) {
            return "a stream, not yet read; collect it with toList() or toArray() to see what it yields";
        }
        if (value instanceof Throwable thrown) {
            return causes(thrown);
        }
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? "Optional.empty" : "Optional[" + of(optional.get(), depth + 1) + "]";
        }
        if (Records.isRecord(value) && Records.hasPlainText(value)) {
            return record(value, depth);
        }
        if (value.getClass().getName().contains("$$Lambda")) {
            return "a lambda: " + typeName(value.getClass().getInterfaces()[0]);
        }
        return OF_CELL.matcher(String.valueOf(value.toString())).replaceAll("");
    }

    /** Only the JDK's collections are walked: one of the student's own may never end. */
    static boolean isOfJdk(Object value) {
        return value.getClass().getName().startsWith("java.util.");
    }

    /** With arrays by their elements, which the record itself would give as an address. */
    private static String record(Object value, int depth) {
        List<String> names = Records.names(value.getClass());
        List<@Nullable Object> values = Records.values(value);
        var parts = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            parts.add(names.get(i) + "=" + of(values.get(i), depth + 1));
        }
        return joined(parts, value.getClass().getSimpleName() + "[", "]", ", ");
    }

    private static String causes(Throwable thrown) {
        var lines = new ArrayList<String>();
        for (Throwable each = thrown; each != null && lines.size() < DEEPEST; each = each.getCause()) {
            lines.add((lines.isEmpty() ? "" : "Caused by: ") + each);
        }
        return String.join("\n", lines);
    }

    private static String array(Object array, int depth) {
        int length = Array.getLength(array);
        var parts = new ArrayList<String>();
        for (int i = 0; i < length; i++) {
            if (isLeftOut(i, length)) {
                parts.add(leftOut(length - SHOWN_AT_END));
                i = length - SHOWN_AT_END;
            }
            parts.add(of(Array.get(array, i), depth + 1));
        }
        boolean ofArrays = array.getClass().getComponentType().isArray();
        return joined(parts, "[", "]", ofArrays ? ",\n" + " ".repeat(depth + 1) : ", ");
    }

    private static String list(int size, Iterator<?> elements, String open, String close, int depth) {
        var parts = new ArrayList<String>();
        for (int i = 0; elements.hasNext(); i++) {
            Object next = elements.next();
            if (i < MOST_ELEMENTS || size <= MOST_ELEMENTS + SHOWN_AT_END) {
                parts.add(of(next, depth + 1));
            } else {
                parts.add(leftOut(size));
                break;
            }
        }
        return joined(parts, open, close, ", ");
    }

    private static boolean isLeftOut(int index, int length) {
        return index == MOST_ELEMENTS && length > MOST_ELEMENTS + SHOWN_AT_END;
    }

    private static String leftOut(int length) {
        return "… (" + (length - MOST_ELEMENTS) + " more)";
    }

    private static String joined(List<String> parts, String open, String close, String separator) {
        return open + String.join(separator, parts) + close;
    }
}
