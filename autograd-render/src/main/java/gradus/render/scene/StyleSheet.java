package gradus.render.scene;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The CSS of a drawing: the inks that it uses, in the moods that it needs, with the light theme's colours as variables. */
final class StyleSheet {

    /** Fonts that have the letters of the formulas, on the systems they come with. */
    static final String FONT = "\"Segoe UI\",\"Helvetica Neue\",Arial,\"DejaVu Sans\",sans-serif";

    private final Map<Ink, Set<Mood>> used = new EnumMap<>(Ink.class);

    void use(Ink ink, Mood mood) {
        used.computeIfAbsent(ink, i -> EnumSet.of(Mood.CALM)).add(mood);
    }

    String css() {
        var selectors = new LinkedHashMap<String, String>();
        used.forEach((ink, moods) -> moods.forEach(mood -> add(selectors, ink, mood)));
        var css = new StringBuilder(".gradus-graph{").append(Colour.variables(false));
        css.append("font-family:").append(FONT).append('}');
        selectors.forEach((rule, selector) -> css.append(selector)
                .append('{')
                .append(rule, 0, rule.length() - 1)
                .append('}'));
        return css.toString();
    }

    /** Inks with the same style share a rule. */
    private static void add(Map<String, String> selectors, Ink ink, Mood mood) {
        var rule = ink.rule(mood);
        boolean calm = mood == Mood.CALM;
        if (calm || !rule.equals(ink.rule(Mood.CALM))) {
            selectors.merge(
                    calm ? rule + ink.letters() + (ink.dashed() ? "stroke-dasharray:5 3;" : "") : rule,
                    (calm ? "" : "." + mood.css() + " ") + "." + ink.css(),
                    (a, b) -> a + "," + b);
        }
    }
}
