package gradus.kernel.magic;

import gradus.autograd.OpLog;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.kernel.session.SourceLine;
import gradus.kernel.session.Value;
import gradus.render.OpTable;
import gradus.render.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code %%trace}: {@link Session#run} with an {@link OpLog}, which {@link OpTable#of} shows. */
@Command(
        name = "%%trace",
        description = "Runs the cell and lists every op that it performed, in order, with the line that made it.")
final class TraceCellMagic extends WholeCellMagic {

    @Override
    public @Nullable Object run(Session session) throws CellFailure {
        var log = OpLog.start(session::isOfCell);
        boolean whole = false;
        try {
            Value value = session.run(text());
            whole = true;
            return value == null ? null : value.object();
        } finally {
            log.close();
            if (whole || log.count() > 0) {
                session.display(OpTable.of(log, frame -> source(session, frame)));
            }
        }
    }

    private static OpTable.Source source(Session session, StackTraceElement frame) {
        var line = session.lineOf(frame);
        return new OpTable.Source(place(line), line.text());
    }

    private static String place(SourceLine line) {
        if (line.line() == 0) {
            return line.cell() == 0 ? "" : Words.of("trace.cell", line.cell());
        }
        return line.cell() == 0
                ? Words.of("trace.line", line.line())
                : Words.of("trace.place", line.cell(), line.line());
    }

    @Override
    public String example() {
        return "%%trace\nvar x = new Var(2);\nvar f = x.mul(x).add(x.sin());";
    }
}
