package gradus.autograd.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.autograd.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {

    @Test
    void xor_isItsTruthTable() {
        var xor = Dataset.xor();
        assertThat(xor.x().toArray()).containsExactly(0, 0, 0, 1, 1, 0, 1, 1);
        assertThat(xor.y().toArray()).containsExactly(0, 1, 1, 0);
        assertThat(xor.labels()).containsExactly(0, 1, 1, 0);
        assertThat(xor.classes()).isEqualTo(2);
        assertThat(xor.oneHot().toArray()).containsExactly(1, 0, 0, 1, 0, 1, 1, 0);
        assertThat(xor.x().requiresGrad() || xor.y().requiresGrad()).isFalse();
    }

    @Test
    void clouds_areLabelledByTheSignsOfTheirCorner() {
        var clouds = Dataset.xor(1, 40, 0.1);
        for (int i = 0; i < 40; i++) {
            boolean differ = clouds.x().at(i, 0) * clouds.x().at(i, 1) < 0;
            assertThat(clouds.labels()[i]).isEqualTo(differ ? 1 : 0);
            assertThat(Math.abs(clouds.x().at(i, 0))).isCloseTo(1, within(0.5));
        }
    }

    @Test
    void sameSeed_givesTheSameData() {
        for (var pair : List.of(
                List.of(Dataset.moons(1, 20, 0.1), Dataset.moons(1, 20, 0.1), Dataset.moons(2, 20, 0.1)),
                List.of(Dataset.xor(1, 20, 0.1), Dataset.xor(1, 20, 0.1), Dataset.xor(2, 20, 0.1)),
                List.of(Dataset.spirals(1, 3, 20, 0.1), Dataset.spirals(1, 3, 20, 0.1), Dataset.spirals(2, 3, 20, 0.1)),
                List.of(
                        Dataset.linear(1, 20, 0.1, 1, 2),
                        Dataset.linear(1, 20, 0.1, 1, 2),
                        Dataset.linear(2, 20, 0.1, 1, 2)))) {
            assertThat(pair.get(0).x().toArray()).isEqualTo(pair.get(1).x().toArray());
            assertThat(pair.get(0).y().toArray()).isEqualTo(pair.get(1).y().toArray());
            assertThat(pair.get(0).x().toArray()).isNotEqualTo(pair.get(2).x().toArray());
        }
    }

    @Test
    void moonsWithoutNoise_lieOnTheirHalfCircles() {
        var moons = Dataset.moons(5, 100, 0);
        for (int i = 0; i < 100; i++) {
            double x = moons.x().at(i, 0);
            double y = moons.x().at(i, 1);
            boolean upper = moons.labels()[i] == 0;
            assertThat(upper ? Math.hypot(x, y) : Math.hypot(x - 1, y - 0.5)).isCloseTo(1, within(1e-12));
            assertThat(upper ? y >= 0 : y <= 0.5).isTrue();
        }
        assertThat(moons.labels()).containsOnly(0, 1);
    }

    @Test
    void spiralsWithoutNoise_turnWithTheirRadius() {
        var spirals = Dataset.spirals(5, 3, 99, 0);
        assertThat(spirals.classes()).isEqualTo(3);
        for (int i = 0; i < 99; i++) {
            double x = spirals.x().at(i, 0);
            double y = spirals.x().at(i, 1);
            double radius = Math.hypot(x, y);
            double angle = 2.5 * Math.PI * radius + 2 * Math.PI * spirals.labels()[i] / 3;
            assertThat(x).isCloseTo(radius * Math.cos(angle), within(1e-12));
            assertThat(y).isCloseTo(radius * Math.sin(angle), within(1e-12));
            assertThat(radius).isLessThan(1);
        }
    }

    @Test
    void linearWithoutNoise_isTheRelation() {
        var data = Dataset.linear(3, 50, 0, 0.5, 2, -1);
        var expected = data.x().matmul(Tensor.of(new double[][] {{2}, {-1}})).add(0.5);
        assertThat(data.y().toArray()).containsExactly(expected.toArray(), within(1e-14));
        assertThat(data.x().shape()).hasToString("50×2");
    }

    @Test
    void noise_hasTheDeviationThatWasAskedFor() {
        var data = Dataset.linear(3, 5000, 0.25, 0, 1);
        var residual = data.y().sub(data.x());
        assertThat(Math.sqrt(residual.variance().value())).isCloseTo(0.25, within(0.01));
    }

    @Test
    void labelsOfARegression_areRefused() {
        assertThatThrownBy(() -> Dataset.linear(3, 5, 0.1, 0, 1).labels())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Is this a regression?");
    }

    @Test
    void targetsThatAreNoColumn_areRefused() {
        assertThatThrownBy(() -> new Dataset(Tensor.zeros(4, 2), Tensor.zeros(4)))
                .hasMessage("Dataset: x must be N×D and y N×1, and they are 4×2 and 4."
                        + " reshape(-1, 1) makes a column of y");
        assertThatThrownBy(() -> new Dataset(Tensor.zeros(4, 2), Tensor.zeros(3, 1)))
                .hasMessageContaining("3×1");
    }

    @Test
    void sizesOutOfRange_areRefused() {
        assertThatThrownBy(() -> Dataset.moons(1, 0, 0.1)).hasMessageContaining("was given 0 and 0.1");
        assertThatThrownBy(() -> Dataset.moons(1, 10, -1)).hasMessageContaining("noise of 0 or more");
        assertThatThrownBy(() -> Dataset.spirals(1, 0, 10, 0)).hasMessageContaining("at least one class");
    }
}
