package gradus.autograd.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
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
        double change = Functions.SWITCH;
        var random = new SplittableRandom(1);
        assertThat(worst(() -> random.nextDouble(-1, 1))).isLessThan(1.5);
        assertThat(worst(() -> change + random.nextDouble(-1e-6, 1e-6))).isLessThan(1.5);
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

    @Test
    void tanh_ofAnArrayGivesTheDigitsOfTanh() {
        var random = new SplittableRandom(2);
        var edges = DoubleStream.of(
                0,
                Double.MIN_VALUE,
                1e-310,
                Double.MIN_NORMAL,
                1e-9,
                0.1,
                Math.nextDown(Functions.SWITCH),
                Functions.SWITCH,
                Math.nextUp(Functions.SWITCH),
                1,
                19.06,
                19.07,
                20,
                Math.nextUp(20.0),
                710,
                1e300,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NaN);
        var everyExponent = DoubleStream.generate(() -> Double.longBitsToDouble(random.nextLong()));
        var layer = DoubleStream.generate(() -> random.nextDouble(-25, 25) * random.nextDouble());
        var x = Stream.of(
                        edges.flatMap(e -> DoubleStream.of(e, -e)),
                        everyExponent.limit(POINTS),
                        layer.limit(25 * POINTS))
                .flatMapToDouble(part -> part)
                .toArray();
        var z = new double[x.length];
        // No whole number of registers at either end.
        int from = 1;
        int to = x.length - 2;
        // The tests run with the Vector API, as the kernel does.
        var vectors = Objects.requireNonNull(
                Vectors.find("gradus.autograd.dense.VectorTanh", ArrayFunction.class), "the Vector API");
        vectors.values(x, z, from, to);
        var expected = new double[x.length];
        for (int k = from; k < to; k++) {
            expected[k] = Functions.tanh(x[k]);
        }
        // By their bits: −0 is not 0, and NaN is NaN.
        assertThat(Arrays.equals(z, expected)).isTrue();
        var untouched = new double[x.length];
        var y = new double[x.length];
        boolean done = Functions.tanh(x, y, from, to);
        assertThat(Arrays.equals(y, done ? expected : untouched)).isTrue();
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
