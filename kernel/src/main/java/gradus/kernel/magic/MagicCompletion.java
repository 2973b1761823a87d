package gradus.kernel.magic;

import gradus.kernel.session.Completion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Completion of the names of magics and of their options. */
public final class MagicCompletion {

    private static final Pattern NAME = Pattern.compile("\\s*(%%?\\w*)");
    private static final Pattern OPTION = Pattern.compile("\\s*(%%?\\w+)\\s(?:.*\\s)?(--?[\\w-]*)");

    private static final Pattern ARGUMENT = Pattern.compile("\\s*(%%?\\w+)\\s(?:.*\\s)?(\\S*)");

    private MagicCompletion() {}

    /** Ways to go on from the cursor, if that is in the name or an option of a magic; null if it is in Java. */
    public static @Nullable Completion at(String code, int cursor) {
        int lineStart = code.lastIndexOf('\n', cursor - 1) + 1;
        String line = code.substring(lineStart, cursor);
        Matcher name = NAME.matcher(line);
        if (name.matches() && name.group(1).startsWith("%")) {
            return completion(Magics.all().stream().map(Magic::name).toList(), name.group(1), "magic", cursor);
        }
        Matcher option = OPTION.matcher(line);
        Magic magic = option.matches() ? Magics.find(option.group(1)) : null;
        return magic == null
                ? argument(line, cursor)
                : completion(Magics.options(magic), option.group(2), "param", cursor);
    }

    private static @Nullable Completion argument(String line, int cursor) {
        Matcher argument = ARGUMENT.matcher(line);
        Magic magic = argument.matches() ? Magics.find(argument.group(1)) : null;
        List<String> found = magic == null ? List.of() : magic.completions(argument.group(2));
        return found.isEmpty()
                ? null
                : completion(found, argument.group(2), found.get(0).startsWith("%") ? "magic" : "path", cursor);
    }

    private static Completion completion(List<String> all, String prefix, String type, int cursor) {
        List<String> matches =
                all.stream().filter(each -> each.startsWith(prefix)).toList();
        return new Completion(matches, type, cursor - prefix.length(), cursor);
    }
}
