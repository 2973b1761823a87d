package gradus.kernel.display;

import gradus.kernel.session.CellOutput;
import gradus.kernel.session.Outputs;
import org.jspecify.annotations.Nullable;

/** What every cell can call without an import. */
public final class Display {

    private Display() {}

    /** Shows a value under the cell now, before the cell has ended; once for each call. */
    public static void display(@Nullable Object value) {
        CellOutput output = Outputs.current();
        if (output != null) {
            output.show(Renderers.render(value));
        }
    }
}
