package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.autograd.Tensor;
import gradus.autograd.Trace;
import gradus.autograd.Var;
import gradus.render.Frame.Writing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepperTest {

    /** Row 1.1: x̄1 = 14, x̄2 = 42, ā = 28. */
    @Test
    void chainRule_isToldWithTheFiguresOfTheLecture() {
        var text = Stepper.of(Examples.CHAIN_RULE.make()).text();

        assertThat(text)
                .contains("v1 = a · x2 = 3 · 2 = 6")
                .contains("v2 = x1 + v1 = 1 + 6 = 7")
                .contains("z = v2² = 7² = 49")
                .contains("z̄ = ∂z/∂z = 1")
                .contains("v̄2 += z̄ · ∂z/∂v2 = 1 · 14: 0 → 14")
                .contains("x̄1 += v̄2 · ∂v2/∂x1 = 14 · 1: 0 → 14")
                .contains("ā += v̄1 · ∂v1/∂a = 14 · 2: 0 → 28")
                .contains("x̄2 += v̄1 · ∂v1/∂x2 = 14 · 3: 0 → 42");
    }

    /** Row 1.4: eight forward steps; x arrives in three contributions, y in two. */
    @Test
    void stagedFunction_accumulatesContributions() {
        var frames = Frames.of(Trace.of(Examples.STAGED.make()));

        assertThat(frames).hasSize(1 + 8 + 1 + 12);
        assertThat(frames.stream().map(Frame::rule).filter(r -> r.startsWith("x̄ +=")))
                .extracting(r -> r.substring(r.lastIndexOf(": ")))
                .containsExactly(": 0 → 1.5832", ": 0 → 1.5832 → 1.5474", ": 0 → 1.5832 → 1.5474 → 2.0596");
    }

    /** The page makes its drawing of the image of the last step. */
    @Test
    void shortestStepper_hasImagesOfStartAndEnd() {
        var html = Stepper.of(new Var(-1).log()).html();

        assertThat(html.split("<img ", -1)).hasSize(1 + 2);
    }

    @Test
    void start_knowsInputsAlone() {
        var start = Frames.of(Trace.of(Examples.CHAIN_RULE.make())).get(0);

        assertThat(start.values()).extracting(Writing::text).containsExactly("1", "3", "2");
        assertThat(start.gradients()).extracting(Writing::text).allMatch(t -> t.endsWith(" = —"));
    }

    @Test
    void end_showsAllValuesAndTheGradientsOfASweep() {
        var node = Examples.STAGED.make();
        var gradients = new HashMap<Integer, String>();
        Frames.of(Trace.of(node)).forEach(f -> f.gradients().forEach(w -> gradients.put(w.node(), w.text())));

        node.backward();
        Frames.now(Trace.forwardOf(node))
                .gradients()
                .forEach(w -> assertThat(gradients).containsEntry(w.node(), w.text()));
    }

    @Test
    void stepping_leavesTheGradientsOfTheNodes() {
        var x = new Var(3, "x");
        Stepper.of(x.mul(x));

        assertThat(x.hasGrad()).isFalse();
    }

    @Test
    void backwardStep_isAtWorkOnOneEdge() {
        var frames = Frames.of(Trace.of(Examples.SQUARE.make()));

        assertThat(frames.get(3).edges()).containsExactly("1-0");
        assertThat(frames.get(4).edges()).containsExactly("1-1");
        assertThat(frames.get(4).flow()).isEqualTo("+= 3");
    }

    @Test
    void constant_hasNoGradientNotEvenADash() {
        var trace = Trace.of(Examples.CHAIN_RULE.make());
        var constant = trace.nodes().stream()
                .filter(n -> n.kind() == Trace.Kind.CONSTANT)
                .findFirst()
                .orElseThrow();

        assertThat(Frames.of(trace).get(0).gradients())
                .extracting(Writing::node)
                .doesNotContain(constant.id());
    }

    @Test
    void fortySteps_stayBelow150KB() {
        var x = new Var(1.5, "x");
        var y = new Var(-0.5, "y");
        Var z = x.mul(y);
        for (int i = 0; i < 9; i++) {
            z = z.add(x).sin();
        }
        var frames = Frames.of(Trace.of(z));
        var html = Stepper.of(z).html();

        assertThat(frames).hasSizeGreaterThan(40);
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(150_000);
        assertThat(html.split("<img", -1)).hasSizeGreaterThan(4);
        assertThat(html.split("<details>", -1)).hasSize(frames.size());
    }

    @Test
    void endlessComputation_isRefused() {
        var random = new java.util.Random(1);
        var x = new Var(0.5, "x");
        Var z = x;
        for (int i = 0; i < 500; i++) {
            z = random.nextBoolean()
                    ? z.sin()
                    : random.nextBoolean() ? z.cos().add(x) : z.tanh().mul(2);
        }
        var end = z;

        assertThatThrownBy(() -> Stepper.of(end))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("a stepper shows up to 400 steps, and this computation has [0-9]+ nodes: step"
                        + " through a smaller example of it, or a part of it");
    }

    @Test
    void endlessLoop_isToldByItsFirstAndItsLastRepetition() {
        Var z = new Var(1, "z0");
        for (int i = 0; i < 10_000; i++) {
            z = z.sin();
        }

        assertThat(Stepper.of(z).text()).contains("repetitions 2–9999 like repetition 1");
    }

    @Test
    void tensorRoot_isToldToBecomeAScalar() {
        assertThatThrownBy(() -> Stepper.of(Tensor.of(1, 2).named("t")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sum()");
    }

    @Test
    void input_isASteppedGraphToo() {
        assertThat(Stepper.of(new Var(2, "x")).text()).contains("x̄ = ∂x/∂x = 1");
    }

    @Test
    void keySteps_keepFirstAndLastAndSpreadTheRest() {
        assertThat(KeySteps.choose(11, k -> 100, 2000)).hasSize(11);
        assertThat(KeySteps.choose(11, k -> 100, 300)).isEqualTo(List.of(0, 5, 10));
        assertThat(KeySteps.choose(11, k -> 100, -5)).isEqualTo(List.of(0, 10));
    }

    @Test
    void keySteps_askForFewImagesOfMany() {
        var asked = new HashSet<Integer>();

        KeySteps.choose(
                400,
                k -> {
                    asked.add(k);
                    return 1000;
                },
                5000);
        assertThat(asked).hasSizeLessThan(25);
    }
}
