package gradus.render;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import gradus.autograd.ArrayOp;
import gradus.autograd.Op;
import gradus.autograd.Shape;
import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.autograd.Value;
import gradus.render.code.Moves;
import gradus.render.code.PageFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trace as a program that a page can run again on other inputs: {@code engine(program)} of {@code page-engine.js}. What
 * it computes with is written from the {@link gradus.autograd.Code} of the ops; only those that it needs are in it.
 *
 * <p>The JSON has {@code f}, the functions: v(alue), g(radients) and whether these are l(ocal); {@code nodes}: v(alues) of
 * a leaf, or of a result its o(p), a number in f, its operands a, whether they are taken c(ombined) into one array, its
 * number of elements m, and the {@link gradus.autograd.Lines} l or the {@link Moves} t with s for "added"; {@code leaves};
 * {@code steps}, the node and the number of its operand; {@code root} and {@code seed}.
 *
 * @param json the program; null if there is none
 * @param reason why there is none, for the reader; else empty
 */
record PageProgram(@Nullable String json, String reason) {

    /** Elements of all nodes, which a page computes in less than a frame of a film. */
    static final int MOST_ELEMENTS = 10_000;

    /** A stepper is to stay small enough for a notebook that is sent by mail. */
    static final int MOST_CHARACTERS = 40_000;

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    static PageProgram of(Trace trace) {
        var catalogue = Op.catalogue();
        for (var node : trace.nodes()) {
            if (node.op() != null && !catalogue.contains(node.op())) {
                return new PageProgram(null, Words.of("page.unknown", node.op().id()));
            }
        }
        long elements =
                trace.nodes().stream().mapToLong(node -> node.value().size()).sum();
        if (elements > MOST_ELEMENTS) {
            return tooLarge(elements);
        }
        // Without a "<" nothing in it can end the script element that it stands in.
        var json = GSON.toJson(new Writer(trace).program()).replace("<", "\\u003c");
        return json.length() > MOST_CHARACTERS ? tooLarge(elements) : new PageProgram(json, "");
    }

    private static PageProgram tooLarge(long elements) {
        return new PageProgram(null, Words.of("page.large", elements));
    }

    /** Puts one program together. */
    private static final class Writer {

        private final Trace trace;
        private final Map<Op, Integer> functions = new LinkedHashMap<>();
        private final JsonArray written = new JsonArray();

        Writer(Trace trace) {
            this.trace = trace;
        }

        JsonObject program() {
            var nodes = new JsonArray();
            var leaves = new JsonArray();
            for (var node : trace.nodes()) {
                nodes.add(node.op() == null ? leaf(node) : result(node, node.op()));
                if (node.kind() == Kind.INPUT) {
                    leaves.add(node.id());
                }
            }
            var steps = new JsonArray();
            trace.backward().forEach(step -> steps.add(ints(List.of(step.node(), step.operandIndex()))));
            var json = new JsonObject();
            json.add("f", written);
            json.add("nodes", nodes);
            json.add("leaves", leaves);
            json.add("steps", steps);
            json.addProperty("root", trace.root());
            json.add("seed", elements(trace.seed()));
            return json;
        }

        private static JsonObject leaf(TraceNode node) {
            var json = new JsonObject();
            json.add("v", elements(node.value()));
            return json;
        }

        private JsonObject result(TraceNode node, Op op) {
            var operands = node.operands().stream()
                    .map(i -> trace.node(i).value().shape())
                    .toList();
            int[] settings = node.settings().stream().mapToInt(i -> i).toArray();
            var json = new JsonObject();
            json.add("a", ints(node.operands()));
            json.addProperty("m", node.value().size());
            if (op.code() == null) {
                move(json, (ArrayOp) op, operands, settings);
                return json;
            }
            json.addProperty("o", functions.computeIfAbsent(op, this::function));
            if (op.arity() == Op.VARIADIC) {
                json.addProperty("c", 1);
            }
            var lines = op.lines(operands, node.value().shape(), settings);
            var loops = new JsonArray();
            loops.add(ints(lines.lengths()));
            lines.steps().forEach(steps -> loops.add(ints(steps)));
            json.add("l", loops);
            return json;
        }

        private int function(Op op) {
            var code = java.util.Objects.requireNonNull(op.code());
            var json = new JsonObject();
            json.addProperty("v", PageFunction.of(code.value()));
            var gradients = new JsonArray();
            code.gradients().forEach(template -> gradients.add(PageFunction.of(template)));
            json.add("g", gradients);
            if (op.isElementwise()) {
                json.addProperty("l", 1);
            }
            written.add(json);
            return written.size() - 1;
        }

        private static void move(JsonObject json, ArrayOp op, List<Shape> operands, int... settings) {
            var moves = Moves.of(op, operands, settings);
            json.addProperty("c", 1);
            json.add("t", runs(moves.to()));
            if (moves.added()) {
                json.addProperty("s", 1);
            }
        }

        /** First, step and length of each run: most ops move whole rows. */
        private static JsonArray runs(List<Integer> numbers) {
            var json = new JsonArray();
            for (int from = 0; from < numbers.size(); ) {
                int step = from + 1 < numbers.size() ? numbers.get(from + 1) - numbers.get(from) : 0;
                int end = from + 1;
                while (end < numbers.size() && numbers.get(end) - numbers.get(end - 1) == step) {
                    end++;
                }
                json.add(numbers.get(from));
                json.add(step);
                json.add(end - from);
                from = end;
            }
            return json;
        }

        private static JsonArray ints(List<Integer> numbers) {
            var json = new JsonArray();
            numbers.forEach(json::add);
            return json;
        }

        /** JSON has no NaN and no infinity: these are strings, which JavaScript reads as numbers. */
        private static JsonArray elements(Value value) {
            var json = new JsonArray();
            for (double element : value.toArray()) {
                json.add(
                        Double.isFinite(element)
                                ? new JsonPrimitive(number(element))
                                : new JsonPrimitive(Double.toString(element)));
            }
            return json;
        }

        /** 3 and not 3.0. */
        private static Number number(double element) {
            if (element == Math.rint(element) && Math.abs(element) < 1e9 && (element != 0 || 1 / element > 0)) {
                return (long) element;
            }
            return element;
        }
    }
}
