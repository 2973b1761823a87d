package gradus.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with places for numbers. Here they hold the numbers of the trace; a page, in which a leaf can be changed, puts
 * in others.
 *
 * @param parts words and numbers, in their order
 */
record Phrase(List<Part> parts) {

    /**
     * A piece of text.
     *
     * @param slot which number it is, see {@link Slot}; empty for words
     */
    record Part(String text, String slot) {}

    static final Phrase NONE = new Phrase(List.of());

    Phrase {
        parts = List.copyOf(parts);
    }

    /** Words alone. */
    static Phrase of(String text) {
        return text.isEmpty() ? NONE : new Phrase(List.of(new Part(text, "")));
    }

    /** A number alone. */
    static Phrase number(String slot, String text) {
        return new Phrase(List.of(new Part(text, slot)));
    }

    Phrase and(Phrase other) {
        var both = new ArrayList<>(parts);
        both.addAll(other.parts);
        return new Phrase(both);
    }

    Phrase and(String text) {
        return and(of(text));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** Phrases that are equal to each other, such as {@code v5 = −v4 = −1}; what was just said is not said twice. */
    static String equation(List<Phrase> sides) {
        var said = new ArrayList<String>();
        for (var side : sides) {
            var text = side.text();
            if (said.isEmpty() || !said.get(said.size() - 1).equals(text)) {
                said.add(text);
            }
        }
        return String.join(" = ", said);
    }

    /** A string for words; else words and slots in turn. */
    JsonElement json() {
        if (parts.stream().allMatch(p -> p.slot().isEmpty())) {
            return new JsonPrimitive(text());
        }
        var all = new JsonArray();
        var words = new StringBuilder();
        for (var part : parts) {
            if (part.slot().isEmpty()) {
                words.append(part.text());
            } else {
                all.add(words.toString());
                all.add(part.slot());
                words.setLength(0);
            }
        }
        if (words.length() > 0) {
            all.add(words.toString());
        }
        return all;
    }
}
