package gradus.kernel.session;

import java.util.Collections;
import java.util.List;

/**
 * Ways to go on from a place in the code.
 *
 * @param matches replacements for the text from {@code start} to {@code end}
 * @param types what each of them is, in the words of frontends: {@code class}, {@code function}, {@code magic}
 * @param start index into the code, in UTF-16 units as in Java strings
 * @param end likewise, exclusive
 */
public record Completion(List<String> matches, List<String> types, int start, int end) {

    public Completion {
        matches = List.copyOf(matches);
        types = List.copyOf(types);
    }

    /** Matches that are all of one type. */
    public Completion(List<String> matches, String type, int start, int end) {
        this(matches, Collections.nCopies(matches.size(), type), start, end);
    }

    public static Completion none(int cursor) {
        return new Completion(List.of(), List.of(), cursor, cursor);
    }

    /** The same in a text that has so many characters before it. */
    public Completion behind(int characters) {
        return new Completion(matches, types, start + characters, end + characters);
    }
}
