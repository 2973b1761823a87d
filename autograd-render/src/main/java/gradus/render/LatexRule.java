package gradus.render;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A formula of the rule sheet, which is text, as LaTeX: its signs become commands, its words stay words.
 *
 * <p>Names of variables stand in it as {@link #place}s, so that whatever is in a name is not taken for a sign.
 */
final class LatexRule {

    private static final char FIRST = '\uE000';
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}(?: (?=\\p{L}))?|(?<= )\\p{L}(?= \\p{L}{2})");

    private LatexRule() {}

    /** What stands for name k in a formula. */
    static String place(int k) {
        return Character.toString((char) (FIRST + k));
    }

    /**
     * The formula as LaTeX.
     *
     * @param names the LaTeX of the names
     */
    static String of(String formula, List<String> names) {
        var text = Normalizer.normalize(formula, Normalizer.Form.NFC);
        var latex = new StringBuilder();
        var words = WORDS.matcher(text);
        int from = 0;
        while (words.find()) {
            signs(text.substring(from, words.start()), names, latex);
            word(words.group(), latex);
            from = words.end();
        }
        signs(text.substring(from), names, latex);
        return latex.toString();
    }

    private static void word(String word, StringBuilder latex) {
        switch (word) {
            case "ln", "exp", "sin", "cos", "tan", "tanh", "max", "min" ->
                latex.append('\\').append(word).append(' ');
            case "NaN" -> latex.append("\\mathrm{NaN}");
            default -> latex.append("\\text{").append(word).append('}');
        }
    }

    private static void signs(String text, List<String> names, StringBuilder latex) {
        boolean raised = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean raises = SUPERSCRIPTS.indexOf(c) >= 0 || c == '⁻' || c == 'ᵀ' || c == 'ʸ';
            if (raises != raised) {
                latex.append(raises ? "^{" : "}");
                raised = raises;
            }
            latex.append(c >= FIRST && c < FIRST + names.size() ? "{" + names.get(c - FIRST) + "}" : sign(c));
        }
        latex.append(raised ? "}" : "");
    }

    private static String sign(char c) {
        return switch (c) {
            case '−', '⁻' -> "-";
            case '·' -> " \\cdot ";
            case '⊙' -> " \\odot ";
            case 'Σ' -> "\\sum ";
            case '∏' -> "\\prod ";
            case '√' -> "\\sqrt{\\,}";
            case 'σ' -> "\\sigma";
            case '∂' -> "\\partial ";
            case '∞' -> "\\infty ";
            case '≠' -> "\\ne ";
            case '½' -> "\\tfrac{1}{2}";
            case 'ᵀ' -> "\\top ";
            case 'ʸ' -> "y";
            case ' ' -> "\\ ";
            default -> SUPERSCRIPTS.indexOf(c) >= 0 ? Integer.toString(SUPERSCRIPTS.indexOf(c)) : Latex.escaped(c);
        };
    }
}
