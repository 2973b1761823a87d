package gradus.kernel.magic;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(name = "%lsmagic", description = "Lists all magics.")
final class LsmagicMagic extends SessionMagic {

    @Override
    public Object run(Session session) {
        return MimeBundle.text(Magics.all().stream()
                .map(each -> "%-14s %s".formatted(each.name(), each.description()))
                .collect(Collectors.joining("\n")));
    }

    @Override
    public String example() {
        return "%lsmagic";
    }
}
