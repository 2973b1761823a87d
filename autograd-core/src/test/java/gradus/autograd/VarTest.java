package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VarTest {

    @Test
    void product_gradientIsRightAtZero() {
        var x = new Var[] {new Var(2), new Var(0), new Var(5)};
        Var.product(x).backward();
        assertThat(x[0].grad()).isEqualTo(0);
        assertThat(x[1].grad()).isEqualTo(10);
        assertThat(x[2].grad()).isEqualTo(0);
    }

    @Test
    void secondSweep_doublesAndDoesNotMix() {
        var x = new Var(3);
        var cube = x.mul(x).mul(x);
        cube.backward();
        assertThat(x.grad()).isEqualTo(27);
        cube.backward();
        assertThat(x.grad()).isEqualTo(54);
    }

    @Test
    void zeroGrad_startsAfresh() {
        var x = new Var(3);
        var y = x.mul(2);
        y.backward();
        x.zeroGrad();
        assertThat(x.grad()).isZero();
        assertThat(x.hasGrad()).isFalse();
        y.backward();
        assertThat(x.grad()).isEqualTo(2);
    }

    @Test
    void upstreamGradient_multipliesEveryAdjoint() {
        var x = new Var(3);
        x.mul(x).backward(0.5);
        assertThat(x.grad()).isEqualTo(3);
    }

    @Test
    void gradBeforeAnySweep_isNotZeroButAnError() {
        var x = new Var(3).named("x");
        assertThatThrownBy(x::grad)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("x has no gradient yet")
                .hasMessageContaining("backward()");
    }

    @Test
    void gradOfANodeThatTheResultDoesNotUse_isAnError() {
        var x = new Var(3);
        var unused = new Var(4).named("unused");
        x.mul(2).backward();
        assertThatThrownBy(unused::grad).hasMessageContaining("unused has no gradient yet");
    }

    @Test
    void valueChangedAfterUse_isToldByName() {
        var w = new Var(3).named("w");
        var loss = w.mul(w).named("loss");
        w.set(4);
        assertThatThrownBy(loss::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("w was changed after loss was computed");
        assertThat(w.hasGrad()).isFalse();
    }

    @Test
    void valueChangedBeforeUse_isUsed() {
        var w = new Var(3);
        w.set(4);
        var loss = w.mul(w);
        loss.backward();
        assertThat(loss.value()).isEqualTo(16);
        assertThat(w.grad()).isEqualTo(8);
    }

    @Test
    void setOnAResult_isRefused() {
        assertThatThrownBy(() -> new Var(1).exp().set(2)).hasMessageContaining("was computed");
    }

    @Test
    void constantsTakeNoGradient() {
        var c = Var.constant(3);
        var x = new Var(2);
        x.mul(c).backward();
        assertThat(x.grad()).isEqualTo(3);
        assertThatThrownBy(c::grad).hasMessageContaining("constant");
        assertThatThrownBy(() -> c.mul(2).backward()).hasMessageContaining("constants alone");
    }

    @Test
    void childrenAreLocalGradientAndOperand() {
        var x = new Var(2);
        var y = new Var(3);
        var children = x.mul(y).children();
        assertThat(children).extracting(Var.Child::localGradient).containsExactly(3.0, 2.0);
        assertThat(children).extracting(Var.Child::child).containsExactly(x, y);
        assertThat(children).hasToString("[(3.0, 2.0), (2.0, 3.0)]");
    }

    @Test
    void maxAtATie_givesHalfToEach() {
        var a = new Var(2);
        var b = new Var(2);
        a.max(b).backward();
        assertThat(a.grad()).isEqualTo(0.5);
        assertThat(b.grad()).isEqualTo(0.5);
    }

    @Test
    void powWithAWholeExponent_isRightForNegativeBases() {
        var x = new Var(-2);
        x.pow(3).backward();
        assertThat(x.grad()).isEqualTo(12);
        var zero = new Var(0);
        zero.pow(0).backward();
        assertThat(zero.grad()).isZero();
    }

    @Test
    void chainOfAMillionNodes_runsOnTheDefaultStack() {
        var a = new Var(1 + 1e-6);
        var x = a;
        for (int i = 1; i < 1_000_000; i++) {
            x = x.mul(a);
        }
        x.backward();
        // d/da aⁿ = n·aⁿ⁻¹
        assertThat(a.grad()).isCloseTo(1e6 * Math.exp(999_999 * Math.log1p(1e-6)), within(1e-2));
    }

    @Test
    void nameGivenByHand_isKept() {
        var x = new Var(1).named("x");
        assertThat(x.nameIfUnnamed("other")).isFalse();
        assertThat(x.name()).isEqualTo("x");
        assertThat(new Var(2).nameIfUnnamed("y")).isTrue();
    }

    @Test
    void graphsFarApartInTime_areStillInOrder() {
        var x = new Var(2);
        for (int i = 0; i < 1000; i++) {
            new Var(i);
        }
        var y = x.mul(x);
        for (int i = 0; i < 1000; i++) {
            new Var(i);
        }
        var z = y.mul(y).add(x);
        z.backward();
        assertThat(x.grad()).isEqualTo(4 * 8 + 1);
    }

    @Test
    void interruptedSweep_changesNothing() {
        var x = new Var(2);
        var y = x.mul(x);
        Thread.currentThread().interrupt();
        assertThatThrownBy(y::backward).isInstanceOf(java.util.concurrent.CancellationException.class);
        assertThat(x.hasGrad()).isFalse();
    }
}
