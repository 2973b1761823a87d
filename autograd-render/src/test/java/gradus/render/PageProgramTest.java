package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import gradus.autograd.Context;
import gradus.autograd.Op;
import gradus.autograd.ScalarFunction;
import gradus.autograd.Tensor;
import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Value;
import gradus.autograd.Var;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageProgramTest {

    /** Read by kernel/src/test/python/test_page_engine.py, where a browser computes the same. */
    private static final Path CASES = Path.of("target", "page-engine", "cases.html");

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    @Test
    void cases_coverTheCatalogueAndAreWrittenForTheBrowser() throws IOException {
        var random = new Random(5);
        var covered = new HashSet<Op>();
        var written = new JsonArray();
        for (var each : PageCases.all().entrySet()) {
            var trace = each.getValue();
            trace.nodes().stream()
                    .map(node -> node.op())
                    .filter(Objects::nonNull)
                    .forEach(covered::add);
            written.add(written(each.getKey(), trace, Map.of(), trace));
            var edited = edited(trace, random);
            var again = Trace.of(Replay.of(trace, edited).get(trace.root()));
            written.add(written(each.getKey() + ", edited", trace, edited, again));
        }
        assertThat(covered).containsAll(Op.catalogue());
        Files.createDirectories(CASES.getParent());
        Files.writeString(
                CASES,
                "<!DOCTYPE html><meta charset=\"utf-8\"><title>Page engine</title><script>\n"
                        + Html.fill("page-engine.js", Map.of())
                        + "\nconst cases = " + GSON.toJson(written).replace("<", "\\u003c") + ";</script>");
    }

    /** Each input moved by up to a fifth, which leaves it inside its domain. */
    private static Map<Integer, double[]> edited(Trace trace, Random random) {
        var inputs = new HashMap<Integer, double[]>();
        for (var node : trace.nodes()) {
            if (node.kind() == Kind.INPUT) {
                var elements = node.value().toArray();
                for (int k = 0; k < elements.length; k++) {
                    elements[k] *= 0.8 + 0.4 * random.nextDouble();
                }
                inputs.put(node.id(), elements);
            }
        }
        return inputs;
    }

    private static JsonObject written(String name, Trace trace, Map<Integer, double[]> inputs, Trace expected) {
        var program = PageProgram.of(trace);
        assertThat(program.json()).as(name + program.reason()).isNotNull();
        var json = new JsonObject();
        json.addProperty("name", name);
        json.add("program", JsonParser.parseString(Objects.requireNonNull(program.json())));
        var edits = new JsonArray();
        inputs.forEach((id, elements) -> {
            var pair = new JsonArray();
            pair.add(id);
            pair.add(array(elements));
            edits.add(pair);
        });
        json.add("inputs", edits);
        var values = new JsonArray();
        expected.nodes().forEach(node -> values.add(array(node.value().toArray())));
        json.add("values", values);
        var steps = new JsonArray();
        for (var step : expected.backward()) {
            var each = new JsonObject();
            each.add("upstream", array(step.upstream()));
            each.add("local", array(step.local()));
            each.add("contribution", array(step.contribution()));
            each.add("before", array(step.before()));
            each.add("after", array(step.after()));
            steps.add(each);
        }
        json.add("steps", steps);
        return json;
    }

    private static @Nullable JsonArray array(@Nullable Value value) {
        return value == null ? null : array(value.toArray());
    }

    private static JsonArray array(double... elements) {
        var json = new JsonArray();
        for (double element : elements) {
            json.add(Double.isFinite(element) ? new JsonPrimitive(element) : new JsonPrimitive("" + element));
        }
        return json;
    }

    @Test
    void program_holdsOnlyTheFunctionsThatItNeeds() {
        var x = new Var(3);
        var json = PageProgram.of(Trace.of(x.mul(x).add(x.mul(2)))).json();
        assertThat(JsonParser.parseString(Objects.requireNonNull(json))
                        .getAsJsonObject()
                        .getAsJsonArray("f"))
                .hasSize(2);
    }

    /** A student's own, as in row 3.3. */
    static final class Twice implements ScalarFunction {
        @Override
        public double forward(Context cache, double... x) {
            return 2 * x[0];
        }

        @Override
        public Double[] backward(Context cache, double upstream) {
            return new Double[] {2 * upstream};
        }
    }

    @Test
    void functionOfTheStudent_isNoProgram() {
        var program = PageProgram.of(Trace.of(new Twice().apply(new Var(3))));
        assertThat(program.json()).isNull();
        assertThat(program.reason()).contains("Twice");
    }

    @Test
    void largeComputation_isNoProgram() {
        var program = PageProgram.of(Trace.of(Tensor.randn(1, 200, 50).sum()));
        assertThat(program.json()).isNull();
        assertThat(program.reason()).contains("10001");
    }

    @Test
    void engine_isSmall() {
        assertThat(Html.fill("page-engine.js", Map.of())).hasSizeLessThan(8_000);
    }
}
