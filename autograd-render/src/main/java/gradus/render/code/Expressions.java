package gradus.render.code;

import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.TraceNode;
import java.util.List;

/** How values and contributions are written in one language. */
interface Expressions {

    /** The right-hand side of z = …; lines that must stand before it are put into {@code before}. */
    String value(TraceNode z, List<String> before);

    /** What is added to the gradient of the operand. */
    String contribution(BackwardStep step, List<String> before);
}
