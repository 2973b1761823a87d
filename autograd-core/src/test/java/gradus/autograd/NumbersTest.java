package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "7, 7",
        "-4, −4",
        "49, 49",
        "0.5, 0.5",
        "0.19661193324148185, 0.19661",
        "3.0179862099620918, 3.018",
        "-0.00012345678, −0.00012346",
        "2.3e-7, 2.3·10⁻⁷",
        "1e-300, 10⁻³⁰⁰",
        "1234567, 1234567",
        "12345678, 1.2346·10⁷",
        "-1e9, −10⁹",
        "1e308, 10³⁰⁸",
        "123456.789, 123460",
        "NaN, NaN",
        "Infinity, ∞",
        "-Infinity, −∞"
    })
    void brief_isFiveSignificantDigits(double x, String written) {
        assertThat(Numbers.brief(x)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "-2, (−2)", "-0.5, (−0.5)"})
    void factor_bracketsNegativeNumbers(double x, String written) {
        assertThat(Numbers.factor(x)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"x, x̄", "x1, x̄1", "loss, l̅o̅s̅s̅", "w[0], w̄[0]"})
    void bar_standsOverLettersAlone(String name, String barred) {
        assertThat(Names.bar(name)).isEqualTo(barred);
    }
}
