package gradus.render;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import gradus.autograd.Excerpt;
import gradus.autograd.Names;
import gradus.autograd.Trace;
import gradus.autograd.Trace.TraceNode;
import gradus.autograd.Value;
import gradus.render.Frame.Writing;
import gradus.render.scene.Glyphs;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the script of the page needs, as JSON: {@code frames}, {@code nodes} and backward {@code steps} with their numbers,
 * and the {@code words} of the page.
 *
 * <p>A frame has t(itle), q(uestion), r(ule), d(etail), m(ood), v(alues) and g(radients) written, n(odes) and e(dges) at
 * work, the f(low) on the edge with its place, and in predict mode what is a(sked), see {@link Question}. A text with numbers in it is words and slots in turn, see {@link
 * Slot}; the script fills them, with the numbers of the trace or with its own.
 */
final class StepperData {

    /** Its own escaping for HTML would make six characters of every "=". */
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    /** The longest row of an array that is sent whole: what a slide has room for. */
    static final int LONGEST = 12;

    /** The words that the script says itself, by their names in the bundle without {@code page.}. */
    private static final String PAGE = "page.";

    private static final List<String> WORDS = List.of(
            "steps",
            "first",
            "back",
            "forward",
            "last",
            "play",
            "pause",
            "step",
            "of",
            "stepper",
            "jacobian",
            "equal",
            "unequal",
            "change",
            "reset",
            "close",
            "difference");

    /** The words that it says to answers. */
    private static final List<String> ANSWERS = List.of(
            "answer",
            "check",
            "show",
            "right",
            "shown",
            "rough",
            "unread",
            "score",
            "wrong",
            "wrong.sign",
            "wrong.operand",
            "wrong.op",
            "wrong.inverse",
            "wrong.assign",
            "wrong.before",
            "wrong.upstream",
            "wrong.local",
            "wrong.output",
            "wrong.input",
            "wrong.other",
            "wrong.path",
            "wrong.early");

    private final Trace trace;
    private final List<Frame> frames;
    private final boolean asks;
    private final PageProgram program;
    private final GraphScene scene;

    StepperData(Trace trace, List<Frame> frames, boolean asks, GraphScene scene) {
        this.asks = asks;
        program = program(trace, asks);
        this.trace = trace;
        this.frames = frames;
        this.scene = scene;
    }

    /** None where answers are asked for, since the page would compute them. */
    private static PageProgram program(Trace trace, boolean asks) {
        boolean skipped = trace.nodes().stream().anyMatch(n -> n.kind() == Trace.Kind.RESULT && n.op() == null);
        if (asks || skipped) {
            return new PageProgram(null, skipped ? Words.of("page.skipped") : "");
        }
        boolean failed = trace.nodes().stream().anyMatch(n -> trace.isFailed(n.id()));
        return failed ? new PageProgram(null, Words.of("page.failed")) : PageProgram.of(trace);
    }

    /** Whether the page can compute anew. */
    boolean hasProgram() {
        return program.json() != null;
    }

    String json() {
        var json = new JsonObject();
        json.add("frames", array(frames.stream().map(this::frame).toList()));
        json.add("nodes", array(trace.nodes().stream().map(this::node).toList()));
        json.addProperty("root", trace.root());
        json.add("seed", array(trace.seed()));
        json.add("steps", array(trace.backward().stream().map(this::step).toList()));
        if (program.json() == null) {
            json.addProperty("fixed", program.reason());
        } else {
            json.add("program", JsonParser.parseString(program.json()));
        }
        var words = new JsonObject();
        Stream.concat(WORDS.stream(), asks ? ANSWERS.stream() : Stream.empty())
                .forEach(word -> words.addProperty(word, Words.of(PAGE + word, "{0}", "{1}", "{2}")));
        words.addProperty("shape", Words.of("value.shape", "{0}"));
        if (asks) {
            words.addProperty("answers", Words.of("step.answers"));
        }
        json.add("words", words);
        // Without a "<" nothing in it can end the script element that it stands in.
        return GSON.toJson(json).replace("<", "\\u003c");
    }

