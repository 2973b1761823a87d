package gradus.kernel.magic;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import picocli.CommandLine.Command;

/** {@code %%latex}: the same as {@code display(text, "text/latex")}. */
@Command(name = "%%latex", description = "Shows the cell as LaTeX.")
final class LatexMagic extends WholeCellMagic {

    @Override
    public Object run(Session session) {
        return MimeBundle.text(text()).with(MimeBundle.LATEX, text());
    }

    @Override
    public String example() {
        return "%%latex\n$\\bar{x} = \\frac{\\partial L}{\\partial x}$";
    }
}
