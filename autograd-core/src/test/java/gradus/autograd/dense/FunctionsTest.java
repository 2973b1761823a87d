package gradus.autograd.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact values come from the series of e^x in 60 digits. */
class FunctionsTest {

    private static final MathContext DIGITS = new MathContext(60);
    private static final int POINTS = 4000;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    @Test
    void tanh_isWithinOneAndAHalfUnitsInTheLastPlace() {
        double half = Math.log(3) / 2;
        var random = new SplittableRandom(1);
        assertThat(worst(() -> random.nextDouble(-1, 1))).isLessThan(1.5);
        assertThat(worst(() -> half + random.nextDouble(-1e-6, 1e-6))).isLessThan(1.5);
        assertThat(worst(() -> random.nextDouble(0, 19.5))).isLessThan(1.5);
        assertThat(worst(() -> random.nextDouble(0.5, 1) * Math.pow(2, -random.nextInt(60))))
                .isLessThan(1.5);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "4.9E-324, 4.9E-324",
        "-1e-310, -1e-310",
        "1e-9, 1e-9",
        "20, 1",
        "-20, -1",
        "1e300, 1",
        "Infinity, 1",
        "-Infinity, -1",
        "NaN, NaN"
    })
    void tanh_atItsEdges(double x, double expected) {
        assertThat(Functions.tanh(x)).isEqualTo((Double) expected);
    }

    /** The largest error in units in the last place. */
    private static double worst(DoubleSupplier draw) {
        double worst = 0;
        for (int k = 0; k < POINTS; k++) {
            double x = draw.getAsDouble();
            var exact = tanh(x);
            double error = new BigDecimal(Functions.tanh(x))
                    .subtract(exact)
                    .abs()
                    .divide(new BigDecimal(Math.ulp(exact.doubleValue())), MathContext.DECIMAL64)
                    .doubleValue();
            worst = Math.max(worst, error);
        }
        return worst;
    }

    /** (e^2x − 1)/(e^2x + 1) */
    private static BigDecimal tanh(double x) {
        var e = exp(new BigDecimal(x).multiply(TWO));
        return e.subtract(BigDecimal.ONE).divide(e.add(BigDecimal.ONE), DIGITS);
    }

    /** By its series at x/2¹⁴, squared fourteen times. */
    private static BigDecimal exp(BigDecimal x) {
        int halvings = 14;
        var y = x.divide(TWO.pow(halvings), MathContext.UNLIMITED);
        var term = BigDecimal.ONE;
        var sum = BigDecimal.ONE;
        for (int k = 1; k < 25; k++) {
            term = term.multiply(y, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }
}
