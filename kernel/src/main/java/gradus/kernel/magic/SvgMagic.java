package gradus.kernel.magic;

import gradus.kernel.display.Svg;
import gradus.kernel.session.Session;
import picocli.CommandLine.Command;

/** {@code %%svg}: {@link Svg#bundle}. */
@Command(name = "%%svg", aliases = "%%SVG", description = "Shows the cell as an SVG drawing.")
final class SvgMagic extends WholeCellMagic {

    @Override
    public Object run(Session session) {
        return Svg.bundle(text());
    }

    @Override
    public String example() {
        return "%%svg\n<svg xmlns='http://www.w3.org/2000/svg' width='90' height='30'><circle cx='45' cy='15' r='12'/></svg>";
    }
}
