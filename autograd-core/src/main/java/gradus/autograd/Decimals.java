package gradus.autograd;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How the numbers of one array are written: all with the same decimals, or all in scientific notation. The rules are
 * those of NumPy ({@code numpy.set_printoptions}, floatmode {@code maxprec}):
 *
 * <ul>
 *   <li>as few decimals as tell a number from every other double, at most {@code precision}; as many for all as the
 *       number that needs most
 *   <li>scientific where, of the numbers that are not 0, the largest is 10⁸ or more, the smallest below 10⁻⁴, or the
 *       largest more than 1000 times the smallest
 *   <li>NaN and ∞ have no say in this
 * </ul>
 *
 * <p>What is cut off is rounded from the exact binary value, half to even. Minus is the hyphen of the keyboard, so that
 * what is copied can be compiled.
 */
public final class Decimals {

    private static final double LARGE = 1e8;
    private static final double SMALL = 1e-4;
    private static final double WIDE = 1000;

    private final int precision;
    private final boolean scientific;
    private int wholes;
    private int decimals;
    private int exponentDigits = 2;

    private Decimals(double[] numbers, int precision) {
        this.precision = precision;
        this.scientific = isScientific(numbers);
        int special = 0;
        for (double x : numbers) {
            if (Double.isFinite(x)) {
                var digits = digits(x);
                int exponent = exponent(digits);
                int sign = sign(x).length();
                wholes = Math.max(wholes, sign + (scientific || exponent < 0 ? 1 : exponent + 1));
                decimals = Math.max(decimals, scientific ? digits.precision() - 1 : digits.scale());
                exponentDigits = Math.max(
                        exponentDigits, Integer.toString(Math.abs(exponent)).length());
            } else {
                special = Math.max(special, special(x).length());
            }
        }
        wholes = Math.max(wholes, special - 1 - behindPoint());
    }

    /**
     * For these numbers, which need not be all of the array.
     *
     * @param precision the largest number of decimals, at least 0; in scientific notation those of the mantissa
     */
    public static Decimals of(double[] numbers, int precision) {
        return new Decimals(numbers, precision);
    }

    private static boolean isScientific(double[] numbers) {
        double max = 0;
        double min = Double.POSITIVE_INFINITY;
        for (double x : numbers) {
            if (Double.isFinite(x) && x != 0) {
                max = Math.max(max, Math.abs(x));
                min = Math.min(min, Math.abs(x));
            }
        }
        return max > 0 && (max >= LARGE || min < SMALL || max / min > WIDE);
    }

    /** Padded with spaces to the width of all the others, point below point: {@code ' 1.  '} beside {@code '-0.25'}. */
    String aligned(double x) {
        int width = wholes + 1 + behindPoint();
        if (!Double.isFinite(x)) {
            return " ".repeat(width - special(x).length()) + special(x);
        }
        var text = scientific ? scientific(x) : sign(x) + withPoint(digits(x));
        int point = text.indexOf('.');
        var left = " ".repeat(wholes - point) + text;
        return left + " ".repeat(width - left.length());
    }

    /** As many decimals as all the others, without padding; no point where all are whole: {@code 1.00}, {@code 7}. */
    public String even(double x) {
        if (!Double.isFinite(x)) {
            return special(x);
        }
        var text = scientific
                ? scientific(x)
                : sign(x) + digits(x).setScale(decimals).toPlainString();
        return text.replace(".e", "e");
    }

    /** True digits, not zeros, fill what the shortest text of a very small number leaves: 4.94e-324, not 5.00e-324. */
    private String scientific(double x) {
        var digits = rounded(new BigDecimal(Math.abs(x)), decimals + 1);
        int exponent = exponent(digits);
        var power = Integer.toString(Math.abs(exponent));
        return sign(x)
                + withPoint(digits.movePointLeft(exponent).setScale(decimals))
                + (exponent < 0 ? "e-" : "e+")
                + "0".repeat(exponentDigits - power.length())
                + power;
    }

    private int behindPoint() {
        return scientific ? decimals + 2 + exponentDigits : decimals;
    }

    private static String withPoint(BigDecimal digits) {
        var text = digits.toPlainString();
        return digits.scale() == 0 ? text + "." : text;
    }

    private static String sign(double x) {
        return Double.doubleToRawLongBits(x) < 0 ? "-" : "";
    }

    private static String special(double x) {
        return Double.isNaN(x) ? "NaN" : sign(x) + "∞";
    }

    private static int exponent(BigDecimal digits) {
        return digits.signum() == 0 ? 0 : digits.precision() - digits.scale() - 1;
    }

    /** |x| in as few digits as tell it from every other double, as long as the precision allows for them. */
    private BigDecimal digits(double x) {
        var exact = new BigDecimal(Math.abs(x));
        int most = precision + (scientific ? 1 : 0);
        var digits = rounded(exact, most);
        for (int fewer = most - 1; fewer >= (scientific ? 1 : 0); fewer--) {
            var shorter = rounded(exact, fewer);
            if (shorter.doubleValue() != Math.abs(x)) {
                break;
            }
            digits = shorter;
        }
        var stripped = digits.stripTrailingZeros();
        return scientific || stripped.scale() >= 0 ? stripped : stripped.setScale(0);
    }

    private BigDecimal rounded(BigDecimal exact, int places) {
        return scientific
                ? exact.round(new MathContext(places, RoundingMode.HALF_EVEN))
                : exact.setScale(places, RoundingMode.HALF_EVEN);
    }
}
