package gradus.kernel.magic;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import picocli.CommandLine.Command;

/** {@code %%html}: the same as {@code display(text, "text/html")}. */
@Command(name = "%%html", aliases = "%%HTML", description = "Shows the cell as HTML.")
final class HtmlMagic extends WholeCellMagic {

    @Override
    public Object run(Session session) {
        return MimeBundle.text(text()).with(MimeBundle.HTML, text());
    }

    @Override
    public String example() {
        return "%%html\n<b>bold</b>";
    }
}
