package gradus.kernel.magic;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import gradus.render.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %lang cs}: {@link Words#language(String)}. */
@Command(name = "%lang", description = "Chooses the language of the pictures: en, cs, ro or ru.")
final class LangMagic extends Magic {

    @Parameters(arity = "0..1", paramLabel = "LANGUAGE", description = "en, cs, ro or ru; none tells the one chosen")
    String language = "";

    @Override
    public Object run(Session session) {
        if (!language.isEmpty()) {
            Words.language(language);
        }
        return MimeBundle.text(Words.of("language.chosen", Words.language()));
    }

    @Override
    public String example() {
        return "%lang en";
    }
}
