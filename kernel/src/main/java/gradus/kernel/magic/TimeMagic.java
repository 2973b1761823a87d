package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import gradus.kernel.session.Value;
import gradus.kernel.work.Timing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %time CODE}: {@link Session#run} between two looks at {@link Session#nanosRun}. */
@Command(name = "%time", description = "Runs the code once and tells how long it took.")
final class TimeMagic extends WorkMagic {

    @Parameters(paramLabel = "CODE", description = "Java: an expression or statements")
    String code = "";

    @Override
    public List<String> split(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }

    @Override
    public @Nullable Object run(Session session) throws CellFailure {
        return timed(code, session);
    }

    /** Without the time of the compiler: that is told apart. */
    static @Nullable Object timed(String code, Session session) throws CellFailure {
        long ran = session.nanosRun();
        long start = System.nanoTime();
        try {
            Value value = session.run(code);
            return value == null ? null : value.object();
        } finally {
            long all = System.nanoTime() - start;
            long run = session.nanosRun() - ran;
            session.display(MimeBundle.text("Time: " + Timing.text((double) run) + ", and "
                    + Timing.text((double) (all - run)) + " to compile"));
        }
    }

    @Override
    public String example() {
        return "%time Math.sqrt(2)";
    }
}
