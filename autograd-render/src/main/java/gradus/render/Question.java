package gradus.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.autograd.Excerpt;
import gradus.autograd.Names;
import gradus.autograd.Trace;
import gradus.autograd.Trace.TraceNode;
import gradus.autograd.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked at a frame in predict mode: one number. Of an array it is the element of the largest size, since any
 * other may be 0, which says little.
 *
 * @param node whose number it is
 * @param gradient whether its adjoint is asked for, after the contribution of this frame; else its value
 * @param element which element
 * @param label what is asked for, such as {@code x̄} or {@code v1[0]}
 * @param answer the number
 * @param mistakes what an answer that is not right may be instead
 */
record Question(int node, boolean gradient, int element, String label, double answer, List<Mistake> mistakes) {

    /**
     * A number that a known mistake leads to.
     *
     * @param key its name in the bundle of words, without {@code page.wrong.}
     * @param detail what stands for {0} in the words
     */
    record Mistake(String key, double value, String detail) {}

    Question {
        mistakes = List.copyOf(mistakes);
    }

    /** The question at a frame; null where there is nothing to ask. */
    static @Nullable Question of(Trace trace, Frame frame) {
        if (frame.nodes().isEmpty() || frame.question().isEmpty()) {
            return null;
        }
        var node = trace.node(frame.nodes().get(0));
        if (frame.step() != Frame.NO_STEP) {
            var step = trace.backward().get(frame.step());
            int k = element(step.after());
            boolean fold = trace.node(step.node()).op() == null;
            return fold ? null : of(node, true, step.after(), k, Mistakes.backward(trace, frame.step(), k));
        }
        if (!frame.gradients().isEmpty() && node.id() == trace.root()) {
            return of(node, true, trace.seed(), 0, List.of());
        }
        int k = element(node.value());
        return node.op() == null || frame.values().isEmpty()
                ? null
                : of(node, false, node.value(), k, Mistakes.forward(trace, node, k));
    }

    private static Question of(TraceNode node, boolean gradient, Value value, int k, List<Mistake> mistakes) {
        var label = gradient ? Names.bar(node.label()) : node.label();
        return new Question(node.id(), gradient, k, label + place(value, k), value.element(k), mistakes);
    }

    private static int element(Value value) {
        var excerpt = Excerpt.ofTable(value.shape(), StepperData.LONGEST);
        int best = 0;
        for (double place : excerpt.of(StepperData.places(value))) {
            int k = (int) place;
            best = Math.abs(value.element(k)) > Math.abs(value.element(best)) ? k : best;
        }
        return best;
    }

    private static String place(Value value, int k) {
        var axes = value.shape().axes();
        if (axes.length == 0) {
            return "";
        }
        var index = new String[axes.length];
        int rest = k;
        for (int axis = axes.length - 1; axis >= 0; axis--) {
            index[axis] = Integer.toString(rest % axes[axis]);
            rest /= axes[axis];
        }
        return "[" + String.join(", ", index) + "]";
    }

    JsonObject json() {
        var json = new JsonObject();
        json.addProperty("n", node);
        json.addProperty("k", gradient ? "g" : "v");
        json.addProperty("i", element);
        json.addProperty("w", label);
        json.add("x", StepperData.number(answer));
        var all = new JsonArray();
        for (var mistake : mistakes) {
            var one = new JsonArray();
            one.add(mistake.key());
            one.add(StepperData.number(mistake.value()));
            one.add(mistake.detail());
            all.add(one);
        }
        json.add("m", all);
        return json;
    }
}
