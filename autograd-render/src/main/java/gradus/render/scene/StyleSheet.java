package gradus.render.scene;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The CSS of a drawing: the inks that it uses, in every mood, with the light theme's colours as variables. */
final class StyleSheet {

    /** Fonts that have the letters of the formulas, on the systems they come with. */
    private static final String FONT = "\"Segoe UI\",\"Helvetica Neue\",Arial,\"DejaVu Sans\",sans-serif";

    private final Map<String, String> selectorsOf = new LinkedHashMap<>();

    private StyleSheet() {}

    static String of(Set<Ink> used) {
        var sheet = new StyleSheet();
        used.forEach(sheet::add);
        var css = new StringBuilder(".gradus-graph{").append(Colour.variables(false));
        css.append("font-family:").append(FONT).append('}');
        sheet.selectorsOf.forEach((rule, selectors) ->
                css.append(selectors).append('{').append(rule).append('}'));
        return css.toString();
    }

    private void add(Ink ink) {
        var calm = ink.rule(Mood.CALM);
        rule(calm + ink.letters() + (ink.dashed() ? "stroke-dasharray:5 3;" : ""), "." + ink.css());
        for (var mood : new Mood[] {Mood.FORWARD, Mood.BACKWARD}) {
            var rule = ink.rule(mood);
            if (!rule.equals(calm)) {
                rule(rule, "." + mood.css() + " ." + ink.css());
            }
        }
    }

    /** Inks with the same style share a rule. */
    private void rule(String rule, String selector) {
        selectorsOf.merge(rule.substring(0, rule.length() - 1), selector, (a, b) -> a + "," + b);
    }
}
