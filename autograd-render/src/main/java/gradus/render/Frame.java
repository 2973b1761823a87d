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
 * @param equation the answer, with its numbers
 * @param remark what the answer rests on, such as a local gradient; may be empty
 * @param values what is written above nodes from now on
 * @param gradients what is written below nodes from now on
 * @param nodes the nodes at work
 * @param edges the edges at work, see {@link #edge}
 * @param chip what is written on the edge at work; may be empty
 * @param step which of the trace's backward steps it is, from 0; {@link #NO_STEP} for none
 */
record Frame(
        Mood mood,
        String title,
        String question,
        List<Phrase> equation,
        Phrase remark,
        List<Writing> values,
        List<Writing> gradients,
        List<Integer> nodes,
        List<String> edges,
        Phrase chip,
        int step) {

    static final int NO_STEP = -1;

    /** Text that is written to a node. */
    record Writing(int node, Phrase phrase) {
        Writing(int node, String text) {
            this(node, Phrase.of(text));
        }

        String text() {
            return phrase.text();
        }
    }

    Frame {
        equation = List.copyOf(equation);
        values = List.copyOf(values);
        gradients = List.copyOf(gradients);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** A frame whose texts stay as they are, whatever happens to the numbers. */
    Frame(
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
        this(
                mood,
                title,
                question,
                List.of(Phrase.of(rule)),
                Phrase.of(detail),
                values,
                gradients,
                nodes,
                edges,
                Phrase.of(flow),
                NO_STEP);
    }

    /** The answer in one line. */
    String rule() {
        return Phrase.equation(equation);
    }

    /** {@link #remark} as text. */
    String detail() {
        return remark.text();
    }

    /** {@link #chip} as text. */
    String flow() {
        return chip.text();
    }

    /** This frame, which also writes what these have written, and says so. */
    Frame after(List<Frame> untold, Phrase remark) {
        return new Frame(
                mood,
                title,
                question,
                equation,
                remark,
                java.util.stream.Stream.concat(untold.stream().flatMap(f -> f.values.stream()), values.stream())
                        .toList(),
                java.util.stream.Stream.concat(untold.stream().flatMap(f -> f.gradients.stream()), gradients.stream())
                        .toList(),
                nodes,
                edges,
                chip,
                step);
    }

    /** The name of the edge into an operand of a node. */
    static String edge(int node, int operand) {
        return node + "-" + operand;
    }
}
