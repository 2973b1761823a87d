package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.NaryOp;
import gradus.autograd.Node;
import gradus.autograd.Op;
import gradus.autograd.Tensor;
import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.autograd.Value;
import gradus.autograd.Var;
import gradus.render.code.Listing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the Java of arrays and runs it: the engine's value and gradients. */
class JavaArrayCodeTest {

    @TempDir
    private Path folder;

    @Test
    void everyArrayOp_computesWhatTheEngineComputes() throws Exception {
        var cases = new LinkedHashMap<String, Trace>();
        PageCases.all().forEach((name, trace) -> {
            if (Listing.hasArrays(trace)) {
                cases.put(name, trace);
            }
        });
        var covered = new HashSet<Op>();
        cases.values()
                .forEach(trace -> trace.nodes().stream()
                        .map(TraceNode::op)
                        .filter(Objects::nonNull)
                        .forEach(covered::add));
        assertThat(covered)
                .containsAll(Op.catalogue().stream()
                        .filter(op -> !(op instanceof NaryOp))
                        .toList());
        check(cases);
    }

    @Test
    void wholePrograms_computeWhatTheEngineComputes() throws Exception {
        check(Map.of(
                "layer", Trace.of(layer()),
                "softmax", Trace.of(classifier()),
                "cross-entropy", Trace.of(scores().crossEntropy(0, 1, 1, 0).named("loss")),
                "numbers among arrays", Trace.of(mixed()),
                "names", Trace.of(named()),
                "one element",
                        Trace.of(Tensor.of(3).named("x").mul(Tensor.of(2)).sum())));
    }

    private static Node layer() {
        return Examples.LAYER.make();
    }

    /** Row 2.3: a linear layer of a batch. */
    private static Tensor scores() {
        var x = Tensor.randn(1, 4, 3).named("X");
        var w = Tensor.randn(2, 3, 2).named("W");
        return x.matmul(w).add(Tensor.randn(3, 2).named("b")).named("S");
    }

    /** Its softmax and cross-entropy, written out. */
    private static Node classifier() {
        var truth = Tensor.of(new double[][] {{1, 0}, {0, 1}, {0, 1}, {1, 0}}).requiresGrad(false);
        var p = scores().softmax(1).named("p");
        return p.log().mul(truth).sum().neg().div(4).named("loss");
    }

    /** Numbers that get several contributions and are stretched over arrays. */
    private static Node mixed() {
        var x = Tensor.of(1, -2, 3).named("x");
        var a = new Var(0.5, "a");
        var s = x.sum().mul(a).named("s");
        var y = x.mul(s).add(s).named("y");
        return y.mul(y).sum().mul(s).add(s.relu()).add(a).add(s.max(a)).named("loss");
    }

    private static Node named() {
        Tensor sum = Tensor.of(1, 2).named("i");
        for (var name :
                List.of("j", "m", "s", "at", "sum", "array", "Element", "z", "di", "hashCode", "🙂", "", "Cache")) {
            sum = sum.mul(Tensor.of(0.5, name.length()).named(name).add(new Var(2, "k" + name)));
        }
        return sum.logsumexp().named("int");
    }

    private void check(Map<String, Trace> cases) throws Exception {
        var files = new ArrayList<String>();
        int i = 0;
        for (var trace : cases.values()) {
            var name = "Case" + i++;
            var file = folder.resolve(name + ".java");
            Files.writeString(file, "public class " + name + " {\n" + String.join("\n", Listing.java(trace)) + "\n}\n");
            files.add(file.toString());
        }
        compile(files);
        try (var loader = new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()})) {
            i = 0;
            for (var each : cases.entrySet()) {
                compare(each.getKey(), each.getValue(), loader.loadClass("Case" + i++));
            }
        }
    }

    private static void compile(List<String> files) {
        var arguments = new ArrayList<>(List.of("--release", "17", "-encoding", "UTF-8", "-proc:none"));
        arguments.addAll(files);
        var told = new StringWriter();
        var out = new PrintWriter(told);
        int result = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        assertThat(result).as(told.toString()).isZero();
    }

    private static void compare(String name, Trace trace, Class<?> written) throws Exception {
        var program = written.getConstructor().newInstance();
        var methods = Arrays.stream(written.getDeclaredMethods()).toList();
        var forward = methods.stream()
                .filter(m -> m.getName().equals("forward"))
                .findFirst()
                .orElseThrow();
        var backward = methods.stream()
                .filter(m -> m.getName().equals("backward"))
                .findFirst()
                .orElseThrow();
        forward.setAccessible(true);
        backward.setAccessible(true);
        var given = given(trace).map(node -> argument(node.value())).toArray();
        var result = forward.invoke(program, given);
        var numbers = numbers(result);
        same(name + ", value", trace.node(trace.root()).value(), numbers.get(0));
        var gradients = numbers(backward.invoke(program, 1.0, numbers.get(1)));
        var expected = new Value[trace.nodes().size()];
        trace.backward().forEach(step -> expected[step.operand()] = step.after());
        int k = 0;
        for (var node : trace.nodes()) {
            if (node.kind() == Kind.INPUT) {
                same(name + ", gradient of " + node.label(), expected[node.id()], gradients.get(k++));
            }
        }
        assertThat(gradients).hasSize(k);
    }

    private static Stream<TraceNode> given(Trace trace) {
        return Stream.concat(
                trace.nodes().stream().filter(node -> node.kind() == Kind.INPUT),
                trace.nodes().stream()
                        .filter(node ->
                                node.kind() == Kind.CONSTANT && !node.value().isScalar()));
    }

    private static Object argument(Value value) {
        return value.isScalar() ? (Object) value.element(0) : value.toArray();
    }

    /** The components of a record. */
    private static List<Object> numbers(Object record) throws ReflectiveOperationException {
        var all = new ArrayList<>();
        for (var component : record.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            all.add(component.getAccessor().invoke(record));
        }
        return all;
    }

    private static void same(String what, Value expected, Object actual) {
        double[] numbers = actual instanceof double[] array ? array : new double[] {(double) actual};
        double[] right = expected.toArray();
        assertThat(numbers).as(what).hasSameSizeAs(right);
        for (int k = 0; k < right.length; k++) {
            double tolerance = 1e-12 * Math.max(1, Math.abs(right[k]));
            boolean close = Math.abs(numbers[k] - right[k]) <= tolerance;
            assertThat(close || Double.compare(numbers[k] + 0.0, right[k] + 0.0) == 0)
                    .as("%s: number %d is %s and not %s", what, k, numbers[k], right[k])
                    .isTrue();
        }
    }
}
