package gradus.kernel;

import gradus.kernel.install.Commands;
import gradus.kernel.jupyter.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The command line. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        // The start of a kernel is waited for: it does without the command line parser. Some clients (`jupyter run`)
        // append arguments of their own.
        if (arguments.length >= 2 && "kernel".equals(arguments[0])) {
            var interpreter = new CellInterpreter();
            JitDirectives.give();
            var warmup = new Warmup(interpreter);
            Kernel kernel = Kernel.serve(Path.of(arguments[1]), interpreter);
            warmup.begin(kernel);
        } else {
            System.exit(Commands.run(arguments));
        }
    }
}
