package gradus.render.chart;

import gradus.render.scene.Colour;
import java.awt.Color;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The palette of charts: that of the graphs, and two colours more, so that a chart of four lines has four. */
public enum Hue {
    INK(Colour.INK),
    MUTED(Colour.MUTED),
    LINE(Colour.LINE),
    CARD(Colour.CARD),
    VALUE(Colour.VALUE),
    GRADIENT(Colour.GRADIENT),
    GREEN("--g1", "#00664b", "#5fd3ae"),
    PURPLE("--g2", "#7a2f84", "#e0aef0");

    private final String variable;
    private final Color light;
    private final Color dark;
    private final boolean own;

    Hue(Colour shared) {
        this.variable = shared.variable();
        this.light = shared.light();
        this.dark = shared.dark();
        this.own = false;
    }

    Hue(String variable, String light, String dark) {
        this.variable = variable;
        this.light = Color.decode(light);
        this.dark = Color.decode(dark);
        this.own = true;
    }

    /** The colour in the light theme: the one that is drawn with, and known by. */
    public Color light() {
        return light;
    }

    /** The colour in the dark theme. */
    public Color dark() {
        return dark;
    }

    /** The colour in the light theme, more or less transparent: on any ground a tint of it. */
    public Color tint(double alpha) {
        return new Color(light.getRed(), light.getGreen(), light.getBlue(), (int) Math.round(255 * alpha));
    }

    /** How a style sheet refers to it. */
    String css() {
        return "var(" + variable + ")";
    }

    /** A word for it in the names of classes. */
    String key() {
        return variable.substring(3);
    }

    /** The hue that was drawn with; null for a colour that is not of the palette. */
    static @Nullable Hue of(Color colour) {
        int rgb = colour.getRGB() & 0xFFFFFF;
        for (var hue : values()) {
            if ((hue.light.getRGB() & 0xFFFFFF) == rgb) {
                return hue;
            }
        }
        return null;
    }

    /** All colours of one theme as CSS variables, those of the graphs among them. */
    public static String variables(boolean darkTheme) {
        return Arrays.stream(values())
                .filter(hue -> hue.own)
                .map(hue -> String.format(
                        "%s:#%06x;", hue.variable, (darkTheme ? hue.dark : hue.light).getRGB() & 0xFFFFFF))
                .collect(Collectors.joining("", Colour.variables(darkTheme), ""));
    }
}
