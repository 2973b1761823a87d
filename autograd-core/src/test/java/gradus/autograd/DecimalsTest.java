package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expected: {@code np.array2string(a, precision=4, floatmode='maxprec_equal')} of NumPy 2.4.6, without brackets. */
class DecimalsTest {

    @Test
    void even_hasTheDecimalsOfTheNumberThatNeedsMost() {
        var decimals = Decimals.of(new double[] {1, -0.25, 30}, 4);
        assertThat(decimals.even(1)).isEqualTo("1.00");
        assertThat(decimals.even(-0.25)).isEqualTo("-0.25");
        assertThat(decimals.even(30)).isEqualTo("30.00");
    }

    @Test
    void even_cutsAtThePrecision() {
        assertThat(Decimals.of(new double[] {2 / 3.0, 1}, 4).even(2 / 3.0)).isEqualTo("0.6667");
        assertThat(Decimals.of(new double[] {2 / 3e7, 1}, 4).even(2 / 3e7)).isEqualTo("6.6667e-08");
    }

    /** Unlike NumPy, which keeps the point: a table's columns do without. */
    @Test
    void even_writesWholeNumbersWithoutPoint() {
        assertThat(Decimals.of(new double[] {1, -2}, 4).even(-2)).isEqualTo("-2");
        assertThat(Decimals.of(new double[] {1e9}, 4).even(1e9)).isEqualTo("1e+09");
    }

    @Test
    void even_writesNaNAndInfinityAlone() {
        var decimals = Decimals.of(new double[] {0.5, Double.NaN}, 4);
        assertThat(decimals.even(Double.NaN)).isEqualTo("NaN");
        assertThat(decimals.even(Double.NEGATIVE_INFINITY)).isEqualTo("-∞");
    }
}
