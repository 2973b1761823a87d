package gradus.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.autograd.Shape;
import gradus.autograd.Tensor;
import gradus.autograd.UnaryOp;
import gradus.autograd.init.Initialization;
import org.junit.jupiter.api.Test;

class LayerTest {

    private static final class Residual extends Layer {

        private final Linear inner = layer("inner", new Linear(3, 3));
        private final Tensor scale = parameter("scale", Tensor.of(0.5));

        @Override
        public Tensor forward(Tensor x) {
            return x.add(inner.forward(x).tanh().mul(scale));
        }
    }

    @Test
    void linear_isTheProductByHand() {
        var layer = new Linear(3, 2);
        layer.W().set(1, 2, 3, 4, 5, 6);
        layer.b().set(10, 20);
        var z = layer.forward(Tensor.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {1, 1, 1}, {2, 0, -1}}));
        assertThat(z.shape()).isEqualTo(new Shape(4, 2));
        assertThat(z.toArray()).containsExactly(11, 22, 13, 24, 19, 32, 7, 18);
        assertThat(layer.forward(Tensor.of(1, 1, 1)).toArray()).containsExactly(19, 32);
    }

    @Test
    void linear_withoutBias_hasOneParameter() {
        var layer = new Linear(3, 2, false, Initialization.XAVIER, 1);
        assertThat(layer.namedParameters().keySet()).containsExactly("W");
        assertThat(layer.forward(Tensor.zeros(1, 3)).toArray()).containsOnly(0);
        assertThatThrownBy(layer::b).hasMessage("Linear(3 → 2) was made without a bias");
    }

    @Test
    void linear_sameSeedGivesTheSameWeights() {
        var one = new Linear(3, 2, Initialization.HE, 7).W();
        assertThat(new Linear(3, 2, Initialization.HE, 7).W().toArray()).isEqualTo(one.toArray());
        assertThat(new Linear(3, 2, Initialization.HE, 8).W().toArray()).isNotEqualTo(one.toArray());
        assertThat(one.requiresGrad()).isTrue();
    }

    @Test
    void linear_inputOfAnotherLength_namesTheLayerAndBothShapes() {
        var net = new Sequential(new Linear(4, 3), new Tanh(), new Linear(5, 2));
        assertThatThrownBy(() -> net.forward(Tensor.zeros(7, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Linear(5 → 2): its input, a 7×3 Tensor made by tanh, has the shape 7×3, and W2 has the shape"
                                + " 5×2; the input's last axis must be as long as W2 has rows, 5."
                                + " Did you mean new Linear(3, 2)?");
        assertThatThrownBy(() -> net.forward(Tensor.zeros(4, 7).named("X")))
                .hasMessageContaining("X has the shape 4×7".replace("X has", "X, has"))
                .hasMessageEndingWith("Did you mean to transpose the input? Samples lie in rows");
    }

    @Test
    void linear_withoutInputsOrUnits_isRefused() {
        assertThatThrownBy(() -> new Linear(0, 2)).hasMessageContaining("must be 1 or more, and are 0 and 2");
    }

    @Test
    void parameters_areNamedByTheirPlace() {
        var net = new MLP(2, 4, 4, 1);
        assertThat(net.namedParameters().keySet()).containsExactly("W1", "b1", "W2", "b2", "W3", "b3");
        assertThat(net.parameters()).extracting(Tensor::name).containsExactly("W1", "b1", "W2", "b2", "W3", "b3");
        assertThat(net.parameterCount()).isEqualTo(2 * 4 + 4 + 4 * 4 + 4 + 4 + 1);
        var nested = new Sequential(new MLP(2, 3, 1), new Residual(), new Linear(3, 1));
        assertThat(nested.namedParameters().keySet())
                .containsExactly("1.W1", "1.b1", "1.W2", "1.b2", "scale2", "2.inner.W", "2.inner.b", "W3", "b3");
        assertThat(nested.namedParameters())
                .allSatisfy((path, parameter) -> assertThat(parameter.name()).isEqualTo(path));
    }

    @Test
    void parameters_ofALayerThatIsUsedTwice_standThereOnce() {
        var shared = new Linear(2, 2);
        assertThat(new Sequential(shared, new Tanh(), shared).parameters()).containsExactly(shared.W(), shared.b());
    }

    @Test
    void parameter_thatWasComputed_isRefused() {
        class Wrong extends Layer {
            @Override
            public Tensor forward(Tensor x) {
                return x.mul(parameter("w", Tensor.ones(2).mul(3)));
            }
        }
        assertThatThrownBy(() -> new Wrong().apply(Tensor.ones(2)))
                .hasMessageContaining("w was computed (mul(2 Tensor, 3))")
                .hasMessageContaining("detach().requiresGrad(true)");
    }

    @Test
    void parameter_ofTheSameName_isRefused() {
        class Wrong extends Layer {
            Wrong() {
                parameter("w", Tensor.ones(2));
                layer("w", new Linear(1, 1));
            }

            @Override
            public Tensor forward(Tensor x) {
                return x;
            }
        }
        assertThatThrownBy(Wrong::new)
                .hasMessage("Wrong has a parameter or layer w already; each needs a name of its own");
    }

    @Test
    void zeroGrad_reachesEveryParameter() {
        var net = new MLP(2, 3, 1);
        net.forward(Tensor.ones(4, 2)).sum().backward();
        assertThat(net.parameters()).allMatch(Tensor::hasGrad);
        net.zeroGrad();
        assertThat(net.parameters()).noneMatch(Tensor::hasGrad);
        assertThat(net.parameters())
                .allSatisfy(p -> assertThat(p.grad().toArray()).containsOnly(0));
    }

    @Test
    void activations_areTheOpsOfTheCatalogue() {
        var x = Tensor.of(new double[][] {{-1, 0, 2}});
        assertThat(new Sigmoid().apply(x).toArray()).isEqualTo(x.sigmoid().toArray());
        assertThat(new Tanh().apply(x).toArray()).isEqualTo(x.tanh().toArray());
        assertThat(new ReLU().apply(x).toArray()).containsExactly(0, 0, 2);
        assertThat(new Activation(UnaryOp.SIN).apply(x).toArray())
                .isEqualTo(x.sin().toArray());
        assertThat(new Softmax().apply(x).sum(1).toArray()[0]).isEqualTo(1);
    }

    @Test
    void sequential_outputsAreThoseOfItsLayers() {
        var net = new MLP(2, 3, 1);
        var x = Tensor.randn(1, 5, 2);
        var outputs = net.outputs(x);
        assertThat(outputs).hasSize(3);
        assertThat(outputs.get(1).toArray()).isEqualTo(outputs.get(0).tanh().toArray());
        assertThat(outputs.get(2).toArray()).isEqualTo(net.forward(x).toArray());
    }

    @Test
    void text_showsWhatALayerIs() {
        assertThat(new Sequential(new Linear(2, 16), new ReLU(), new Softmax(), new Activation(UnaryOp.SIN)))
                .hasToString("Sequential(Linear(2 → 16), ReLU, Softmax, sin)");
        assertThat(new RnnCell(2, 3, Initialization.ZEROS, 0)).hasToString("RnnCell(2 → 3)");
    }

    @Test
    void mlp_ofOneWidth_isRefused() {
        assertThatThrownBy(() -> new MLP(3)).hasMessageContaining("at least two widths");
    }
}
