package gradus.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.autograd.Tensor;
import gradus.autograd.init.Initialization;
import org.junit.jupiter.api.Test;

/** Expected numbers: torch.nn.RNNCell of PyTorch 2.15.0 in float64, with Wᵀ and Uᵀ as its weights and bias_hh 0. */
class RnnCellTest {

    private static final double[] LAST = {
        0.07434031027820816, 0.24179485454128477, -0.2340579876982295,
        0.26403532142694736, 0.19756133863460906, -0.1665092763697234
    };
    private static final double[] W_GRADIENT = {
        0.7500042627246242,
        0.3579786867658333,
        0.037849012381417024,
        0.6311505735892271,
        0.4216031007949131,
        -0.15266976041152286
    };
    private static final double[] U_GRADIENT = {
        0.17707742347804256,
        0.01285450914405786,
        0.09012270431743497,
        0.15686565620847664,
        0.08929734532251891,
        -0.02188477263236372,
        -0.17851246484839206,
        -0.12472945541497787,
        0.055071475462400994
    };
    private static final double[] B_GRADIENT = {-1.1885368913539707, 0.6362441402907977, -1.9051877279293994};
    private static final double[] X_GRADIENT = {
        -0.21593303757734283, -0.002641702473833052, -0.06373458462773171, 0.0018260746655516108,
        -0.16427725304491747, -0.07069209574756816, -0.040744987847958235, -0.07558122484251123,
        -0.2090187908712355, 0.5522846213187307, -0.12395018160319066, 0.5806242774410802
    };

    private static RnnCell cell() {
        var cell = new RnnCell(2, 3, Initialization.ZEROS, 0);
        cell.W().set(0.1, -0.2, 0.3, 0.4, 0.5, -0.6);
        cell.U().set(0.7, -0.8, 0.9, -0.1, 0.2, 0.3, 0.5, -0.4, 0.6);
        cell.b().set(0.01, -0.02, 0.03);
        return cell;
    }

    @Test
    void threeSteps_andTheirGradients_areThoseOfPyTorch() {
        var cell = cell();
        var elements = new double[12];
        for (int k = 0; k < 12; k++) {
            elements[k] = k / 10.0 - 0.5;
        }
        var x = Tensor.zeros(3, 2, 2);
        x.set(elements);
        var h = cell.forward(x);
        h.pow(2).sum().backward();
        assertThat(h.toArray()).containsExactly(LAST, within(1e-15));
        assertThat(cell.W().grad().toArray()).containsExactly(W_GRADIENT, within(1e-15));
        assertThat(cell.U().grad().toArray()).containsExactly(U_GRADIENT, within(1e-15));
        assertThat(cell.b().grad().toArray()).containsExactly(B_GRADIENT, within(1e-15));
        assertThat(x.grad().toArray()).containsExactly(X_GRADIENT, within(1e-15));
    }

    @Test
    void states_areOneAStep_andTheLastIsTheResult() {
        var cell = cell();
        var x = Tensor.randn(1, 4, 2, 2);
        var states = cell.states(x);
        assertThat(states).hasSize(4);
        assertThat(states.get(3).toArray()).isEqualTo(cell.forward(x).toArray());
        assertThat(states.get(1).toArray())
                .isEqualTo(cell.step(x.row(1), states.get(0)).toArray());
        assertThat(cell.namedParameters().keySet()).containsExactly("W", "U", "b");
    }

    @Test
    void inputWithoutSteps_isRefused() {
        assertThatThrownBy(() -> cell().forward(Tensor.zeros(2, 2).named("x")))
                .hasMessage("RnnCell(2 → 3): x has the shape 2×2, and a sequence needs steps × samples × 2");
    }
}
