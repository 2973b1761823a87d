package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.autograd.Value;
import gradus.render.code.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Writes code with NumPy for every op, with what the engine says, for test_numpy_code.py to run. */
class NumPyCodeTest {

    private static final Path CASES = Path.of("target", "numpy-code", "cases.py");

    @Test
    void everyArrayCase_isWrittenForPython() throws IOException {
        var source = new StringBuilder("import numpy as np\n\nnan = np.nan\ninf = np.inf\ncases = []\n\n");
        int count = 0;
        for (var each : PageCases.all().entrySet()) {
            var trace = each.getValue();
            if (Listing.hasArrays(trace) && isFinite(trace)) {
                source.append(written(each.getKey(), trace));
                count++;
            }
        }
        assertThat(count).isGreaterThan(100);
        Files.createDirectories(CASES.getParent());
        Files.writeString(CASES, source);
    }

    /** Where a number is none, NumPy warns, and may choose another of two infinities. */
    private static boolean isFinite(Trace trace) {
        return trace.nodes().stream()
                .allMatch(n -> Arrays.stream(n.value().toArray()).allMatch(Double::isFinite));
    }

    private static String written(String name, Trace trace) {
        var gradients = new Value[trace.nodes().size()];
        trace.backward().forEach(step -> gradients[step.operand()] = step.after());
        var given = new ArrayList<String>();
        var expected = new ArrayList<String>();
        for (var node : trace.nodes()) {
            if (node.kind() == Kind.INPUT) {
                given.add(array(node.value()));
                expected.add(array(gradients[node.id()]));
            }
        }
        trace.nodes().stream().filter(NumPyCodeTest::isArrayConstant).forEach(n -> given.add(array(n.value())));
        return String.join("\n", Listing.python(trace)) + "\n\n\ncases.append((\"" + name + "\", forward, backward, ["
                + String.join(", ", given) + "], "
                + trace.node(trace.root()).value().element(0) + ", ["
                + String.join(", ", expected) + "]))\n\n";
    }

    private static boolean isArrayConstant(TraceNode node) {
        return node.kind() == Kind.CONSTANT && !node.value().isScalar();
    }

    private static String array(Value value) {
        return value.isScalar()
                ? Double.toString(value.element(0))
                : "np.reshape(" + Arrays.toString(value.toArray()) + ", "
                        + Arrays.toString(value.shape().axes()) + ")";
    }
}
