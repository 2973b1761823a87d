package gradus.render;

import gradus.render.scene.Mood;
import java.util.List;

/**
 * One moment of a computation: what is said about it, and what it changes in the drawing. What the drawing shows at
 * moment k is what frames 0 to k have written, the later over the earlier, and nothing else.
 *
 * @param mood whether values flow forward or gradients back
 * @param title where we are, such as {@code Backward (2): v2 → x1}
 * @param question what a class is asked before it is shown, such as {@code v1 = a · x2 = ?}
 * @param rule the answer, with its numbers
 * @param detail what the rule rests on, such as a local gradient; may be empty
 * @param values what is written above nodes from now on
 * @param gradients what is written below nodes from now on
 * @param nodes the nodes at work
 * @param edges the edges at work, see {@link #edge}
 * @param flow what is written on the edge at work; may be empty
 */
record Frame(
        Mood mood,
        String title,
        String question,
        String rule,
        String detail,
        List<Writing> values,
        List<Writing> gradients,
        List<Integer> nodes,
        List<String> edges,
        String flow) {

    /** Text that is written to a node. */
    record Writing(int node, String text) {}

    Frame {
        values = List.copyOf(values);
        gradients = List.copyOf(gradients);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** The name of the edge into an operand of a node. */
    static String edge(int node, int operand) {
        return node + "-" + operand;
    }
}
