package gradus.kernel.magic;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(name = "%who", description = "Lists your variables and their types.")
final class WhoMagic extends SessionMagic {

    @Override
    public Object run(Session session) {
        String lines = session.variables().keySet().stream()
                .map(each -> session.typeOf(each) + " " + each)
                .collect(Collectors.joining("\n"));
        return MimeBundle.text(lines.isEmpty() ? "No variables yet." : lines);
    }

    @Override
    public String example() {
        return "%who";
    }
}
