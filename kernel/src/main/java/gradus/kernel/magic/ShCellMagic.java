package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.Session;
import gradus.kernel.work.Program;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code %%sh}: {@link Program#shell}. */
@Command(
        name = "%%sh",
        aliases = {"%%shell", "%%bash", "%%cmd"},
        description = "Runs the cell in the shell (cmd on Windows); what it prints appears as it comes.")
final class ShCellMagic extends WholeCellMagic {

    @Override
    public @Nullable Object run(Session session) throws IOException, InterruptedException, CellFailure {
        shell(text());
        return null;
    }

    /** @throws CellFailure if the shell ends with anything but 0 */
    static void shell(String script) throws IOException, InterruptedException, CellFailure {
        int code = Program.shell(script);
        if (code != 0) {
            String reason = "the shell ended with exit code " + code;
            throw new CellFailure(new ErrorReport("ExitCode", reason, List.of("ExitCode: " + reason)));
        }
    }

    @Override
    public String example() {
        return "%%sh\necho hello";
    }
}
