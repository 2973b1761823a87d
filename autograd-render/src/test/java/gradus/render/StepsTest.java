package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.autograd.Tensor;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static String text(Steps steps) {
        return Stepper.of(Examples.STAGED.make(), steps).text();
    }

    @Test
    void forward_hasNoGradients() {
        assertThat(text(Steps.FORWARD).lines())
                .hasSize(1 + 1 + 8)
                .noneMatch(line -> line.contains("Backward") || line.contains("Seed"));
    }

    @Test
    void forward_takesATensorToo() {
        var h = Tensor.of(1, 2).named("x").exp().named("h");

        assertThat(Stepper.of(h, Steps.FORWARD).text()).contains("h = exp(x)   (x: 2 ⟶ h: 2)");
    }

    @Test
    void backward_startsWithAllValues() {
        var picture = (StepperPicture) Stepper.of(Examples.STAGED.make(), Steps.BACKWARD);
        var start = picture.frames().get(0);

        assertThat(start.values()).hasSize(2 + 8);
        assertThat(start.detail()).isEqualTo("All values are known.");
        assertThat(picture.frames().get(1).title()).startsWith("Seed");
    }

    @Test
    void fromAndTo_keepWhatWasThereBefore() {
        var picture = (StepperPicture)
                Stepper.of(Examples.STAGED.make(), Steps.ALL.from(9).to(12));

        assertThat(picture.frames()).hasSize(1 + 4);
        assertThat(picture.frames().get(0).detail()).isEqualTo("Steps already taken: 8");
        assertThat(picture.frames().get(0).values()).hasSize(2 + 8);
    }

    @Test
    void only_keepsTheStepsOfAVariableAndTheirNumbers() {
        assertThat(text(Steps.ALL.only("x")).lines().filter(line -> line.contains("x̄ +=")))
                .hasSize(3)
                .last()
                .asString()
                .contains("0 → 1.5832 → 1.5474 → 2.0596");
        assertThat(text(Steps.ALL.only("x"))).doesNotContain("xpysqr =");
    }

    @Test
    void only_ofAnUnknownVariableNamesThoseThatThereAre() {
        assertThatThrownBy(() -> text(Steps.ALL.only("q")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("q takes part in none of these steps; these variables do: den, f, invden, num, sigx, sigy,"
                        + " x, xpy, xpysqr, y");
    }

    @Test
    void from_beyondTheLastStepIsRefused() {
        assertThatThrownBy(() -> text(Steps.ALL.from(22)))
                .hasMessage("the steps from 22 on were asked for, and there are 21");
        assertThatThrownBy(() -> Steps.ALL.from(5).to(4)).isInstanceOf(IllegalArgumentException.class);
    }
}
