package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.autograd.BinaryOp;
import gradus.autograd.Context;
import gradus.autograd.Node;
import gradus.autograd.ScalarFunction;
import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.UnaryOp;
import gradus.autograd.Var;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StraightLineCodeTest {

    private static final double[] UPSTREAM = {1, -2.5};

    @TempDir
    private Path folder;

    /** By name: the lectures' graphs, 50 by chance, every scalar op at its samples, names of every kind. */
    private static Map<String, Node> scalars() {
        var all = new LinkedHashMap<String, Node>();
        for (var example : Examples.values()) {
            if (example != Examples.LAYER) {
                all.put(example.name(), example.make());
            }
        }
        for (int seed = 0; seed < 50; seed++) {
            all.put("graph " + seed, RandomGraph.of(100 + seed));
        }
        for (var op : UnaryOp.values()) {
            for (double x : op.samples()) {
                all.put(op + " at " + x, op.of(new Var(x)));
            }
        }
        for (var op : BinaryOp.values()) {
            for (double[] x : op.samples()) {
                all.put(op + " at " + Arrays.toString(x), op.of(new Var(x[0]), new Var(x[1])));
                all.put(op + " of a constant at " + x[1], op.of(new Var(x[0]), new Var(x[1]).requiresGrad(false)));
            }
        }
        all.put("names", named());
        all.put("input", new Var(2, "x"));
        return all;
    }

    private static Node named() {
        Var sum = new Var(1, "lambda");
        for (var name : List.of(
                "class",
                "def",
                "w[0]",
                "w_0",
                "σ",
                "θ₁",
                "größe",
                "🙂",
                "🙂🙂",
                "2x",
                "x y",
                "dx",
                "x",
                "_",
                "",
                "cache",
                "math",
                "𝑥",
                "</script>",
                "a\"b\\",
                "$1",
                "ﬁ",
                "forward",
                "数",
                "x".repeat(200))) {
            var x = new Var(0.5 + 0.01 * name.length(), name);
            sum = sum.add(x.mul(x)).named("d" + name);
        }
        return sum.named("double");
    }

    private static String written(double x) {
        return Double.toString(x);
    }

    private static List<Double> expected(Node root, double upstream) {
        var trace = Trace.of(root);
        var numbers = new ArrayList<Double>();
        numbers.add(trace.node(trace.root()).value().element(0));
        var gradients = new double[trace.nodes().size()];
        gradients[trace.root()] = 1;
        trace.backward()
                .forEach(step -> gradients[step.operand()] = step.after().element(0));
        trace.nodes().stream()
                .filter(n -> n.kind() == Kind.INPUT)
                .forEach(n -> numbers.add(upstream * gradients[n.id()]));
        return numbers;
    }

    private static String inputs(Node root) {
        return Trace.of(root).nodes().stream()
                .filter(n -> n.kind() == Kind.INPUT)
                .map(n -> written(n.value().element(0)))
                .collect(Collectors.joining(", "));
    }

    @Test
    void java_computesWhatTheEngineComputes() throws Exception {
        var classes = new StringBuilder();
        var main = new StringBuilder();
        int i = 0;
        for (var root : scalars().values()) {
            var name = "Case" + i++;
            classes.append("class ").append(name).append(" {\n");
            classes.append(StraightLineCode.of(root).java()).append("}\n");
            for (double upstream : UPSTREAM) {
                main.append(String.format(
                        "{ var c = new %s(); var f = c.forward(%s);"
                                + " show(f.value(), c.backward(%s, f.cache())); }%n",
                        name, inputs(root), written(upstream)));
            }
        }
        // Each in a method of its own: one method has 64 KB.
        var calls = main.toString().lines().toList();
        var source = new StringBuilder("public class Main {\n"
                + "static void show(double z, double[] d) {"
                + " System.out.println(z + \" \" + java.util.Arrays.toString(d)); }\n");
        for (int k = 0; k < calls.size(); k++) {
            source.append("static void call")
                    .append(k)
                    .append("() ")
                    .append(calls.get(k))
                    .append('\n');
        }
        source.append("public static void main(String[] args) {\n");
        for (int k = 0; k < calls.size(); k++) {
            source.append("call").append(k).append("();\n");
        }
        source.append("}\n}\n").append(classes);
        var file = Files.writeString(folder.resolve("Main.java"), source);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        compare(output(java, "-Dfile.encoding=UTF-8", "-Duser.language=en", file.toString()), scalars());
    }

    @Test
    void python_computesWhatTheEngineComputes() throws Exception {
        var source = new StringBuilder();
        for (var root : scalars().values()) {
            source.append(StraightLineCode.of(root).python());
            for (double upstream : UPSTREAM) {
                source.append(String.format("value, kept = forward(%s)%n", inputs(root)));
                source.append(String.format("print(value, list(backward(%s, kept)))%n", written(upstream)));
            }
        }
        var file = Files.writeString(folder.resolve("main.py"), source);
        compare(output("python3", file.toString()), scalars());
    }

    private static List<String> output(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text.lines().toList();
    }

    private static void compare(List<String> lines, Map<String, Node> cases) {
        assertThat(lines).hasSize(UPSTREAM.length * cases.size());
        int k = 0;
        for (var each : cases.entrySet()) {
            for (double upstream : UPSTREAM) {
                var numbers = Arrays.stream(lines.get(k++).split("[\\[\\], ]+"))
                        .map(Double::valueOf)
                        .toList();
                var expected = expected(each.getValue(), upstream);
                assertThat(numbers).as(each.getKey()).hasSameSizeAs(expected);
                for (int i = 0; i < numbers.size(); i++) {
                    double tolerance = 1e-12 * Math.max(1, Math.abs(expected.get(i)));
                    assertThat(Math.abs(numbers.get(i) - expected.get(i)))
                            .as("%s: number %d is %s and not %s", each.getKey(), i, numbers.get(i), expected.get(i))
                            .isLessThanOrEqualTo(tolerance);
                }
            }
        }
    }

    @Test
    void names_areIdentifiersThatDiffer() {
        var code = StraightLineCode.of(named()).python();
        assertThat(code.replaceAll("\\s+", " "))
                .contains("def forward(lambda_, class_, def_, w_0, w_0_2, σ, θ1, größe, v, ");
    }

    @Test
    void constantExponent_isWrittenOut() {
        var x = new Var(3, "x");
        assertThat(StraightLineCode.of(x.pow(2).named("y")).java())
                .contains("double y = x * x;")
                .contains("double dx = dy * 2 * x;");
        assertThat(StraightLineCode.of(x.pow(3).named("y")).python()).contains("dx = dy * 3 * x * x");
        assertThat(StraightLineCode.of(x.pow(0).named("y")).python()).contains("dx = 0 ");
    }

    @Test
    void languages_canBeChosen() {
        var y = new Var(3, "x").mul(2);
        assertThat(StraightLineCode.of(y).text()).contains("Java\n", "Python\n");
        assertThat(StraightLineCode.of(y, "Python").text()).contains("Python\n").doesNotContain("Java");
        assertThatThrownBy(() -> StraightLineCode.of(y, "C"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no language \"C\" for straight-line code; these are: java, python");
    }

    @Test
    void arrays_areWrittenInBothLanguages() {
        var code = StraightLineCode.of(Examples.LAYER.make());
        assertThat(code.python()).contains("W @ x");
        assertThat(code.java())
                .startsWith("// Arrays are row-major")
                .contains("// W: 2×3, x: 3, b: 2")
                .contains("double[] v1 = array(2, i -> sum(3, j -> W[3 * i + j] * x[j]));  // (1) 2")
                .containsPattern("double\\[] dW = array\\(2, 3, \\(i, j\\) -> dv1\\[i] \\* x\\[j]\\); +// \\(1\\) 2×3");
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
    void functionOfTheStudent_hasNoCode() {
        var y = new Twice().apply(new Var(3)).named("y");
        assertThatThrownBy(() -> StraightLineCode.of(y))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("y was made by Twice, which is a function of the notebook");
    }

    @Test
    void longComputation_isRefused() {
        Var x = new Var(1);
        Var sum = x;
        for (int i = 0; i < 401; i++) {
            sum = sum.add(x);
        }
        var root = sum;
        assertThatThrownBy(() -> StraightLineCode.of(root)).hasMessageContaining("this computation has 401 steps");
        var many = new Var[101];
        Arrays.setAll(many, i -> new Var(i));
        assertThatThrownBy(() -> StraightLineCode.of(Var.sum(many))).hasMessageContaining("101 inputs");
    }

    @Test
    void picture_isToldAsBefore() throws IOException {
        Files.createDirectories(Path.of("target", "gallery"));
        for (var example : List.of(Examples.CHAIN_RULE, Examples.STAGED, Examples.LAYER)) {
            var picture = StraightLineCode.of(example.make());
            Golden.check(Golden.resource("code-" + example + ".html"), Golden.frame(picture.html()));
            Golden.check(Golden.resource("code-" + example + ".txt"), picture.text());
            Files.write(Path.of("target", "gallery", "code-" + example + ".png"), picture.png());
            Files.writeString(
                    Path.of("target", "gallery", "code-" + example + ".html"),
                    "<!DOCTYPE html><html><meta charset=\"utf-8\"><body>" + picture.html() + "</body></html>");
        }
    }

    @Test
    void hostileName_harmsNothing() {
        var html = StraightLineCode.of(
                        new Var(1, "<script>alert(1)</script>").mul(2).named("$x$"))
                .html();
        assertThat(Objects.requireNonNull(html)).doesNotContain("alert(1)").doesNotContain("$x$");
    }
}
