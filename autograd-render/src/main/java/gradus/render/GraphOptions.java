package gradus.render;

import gradus.autograd.GradientPaths;
import org.jspecify.annotations.Nullable;

/**
 * How a graph is to be drawn. Start from {@link #DEFAULT}, and change what is to be otherwise:
 *
 * <pre>{@code
 * var x = new Var(3, "x");
 * var y = x.mul(x).add(x).named("y");
 * Graph.of(y, GraphOptions.DEFAULT.style(GraphStyle.CIRCUIT).direction(GraphDirection.DOWN));
 * Graph.of(y, GraphOptions.DEFAULT.paths(GradientPaths.of(y, x)));
 * }</pre>
 *
 * @param style how nodes are drawn
 * @param direction in which values flow
 * @param depth how many edges from the result what is drawn may lie; what lies beyond is counted
 * @param groups whether scopes, such as layers, are drawn as one node each, which opens on a click; and long
 *     computations in blocks
 * @param paths the paths to be marked, in the same graph; null for none
 */
public record GraphOptions(
        GraphStyle style,
        GraphDirection direction,
        int depth,
        boolean groups,
        @Nullable GradientPaths paths) {

    /** Boxes, from left to right, all of it, groups closed. */
    public static final GraphOptions DEFAULT =
            new GraphOptions(GraphStyle.BOXES, GraphDirection.RIGHT, Integer.MAX_VALUE, true, null);

    /** @throws IllegalArgumentException if the depth is less than 1 */
    public GraphOptions {
        if (depth < 1) {
            throw new IllegalArgumentException("a graph is drawn to a depth of 1 or more edges, and not " + depth);
        }
    }

    /** With this style. */
    public GraphOptions style(GraphStyle other) {
        return new GraphOptions(other, direction, depth, groups, paths);
    }

    /** With this direction. */
    public GraphOptions direction(GraphDirection other) {
        return new GraphOptions(style, other, depth, groups, paths);
    }

    /** With no more than this depth. */
    public GraphOptions depth(int other) {
        return new GraphOptions(style, direction, other, groups, paths);
    }

    /** With groups closed, or with all nodes drawn. */
    public GraphOptions groups(boolean closed) {
        return new GraphOptions(style, direction, depth, closed, paths);
    }

    /** With these paths marked. */
    public GraphOptions paths(@Nullable GradientPaths marked) {
        return new GraphOptions(style, direction, depth, groups, marked);
    }
}
