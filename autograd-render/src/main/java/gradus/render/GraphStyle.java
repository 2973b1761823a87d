package gradus.render;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the nodes of a graph are drawn. */
public enum GraphStyle {
    /** A box with op and name; the value above, the gradient below. */
    BOXES,
    /** Round ops; values above the wires and gradients below, as in the circuits of CS231n. */
    CIRCUIT,
    /** One record a node: op, name, value, gradient, in the manner of micrograd. */
    RECORD;

    /**
     * The style of this name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static GraphStyle named(String name) {
        return named(GraphStyle.class, "style", name);
    }

    static <E extends Enum<E>> E named(Class<E> type, String what, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + what + " " + name + "; these are: "
                        + Arrays.stream(type.getEnumConstants())
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
