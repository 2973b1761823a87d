package gradus.kernel.session;

import java.util.List;

/**
 * Ways to go on from a place in the code.
 *
 * @param matches replacements for the text from {@code start} to {@code end}
 * @param start index into the code, in UTF-16 units as in Java strings
 * @param end likewise, exclusive
 */
public record Completion(List<String> matches, int start, int end) {

    public Completion {
        matches = List.copyOf(matches);
    }

    public static Completion none(int cursor) {
        return new Completion(List.of(), cursor, cursor);
    }
}
