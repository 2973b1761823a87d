package gradus.kernel.magic;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import picocli.CommandLine.Command;

/** {@code %%javascript}: the same as {@code display(text, "application/javascript")}. */
@Command(
        name = "%%javascript",
        aliases = "%%js",
        description = "Runs the cell in the page, where the notebook is trusted.")
final class JavascriptMagic extends WholeCellMagic {

    @Override
    public Object run(Session session) {
        return MimeBundle.text(text()).with("application/javascript", text());
    }

    @Override
    public String example() {
        return "%%javascript\nelement.textContent = 1 + 1;";
    }
}
