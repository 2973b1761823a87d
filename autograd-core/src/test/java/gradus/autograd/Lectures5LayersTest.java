package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.autograd.init.Initialization;
import gradus.autograd.nn.Linear;
import gradus.autograd.nn.MSELoss;
import gradus.autograd.optim.SGD;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows 5.5 and 5.6 of the lectures. */
class Lectures5LayersTest {

    @Test
    void row5_5_targetsWithoutTheAxisOfThePredictions_areRefused() {
        var model = new Linear(2, 1);
        var predictions = model.forward(Tensor.ones(4, 2)).named("predictions");
        var targets = Tensor.ones(4).named("targets");
        assertThatThrownBy(() -> new MSELoss().apply(predictions, targets))
                .hasMessageContaining("predictions has the shape 4×1 and targets has the shape 4; they must be equal")
                .hasMessageContaining("Did you mean to reshape targets to 4×1?");
        assertThatThrownBy(() -> predictions.sub(targets)).hasMessageContaining("together they would make 4×4");
    }

    @Test
    void row5_5_optimizerOfATensorThatIsNotInTheModel_isRefused() {
        var model = new Linear(2, 1);
        var w = Tensor.zeros(2, 1).named("w");
        var optimizer = new SGD(List.of(w), 0.1);
        new MSELoss().apply(model.forward(Tensor.ones(4, 2)), Tensor.ones(4, 1)).backward();
        assertThatThrownBy(optimizer::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no backward() has reached any of the parameters (w)");
    }

    /** Counts which operands' vector–Jacobian products a sweep computes. */
    private static final class Counted implements SweepListener {

        final List<String> products = new ArrayList<>();

        @Override
        public void seed(Node root, double[] upstream) {}

        @Override
        public void contribution(
                Node node,
                int i,
                double[] upstream,
                double @Nullable [] local,
                double[] contribution,
                double[] before,
                double[] after) {
            if (node.op() == MatrixOp.MATMUL) {
                products.add(String.valueOf(node.operand(i).name()));
            }
        }
    }

    @Test
    void row5_6_inputWithoutRequiresGrad_costsNothing() {
        var model = new Linear(2, 1, Initialization.XAVIER, 1);
        var constant = Tensor.ones(4, 2).named("X").requiresGrad(false);
        var asked = Tensor.ones(4, 2).named("X");
        assertThat(products(model.forward(constant))).containsExactly("W");
        assertThat(products(model.forward(asked))).containsExactly("X", "W");
        model.W().requiresGrad(false);
        assertThat(products(model.forward(asked))).containsExactly("X");
        assertThat(products(model.forward(constant))).isEmpty();
    }

    private static List<String> products(Tensor z) {
        var counted = new Counted();
        var loss = z.pow(2).sum();
        Sweep.observe(loss, new double[] {1}, counted);
        return counted.products;
    }

    @Test
    void row5_6_sweepAsksAFunctionOnlyForTheGradientsOfOthers() {
        var calls = new ArrayList<String>();
        class Twice implements TensorFunction {
            @Override
            public Tensor forward(Context cache, Tensor... x) {
                return x[0].mul(2);
            }

            @Override
            public @Nullable Tensor[] backward(Context cache, Tensor upstream) {
                calls.add("backward");
                return new Tensor[] {upstream.mul(2)};
            }
        }
        var w = Tensor.ones(3);
        var constant = Tensor.ones(3).requiresGrad(false);
        var ofConstant = new Twice().apply(constant);
        ofConstant.mul(w).sum().backward();
        assertThat(calls).isEmpty();
        assertThat(constant.hasGrad()).isFalse();
        new Twice().apply(w).sum().backward();
        assertThat(calls).containsExactly("backward");
    }
}