    private JsonObject frame(Frame frame) {
        var json = new JsonObject();
        json.addProperty("t", frame.title());
        if (asks) {
            json.addProperty("q", frame.question());
        }
        json.add("r", array(frame.equation().stream().map(Phrase::json).toList()));
        json.add("d", frame.remark().json());
        json.addProperty("m", frame.mood().css());
        json.add("v", array(frame.values().stream().map(StepperData::writing).toList()));
        json.add("g", array(frame.gradients().stream().map(StepperData::writing).toList()));
        json.add("n", numbers(frame.nodes()));
        json.add("e", array(frame.edges().stream().map(JsonPrimitive::new).toList()));
        if (frame.step() != Frame.NO_STEP) {
            json.addProperty("k", frame.step());
        }
        if (!frame.flow().isEmpty()) {
            var at = scene.chipCentre(frame);
            json.add(
                    "f",
                    array(List.of(
                            frame.chip().json(),
                            new JsonPrimitive(Math.round(at.x())),
                            new JsonPrimitive(Math.round(at.y())),
                            new JsonPrimitive(Math.round(GraphScene.chipWidth(frame.flow()))))));
        }
        var question = asks ? Question.of(trace, frame) : null;
        if (question != null) {
            json.add("a", question.json());
        }
        return json;
    }

    private static JsonArray writing(Writing w) {
        return array(List.of(new JsonPrimitive(w.node()), w.phrase().json()));
    }

    /** A node: l(abel), b(ar), k(ind), p: its op, e: whether that is
     * elementwise, and x: what it computes of numbers, o(perands), a: what the op was told beside them, s(hape), v(alue). */
    private JsonObject node(TraceNode node) {
        var json = new JsonObject();
        json.addProperty("l", Written.label(node));
        json.addProperty("b", Names.bar(Glyphs.shorten(node.label(), Written.LONGEST_BAR)));
        json.addProperty("k", node.kind().name().substring(0, 1).toLowerCase(Locale.ROOT));
        if (node.op() != null) {
            json.addProperty("p", node.op().id());
            if (node.op().isElementwise()) {
                json.addProperty("e", 1);
                json.add("x", Substitution.of(trace, node).json());
            }
        }
        json.add("o", numbers(node.operands()));
        json.add("a", numbers(node.settings()));
        var shape = new JsonArray();
        for (int n : node.value().shape().axes()) {
            shape.add(n);
        }
        json.add("s", shape);
        json.add("v", array(node.value()));
        return json;
    }

    /** A contribution along an edge: n(ode), i: which operand, l(ocal gradient) or null, c(ontribution). */
    private JsonObject step(Trace.BackwardStep step) {
        var json = new JsonObject();
        json.addProperty("n", step.node());
        json.addProperty("i", step.operandIndex());
        json.add("l", step.local() == null ? JsonNull.INSTANCE : array(step.local()));
        json.add("c", array(step.contribution()));
        return json;
    }

    /** All elements; of a long array those that a table shows, as number of elements, places, and elements. */
    static JsonElement array(Value value) {
        var excerpt = Excerpt.ofTable(value.shape(), LONGEST);
        var shown = excerpt.of(value);
        var elements = new JsonArray();
        for (double x : shown) {
            elements.add(number(x));
        }
        if (shown.length == value.size()) {
            return elements;
        }
        var json = new JsonObject();
        json.addProperty("n", value.size());
        var places = new JsonArray();
        for (double k : excerpt.of(places(value))) {
            places.add((int) k);
        }
        json.add("at", places);
        json.add("v", elements);
        return json;
    }

    static Value places(Value value) {
        var places = new double[value.size()];
        java.util.Arrays.setAll(places, k -> k);
        return Fold.value(value, places);
    }

    /** JSON has no NaN and no ∞: they become strings that JavaScript's Number() reads. */
    static JsonElement number(double x) {
        if (!Double.isFinite(x)) {
            return new JsonPrimitive(Double.toString(x));
        }
        boolean whole = x == Math.rint(x) && Math.abs(x) < 1e15 && Double.doubleToRawLongBits(x) != 1L << 63;
        return whole ? new JsonPrimitive((long) x) : new JsonPrimitive(x);
    }

    private static JsonArray numbers(List<Integer> numbers) {
        return array(numbers.stream().map(JsonPrimitive::new).toList());
    }

    private static JsonArray array(List<? extends JsonElement> elements) {
        var all = new JsonArray();
        elements.forEach(all::add);
        return all;
    }
}
