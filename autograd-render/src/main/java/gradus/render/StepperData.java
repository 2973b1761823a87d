package gradus.render;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.render.Frame.Writing;
import gradus.render.scene.Mood;
import java.util.List;

/**
 * The frames as JSON for the script of the page: an array of objects with t(itle), r(ule), d(etail), m(ood), v(alues) and
 * g(radients) written, n(odes) and e(dges) at work, and the f(low) on the edge with its place.
 */
final class StepperData {

    /** Its own escaping for HTML would make six characters of every "=". */
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private StepperData() {}

    static String json(List<Frame> frames, GraphScene scene) {
        var all = new JsonArray();
        frames.forEach(frame -> all.add(object(frame, scene)));
        // Without a "<" nothing in it can end the script element that it stands in.
        return GSON.toJson(all).replace("<", "\\u003c");
    }

    private static JsonObject object(Frame frame, GraphScene scene) {
        var json = new JsonObject();
        json.addProperty("t", frame.title());
        json.addProperty("r", frame.rule());
        json.addProperty("d", frame.detail());
        json.addProperty("m", frame.mood() == Mood.CALM ? "" : frame.mood().css());
        json.add("v", writings(frame.values()));
        json.add("g", writings(frame.gradients()));
        var nodes = new JsonArray();
        frame.nodes().forEach(nodes::add);
        json.add("n", nodes);
        var edges = new JsonArray();
        frame.edges().forEach(edges::add);
        json.add("e", edges);
        if (!frame.flow().isEmpty()) {
            var at = scene.chipCentre(frame);
            var flow = new JsonArray();
            flow.add(frame.flow());
            flow.add(Math.round(at.x()));
            flow.add(Math.round(at.y()));
            flow.add(Math.round(GraphScene.chipWidth(frame.flow())));
            json.add("f", flow);
        }
        return json;
    }

    private static JsonArray writings(List<Writing> writings) {
        var all = new JsonArray();
        for (var w : writings) {
            var pair = new JsonArray();
            pair.add(w.node());
            pair.add(w.text());
            all.add(pair);
        }
        return all;
    }
}
