package gradus.kernel.magic;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import picocli.CommandLine.Command;

/** {@code %%markdown}: the same as {@code display(text, "text/markdown")}. */
@Command(name = "%%markdown", aliases = "%%md", description = "Shows the cell as Markdown.")
final class MarkdownMagic extends WholeCellMagic {

    @Override
    public Object run(Session session) {
        return MimeBundle.text(text()).with("text/markdown", text());
    }

    @Override
    public String example() {
        return "%%markdown\nA *word*.";
    }
}
