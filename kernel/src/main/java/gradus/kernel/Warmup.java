package gradus.kernel;

import gradus.autograd.Var;
import gradus.kernel.display.Renderers;
import gradus.kernel.magic.Magics;
import gradus.render.Graph;
import gradus.render.Stepper;

/**
 * Draws what nobody sees, while the class still looks at its first cell: the JVM loads the drawing code and its fonts now,
 * and not when a room waits for its first picture. It takes most of a second of one core, once.
 */
final class Warmup {

    /** By then the first cell, which does not wait for this, has its answer. */
    private static final int DELAY_MILLIS = 1000;

    /** Computed before any cell can run: a trace of a cell hears every op, and must not hear of these. */
    private final Var example;

    Warmup() {
        var x = new Var(2, "x");
        example = x.mul(x).add(x.sin());
        example.backward();
    }

    void begin() {
        var thread = new Thread(this::run, "gradus-warmup");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            Thread.sleep(DELAY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        Magics.all().forEach(Magics::options);
        Renderers.render(Graph.of(example));
        Renderers.render(Stepper.of(example));
    }
}
