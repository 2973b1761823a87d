package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.ForwardStep;
import gradus.autograd.Trace.TraceNode;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static Var row1_1() {
        var x1 = new Var(1, "x1");
        var x2 = new Var(2, "x2");
        var a = new Var(3, "a");
        return x1.add(a.mul(x2)).pow(2).named("z");
    }

    @Test
    void forward_isNumberedInTheOrderOfTheProgram() {
        var trace = Trace.of(row1_1());
        assertThat(trace.forward()).extracting(ForwardStep::number).containsExactly(1, 2, 3);
        assertThat(trace.forward())
                .extracting(ForwardStep::formula)
                .containsExactly("v1 = a · x2", "v2 = x1 + v1", "z = v2²");
        assertThat(trace.forward())
                .extracting(ForwardStep::numbers)
                .containsExactly("3 · 2 = 6", "1 + 6 = 7", "7² = 49");
    }

    @Test
    void backward_isNumberedInReverseAndTellsEachContribution() {
        var trace = Trace.of(row1_1());
        assertThat(trace.backward()).extracting(BackwardStep::number).containsExactly(3, 2, 2, 1, 1);
        assertThat(trace.backward())
                .extracting(BackwardStep::rule)
                .containsExactly(
                        "v̄2 += z̄ · ∂z/∂v2 = 1 · 14: 0 → 14",
                        "x̄1 += v̄2 · ∂v2/∂x1 = 14 · 1: 0 → 14",
                        "v̄1 += v̄2 · ∂v2/∂v1 = 14 · 1: 0 → 14",
                        "ā += v̄1 · ∂v1/∂a = 14 · 2: 0 → 28",
                        "x̄2 += v̄1 · ∂v1/∂x2 = 14 · 3: 0 → 42");
    }

    @Test
    void nodeUsedTwice_hasTwoEdgesAndTwoContributions() {
        var x = new Var(3, "x");
        var trace = Trace.of(x.mul(x).named("z"));
        assertThat(trace.node(trace.root()).operands()).containsExactly(0, 0);
        assertThat(trace.backward())
                .extracting(BackwardStep::rule)
                .containsExactly("x̄ += z̄ · ∂z/∂x = 1 · 3: 0 → 3", "x̄ += z̄ · ∂z/∂x = 1 · 3: 3 → 6");
    }

    @Test
    void replay_ofTheContributions_givesTheGradientsOfTheSweep() {
        var x = new Var(3);
        var y = new Var(-4);
        var f = x.add(y.sigmoid()).div(x.sigmoid().add(x.add(y).pow(2)));
        var trace = Trace.of(f);
        f.backward();
        var adjoints = new HashMap<Integer, Double>();
        adjoints.put(trace.root(), trace.seed().element(0));
        for (var step : trace.backward()) {
            assertThat(step.upstream().element(0)).isEqualTo(adjoints.get(step.node()));
            double before = adjoints.getOrDefault(step.operand(), 0.0);
            assertThat(step.before().element(0)).isEqualTo(before);
            adjoints.put(step.operand(), before + step.contribution().element(0));
            assertThat(step.after().element(0)).isEqualTo(adjoints.get(step.operand()));
        }
        assertThat(adjoints.get(0)).isEqualTo(x.grad());
        assertThat(adjoints.get(1)).isEqualTo(y.grad());
    }

    @Test
    void trace_leavesTheGradientsOfTheNodesAsTheyAre() {
        var z = row1_1();
        assertThat(Trace.of(z).nodes()).extracting(TraceNode::gradient).containsOnlyNulls();
        assertThat(z.hasGrad()).isFalse();
        z.backward();
        assertThat(Trace.of(z).node(Trace.of(z).root()).gradient()).isEqualTo(Value.of(1));
    }

    @Test
    void tensors_tellTheVectorJacobianProduct() {
        var w = Tensor.of(new double[][] {{1, 2}, {3, 4}}).named("W");
        var x = Tensor.of(1, -1).named("x");
        var trace = Trace.of(w.matmul(x).sum().named("L"));
        assertThat(trace.forward())
                .extracting(ForwardStep::numbers)
                .containsExactly("W: 2×2, x: 2 ⟶ v1: 2", "v1: 2 ⟶ L: −2");
        assertThat(trace.backward())
                .extracting(BackwardStep::rule)
                .containsExactly(
                        "v̄1 += L̄ for every element: [0, 0] → [1, 1]",
                        "W̄ += v̄1 xᵀ: [[0, 0], [0, 0]] → [[1, −1], [1, −1]]",
                        "x̄ += Wᵀ v̄1: [0, 0] → [4, 6]");
    }

    @Test
    void labels_avoidTheStudentsNames() {
        var v1 = new Var(1, "v1");
        var trace = Trace.of(v1.exp().exp());
        assertThat(trace.nodes()).extracting(TraceNode::label).containsExactly("v1", "v2", "v3");
    }

    @Test
    void constants_areLabelledByTheirNumberAndTakeNoContribution() {
        var trace = Trace.of(new Var(2, "x").mul(-0.5));
        assertThat(trace.nodes()).extracting(TraceNode::label).containsExactly("x", "−0.5", "v1");
        assertThat(trace.backward()).hasSize(1);
    }

    @Test
    void nonScalar_isRefused_butHasAForwardTrace() {
        var y = Tensor.of(1, 2).mul(2).named("y");
        assertThatThrownBy(() -> Trace.of(y)).hasMessageContaining("y has the shape 2");
        assertThat(Trace.forwardOf(y).forward()).hasSize(1);
        assertThat(Trace.forwardOf(y).backward()).isEmpty();
    }

    @Test
    void valueChangedAfterUse_isRefused() {
        var x = new Var(2, "x");
        var y = x.exp();
        x.set(3);
        assertThatThrownBy(() -> Trace.of(y)).hasMessageContaining("x was changed after it was used");
    }
}
