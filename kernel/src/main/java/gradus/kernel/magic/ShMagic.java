package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %sh COMMAND}: {@link gradus.kernel.work.Program#shell}. */
@Command(
        name = "%sh",
        aliases = {"%shell", "%system"},
        description = "Runs a command of the shell (cmd on Windows).")
final class ShMagic extends WorkMagic {

    @Parameters(paramLabel = "COMMAND", description = "as you would type it")
    String command = "";

    @Override
    public List<String> split(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }

    @Override
    public @Nullable Object run(Session session) throws IOException, InterruptedException, CellFailure {
        ShCellMagic.shell(command);
        return null;
    }

    @Override
    public String example() {
        return "%sh echo hello";
    }
}
