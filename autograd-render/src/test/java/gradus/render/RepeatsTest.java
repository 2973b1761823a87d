package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Tensor;
import gradus.autograd.Trace;
import gradus.autograd.Value;
import gradus.autograd.Var;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    static Trace loop(int n) {
        var x = new Var(0.5, "x");
        Var z = new Var(1, "z0");
        for (int i = 0; i < n; i++) {
            z = z.mul(x).add(x).sin();
        }
        return Trace.of(z.named("z"));
    }

    private static Trace layers(int n) {
        Tensor h = Tensor.randn(1, 3, 4).named("h0").tanh();
        for (int i = 1; i <= n; i++) {
            h = h.matmul(Tensor.randn(i, 4, 4).named("W" + i)).tanh();
        }
        return Trace.of(h.sum().named("s"));
    }

    private static Map<String, Value> gradients(Trace trace) {
        var gradients = new HashMap<String, Value>();
        trace.backward().forEach(s -> gradients.put(trace.node(s.operand()).label(), s.after()));
        return gradients;
    }

    @Test
    void loop_isToldByFirstAndLastRepetition() {
        assertThat(new StepperPicture(Repeats.skipped(loop(10)), Frames.of(Repeats.skipped(loop(10)))).text())
                .contains("v1 = z0 · x", "v3 = sin(v2)", "repetitions 2–9 like repetition 1: v27 =", "z = sin(v29)")
                .doesNotContain("v10 =");
    }

    @Test
    void gradients_areThoseOfTheWholeComputation() {
        for (var trace : new Trace[] {loop(10), layers(9)}) {
            var skipped = Repeats.skipped(trace);
            var whole = gradients(trace);

            assertThat(skipped.nodes()).hasSizeLessThan(trace.nodes().size());
            assertThat(whole).containsAllEntriesOf(gradients(skipped));
            assertThat(skipped.node(skipped.root()).value())
                    .isEqualTo(trace.node(trace.root()).value());
        }
    }

    @Test
    void steps_followOnEachOther() {
        for (var trace : new Trace[] {loop(40), layers(9)}) {
            var skipped = Repeats.skipped(trace);
            var adjoints = new HashMap<Integer, Value>();
            adjoints.put(skipped.root(), skipped.seed());
            for (var s : skipped.backward()) {
                assertThat(s.upstream()).isEqualTo(adjoints.get(s.node()));
                assertThat(skipped.node(s.node()).operands().get(s.operandIndex()))
                        .isEqualTo(s.operand());
                if (adjoints.containsKey(s.operand())) {
                    assertThat(s.before()).isEqualTo(adjoints.get(s.operand()));
                }
                adjoints.put(s.operand(), s.after());
            }
        }
    }

    @Test
    void weightsOfSkippedLayers_areNotDrawn() {
        var names = Repeats.skipped(layers(9)).nodes().stream()
                .map(Trace.TraceNode::label)
                .toList();

        assertThat(names).contains("h0", "W1", "W9").doesNotContain("W5");
    }

    @Test
    void threeRepetitions_areToldOneByOne() {
        assertThat(Repeats.skipped(loop(3))).isEqualTo(loop(3));
    }

    @Test
    void loopWhoseValuesAreAllUsed_isToldOneByOne() {
        Var z = new Var(1, "z");
        Var sum = new Var(0, "sum");
        var each = new Var[8];
        for (int i = 0; i < each.length; i++) {
            z = z.sin();
            each[i] = z;
        }
        for (var value : each) {
            sum = sum.add(value);
        }
        var names = Repeats.skipped(Trace.of(sum)).forward().stream()
                .map(Trace.ForwardStep::formula)
                .filter(formula -> formula.contains("sin"))
                .toList();

        assertThat(names).hasSize(8);
    }
}
