package gradus.kernel.magic;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import gradus.render.Words;
import picocli.CommandLine.Command;

@Command(
        name = "%reset",
        description = "Forgets your variables, methods and classes; every name of Gradus means again what it meant.")
final class ResetMagic extends SessionMagic {

    @Override
    public Object run(Session session) {
        session.reset();
        return MimeBundle.text(Words.of("session.reset"));
    }

    @Override
    public String example() {
        return "%reset";
    }
}
