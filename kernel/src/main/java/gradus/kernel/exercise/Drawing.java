package gradus.kernel.exercise;

import gradus.autograd.OwnGraph;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Handover;
import gradus.kernel.session.Session;
import gradus.render.Graph;
import gradus.render.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a student's own nodes out of a cell, to draw them. */
public final class Drawing {

    /** A student's code that gives its nodes, the result last. */
    @FunctionalInterface
    public interface Nodes {

        /** The nodes of a case. */
        Object[] of(double... in) throws Throwable;
    }

    private final double[] in;
    private @Nullable List<Object> nodes;

    private Drawing(double[] in) {
        this.in = in;
    }

    /** Computes the nodes. */
    public void run(Nodes code) throws Throwable {
        nodes = new ArrayList<>(Arrays.asList(code.of(in.clone())));
    }

    /** The graph with what is wrong in it marked; none where it cannot be read. */
    static List<Picture> of(Session session, Exercise exercise, double[] in) throws CellFailure {
        var drawing = new Drawing(in);
        String key = Handover.put(drawing);
        try {
            session.eval("((gradus.kernel.exercise.Drawing) gradus.kernel.session.Handover.take(\"" + key + "\")).run("
                    + exercise.drawing() + ");");
            List<Object> nodes = drawing.nodes;
            if (nodes == null || nodes.isEmpty()) {
                return List.of();
            }
            var names = new LinkedHashMap<String, @Nullable Object>();
            for (int i = 0; i + 1 < nodes.size(); i++) {
                names.put(exercise.drawn().get(i), nodes.get(i));
            }
            names.put("L", nodes.get(nodes.size() - 1));
            return List.of(
                    Graph.of(OwnGraph.of(nodes.get(nodes.size() - 1), names).root()));
        } catch (CellFailure e) {
            if (e.report().name().equals("Interrupted")) {
                throw e;
            }
            return List.of(); // the verdict says what is wrong; a graph that cannot be read adds nothing
        } catch (IllegalArgumentException e) {
            return List.of();
        } finally {
            Handover.forget(key);
        }
    }
}
