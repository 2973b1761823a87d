package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DerivativesOfSeveralTest {

    private final Tensor a = Tensor.of(1, 2);
    private final Tensor b = Tensor.of(3, 5).named("b");

    @Test
    void gradients_areThoseOfEachAlone_inTheirOrder() {
        var h = a.mul(b);
        var y = h.pow(2).sum();
        var all = Derivatives.gradients(y, b, h, a);
        assertThat(all.get(0).toArray()).containsExactly(6, 40); // 2a²b
        assertThat(all.get(1).toArray()).containsExactly(6, 20); // 2h
        assertThat(all.get(2).toArray()).containsExactly(18, 100); // 2ab²
        assertThat(a.hasGrad()).isFalse();
    }

    @Test
    void gradients_byWhatItIsNotComputedFrom_areRefused() {
        assertThatThrownBy(() -> Derivatives.gradients(a.sum(), a, b)).hasMessageContaining("is not computed from b");
    }
}
