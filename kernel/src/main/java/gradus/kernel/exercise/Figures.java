package gradus.kernel.exercise;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers as a verdict tells them. */
final class Figures {

    private static final int DIGITS = 6;

    private Figures() {}

    /** Six digits, with a true minus sign. */
    static String of(double x) {
        if (!Double.isFinite(x)) {
            return Double.toString(x).replace("Infinity", "∞").replace('-', '−');
        }
        String text = new BigDecimal(x)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toString();
        boolean isLong = Math.abs(x) >= 1e7 || (x != 0 && Math.abs(x) < 1e-4);
        String plain = isLong ? text : new BigDecimal(text).toPlainString();
        return plain.replace("E+", "e").replace("E", "e").replace('-', '−');
    }

    /** {@code x = 0.3, w = −1.2}. */
    static String of(List<String> names, double[] numbers) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " = " + of(numbers[i]))
                .collect(Collectors.joining(", "));
    }
}
