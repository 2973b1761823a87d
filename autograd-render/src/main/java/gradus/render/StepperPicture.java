package gradus.render;

import gradus.autograd.Trace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The drawing of a graph at every step of a computation. */
final class StepperPicture implements Picture {

    /** A notebook stays small: beyond this, only some of the steps of the list have an image. */
    static final int BYTES = 150_000;

    /** What stands around an image. */
    private static final int MARKUP = 300;

    private final Trace trace;
    private final List<Frame> frames;
    private final Steps steps;
    private final GraphScene scene;
    private final StepperData data;

    StepperPicture(Trace trace, List<Frame> frames) {
        this(trace, frames, Steps.ALL);
    }

    StepperPicture(Trace trace, List<Frame> frames, Steps steps) {
        this.trace = trace;
        this.steps = steps;
        this.frames = List.copyOf(frames);
        scene = new GraphScene(trace, frames);
        data = new StepperData(trace, this.frames, steps.asks(), scene);
    }

    String svg(int k) {
        return scene.scene(k).svg();
    }

    /** Only the last image becomes the drawing of the page, and needs what the script looks for. */
    private String image(int k) {
        var drawing = scene.scene(k);
        return Html.base64(k == frames.size() - 1 ? drawing.svg() : drawing.still());
    }

    List<Frame> frames() {
        return frames;
    }

    @Override
    public String html() {
        var images = new HashMap<Integer, String>();
        IntFunction<String> image = k -> images.computeIfAbsent(k, this::image);
        int room = BYTES - html(Map.of()).getBytes(StandardCharsets.UTF_8).length;
        var chosen = KeySteps.choose(frames.size(), k -> image.apply(k).length() + MARKUP + arrays(k), room);
        images.keySet().retainAll(chosen);
        chosen.forEach(k -> images.computeIfAbsent(k, this::image));
        return html(images);
    }

    /** The bytes of the arrays of a step, about. */
    private int arrays(int k) {
        return HeatTables.of(trace, frames.get(k)).toString().length() * 3;
    }

    private String html(Map<Integer, String> images) {
        var steps = new ArrayList<Map<String, Object>>();
        for (int k = 1; k < frames.size(); k++) {
            steps.add(step(k, images));
        }
        return Html.fill(
                "stepper.html",
                Map.of(
                        "title", scene.title(),
                        "alt", Html.attribute(scene.title()),
                        "start", frames.get(0).rule(),
                        "ask", Words.of("step.ask"),
                        "image", images.getOrDefault(0, ""),
                        "steps", steps,
                        "engine", data.hasProgram(),
                        "asks", this.steps.asks(),
                        "tables",
                                trace.nodes().stream().anyMatch(n -> !n.value().isScalar()),
                        "data", data.json()));
    }

    private Map<String, Object> step(int k, Map<Integer, String> images) {
        var frame = frames.get(k);
        var step = new HashMap<String, Object>();
        step.put("place", frame.title().substring(0, (frame.title() + ":").indexOf(':')));
        step.put("question", frame.question());
        step.put("rule", frame.rule());
        step.put("alt", Html.attribute(frame.rule()));
        step.put("detail", frame.detail());
        step.put("image", images.getOrDefault(k, ""));
        var arrays = images.containsKey(k) ? HeatTables.of(trace, frame) : List.of();
        step.put("arrays", arrays);
        step.put("hasArrays", !arrays.isEmpty());
        return step;
    }

    /** The last step; in predict mode the first, which tells no answer. */
    @Override
    public byte[] png() {
        var drawing = scene.scene(steps.asks() ? 0 : frames.size() - 1);
        return (steps.asks() ? drawing : Faults.captioned(drawing, trace)).png();
    }

    @Override
    public String text() {
        var text = new StringBuilder(scene.title()).append('\n');
        if (steps.asks()) {
            text(text, frame -> frame.question().isEmpty() ? frame.rule() : frame.question());
            text.append('\n').append(Words.of("step.answers")).append('\n');
        }
        text(text, frame -> frame.rule() + (frame.detail().isEmpty() ? "" : "   [" + frame.detail() + "]"));
        return text.toString();
    }

    private void text(StringBuilder text, Function<Frame, String> said) {
        for (int k = 0; k < frames.size(); k++) {
            var frame = frames.get(k);
            text.append(String.format(java.util.Locale.ROOT, "%3d  ", k)).append(frame.title());
            text.append("   ").append(said.apply(frame)).append('\n');
        }
    }
}
