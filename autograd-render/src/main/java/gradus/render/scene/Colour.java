package gradus.render.scene;

import java.awt.Color;

/**
 * The palette. Value and gradient are blue and vermilion of the palette of Okabe and Ito, darkened (light theme) or
 * lightened (dark theme) until letters in them reach a contrast of 4.5 : 1 on every ground that they stand on.
 */
public enum Colour {
    INK("i", "#1b1f24", "#f0f3f6"),
    MUTED("m", "#57606a", "#b1bac4"),
    VALUE("v", "#0a4f9e", "#8cc8ff"),
    GRADIENT("g", "#a8320a", "#ffab80"),
    CARD("c", "#ffffff", "#161b22"),
    RESULT("r", "#f1f3f5", "#2b323b"),
    INPUT("p", "#e3effb", "#16324f"),
    HOT("h", "#fff3c4", "#4a3c0c"),
    LINE("l", "#6e7781", "#8b949e");

    private final String key;
    private final String light;
    private final String dark;

    Colour(String key, String light, String dark) {
        this.key = key;
        this.light = light;
        this.dark = dark;
    }

    /** The colour in the light theme, which images have too. */
    public Color light() {
        return Color.decode(light);
    }

    /** The colour in the dark theme. */
    public Color dark() {
        return Color.decode(dark);
    }

    /** How a style sheet refers to it. */
    String css() {
        return "var(" + variable() + ")";
    }

    /** The CSS variable that holds it. */
    public String variable() {
        return "--g" + key;
    }

    /** All colours of one theme as CSS variables. */
    public static String variables(boolean darkTheme) {
        var css = new StringBuilder();
        for (var c : values()) {
            css.append("--g").append(c.key).append(':').append(darkTheme ? c.dark : c.light);
            css.append(';');
        }
        return css.toString();
    }
}
