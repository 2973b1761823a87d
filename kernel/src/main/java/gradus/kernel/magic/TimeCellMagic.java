package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code %%time}: as {@code %time}, for the whole cell. */
@Command(name = "%%time", description = "Runs the cell and tells how long it took.")
final class TimeCellMagic extends WholeCellMagic {

    @Override
    public @Nullable Object run(Session session) throws CellFailure {
        return TimeMagic.timed(text(), session);
    }

    @Override
    public String example() {
        return "%%time\ndouble sum = 0;\nfor (int i = 0; i < 1000; i++) sum += Math.sqrt(i);";
    }
}
