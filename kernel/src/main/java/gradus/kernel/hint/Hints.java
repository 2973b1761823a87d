package gradus.kernel.hint;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalogue of hints. The first that knows a mistake answers; those of another language come first. */
public final class Hints {

    /** One line for each group. */
    public static final List<Hint> ALL = Stream.<Hint[]>of(
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

    /** A hint and what it advises. */
    public record Found(Hint hint, String advice) {}

    private Hints() {}

    /** The hint for a mistake; null where none is known. */
    public static @Nullable Found of(Mistake mistake) {
        for (Hint each : ALL) {
            String advice = each.advice(mistake);
            if (advice != null) {
                return new Found(each, advice);
            }
        }
        return null;
    }
}
