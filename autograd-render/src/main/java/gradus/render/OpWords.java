package gradus.render;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What ops say in words, such as {@code x̄ += z̄ for every element}, in the language of the pictures. The catalogue of ops
 * knows English alone: a phrase is found by the English bundle, and told by the chosen one.
 */
final class OpWords {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final String ADDED = " += ";

    // What fits more exactly comes first.
    private static final List<String> KEYS = List.of(
            "rule.every",
            "rule.largest",
            "rule.smallest",
            "rule.reshape",
            "rule.stretch",
            "rule.stretched",
            "rule.place",
            "rule.slice",
            "rule.rows",
            "rule.selected",
            "rule.part",
            "rule.element",
            "rule.custom");

    private OpWords() {}

    /** A formula {@code x̄ += …} of a backward step. */
    static String of(String formula) {
        int at = formula.indexOf(ADDED) + ADDED.length();
        return at < ADDED.length() ? formula : formula.substring(0, at) + product(formula.substring(at));
    }

    private static String product(String product) {
        for (var key : KEYS) {
            var found = english(key).matcher(product);
            if (found.matches()) {
                return Words.of(
                        key,
                        IntStream.rangeClosed(1, found.groupCount())
                                .mapToObj(found::group)
                                .toArray());
            }
        }
        return product;
    }

    private static Pattern english(String key) {
        var parts = Stream.of(PLACE.split(Words.english(key), -1)).map(Pattern::quote);
        return Pattern.compile(String.join("(.+)", parts.toList()));
    }
}
