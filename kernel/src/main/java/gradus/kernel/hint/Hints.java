package gradus.kernel.hint;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalogue of hints. The first that knows a mistake answers; those of another language come first. */
public final class Hints {

    /** One line for each group. */
    public static final List<Hint> ALL = Stream.<Hint[]>of(
                    LimitHint.values(),
                    PythonHint.values(),
                    BracketHint.values(),
                    SyntaxHint.values(),
                    NameHint.values(),
                    OperatorHint.values(),
                    TypeHint.values(),
                    FlowHint.values(),
                    ClassHint.values())
            .flatMap(Stream::of)
            .toList();

    /** What no student types; on data in a line, the patterns of the hints would search for minutes. */
    private static final int LONGEST_LINE = 2_000;

    /** A hint and what it advises. */
    public record Found(Hint hint, String advice) {}

    private Hints() {}

    /** The hint for a mistake; null where none is known. */
    public static @Nullable Found of(Mistake mistake) {
        boolean isReadable = mistake.source().lines().allMatch(each -> each.length() <= LONGEST_LINE);
        for (Hint each : isReadable ? ALL : List.<Hint>of(LimitHint.values())) {
            String advice = each.advice(mistake);
            if (advice != null) {
                return new Found(each, advice);
            }
        }
        return null;
    }
}
