package gradus.render;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a graph is drawn, beside what is in it.
 *
 * @param title what the drawing shows; null for what is said of a whole graph
 * @param roles the nodes that stand for something else than themselves
 * @param notes what is written on edges, by {@link Frame#edge}
 */
record Look(
        GraphStyle style,
        GraphDirection direction,
        @Nullable String title,
        Map<Integer, Role> roles,
        Map<String, String> notes) {

    /** What a drawing looks like that nobody has asked anything of. */
    static final Look PLAIN = new Look(GraphStyle.BOXES, GraphDirection.RIGHT, null, Map.of(), Map.of());

    Look {
        roles = Map.copyOf(roles);
        notes = Map.copyOf(notes);
    }

    /**
     * What a node stands for.
     *
     * @param remark the second line, such as how many nodes are in a group; may be empty
     */
    record Role(Kind kind, String remark) {}

    /** What a node can stand for. */
    enum Kind {
        /** Many nodes in one. */
        GROUP,
        /** A node of the graph around the part that is drawn. */
        OUTSIDE,
        /** Many of those, or many inputs. */
        BUNDLE,
        /** What is not drawn. */
        CUT,
        /** A result that the graph around the part uses. */
        OUTPUT
    }
}
