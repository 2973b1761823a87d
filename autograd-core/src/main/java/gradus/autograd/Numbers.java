package gradus.autograd;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How numbers are written for people: rounded once, the same in every picture, whatever the locale. */
public final class Numbers {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /**
     * Five significant digits without trailing zeros, with a true minus sign: 7, −0.5, 0.19661, 1.5457, 2.3·10⁻⁷. Whole
     * numbers below 10⁷ are written out.
     */
    public static String brief(double x) {
        return brief(x, 5);
    }

    /** {@link #brief(double)} with another number of significant digits, at least 1. */
    public static String brief(double x, int digits) {
        if (Double.isNaN(x)) {
            return "NaN";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "∞" : "−∞";
        }
        if (x == 0) {
            return "0";
        }
        boolean whole = x == Math.rint(x) && Math.abs(x) < 1e7;
        var rounded = (whole
                        ? new BigDecimal(x)
                        : new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN)))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        var text = exponent < -4 || exponent >= 7
                ? mantissa(rounded, exponent) + "10" + superscript(exponent)
                : rounded.toPlainString();
        return text.replace('-', '−');
    }

    /** {@link #brief}, in parentheses where it is negative: fit to stand behind an operator. */
    public static String factor(double x) {
        var text = brief(x);
        return text.startsWith("−") ? "(" + text + ")" : text;
    }

    /** The number raised, such as ² or ⁻³; null if the text is not a whole number of at most two digits. */
    static @Nullable String superscript(String number) {
        if (!number.matches("[(]?[−-]?[0-9]{1,2}[)]?")) {
            return null;
        }
        return superscript(Integer.parseInt(number.replaceAll("[()]", "").replace('−', '-')));
    }

    private static String superscript(int n) {
        var raised = new StringBuilder(n < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(n)).toCharArray()) {
            raised.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return raised.toString();
    }

    private static String mantissa(BigDecimal x, int exponent) {
        var m = x.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return m.equals("1") ? "" : m.equals("-1") ? "−" : m + "·";
    }
}
