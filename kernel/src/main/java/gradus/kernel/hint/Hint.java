package gradus.kernel.hint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to do about one kind of mistake in code that does not compile. */
public interface Hint {

    /** The advice, in a sentence or two; null if this is another mistake. */
    @Nullable
    String advice(Mistake mistake);

    /** Code with the mistake, each sample in a session of its own; an empty line parts cells, of which the last fails. */
    List<String> samples();

    /** The name of the constant. */
    String name();
}
