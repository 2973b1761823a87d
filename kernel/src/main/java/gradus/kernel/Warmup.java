package gradus.kernel;

import gradus.autograd.Var;
import gradus.kernel.display.Renderers;
import gradus.kernel.magic.Magics;
import gradus.render.Graph;
import gradus.render.Stepper;
import java.util.List;

/**
 * Draws what nobody sees, and lists the packages that completion goes by, while the class still looks at its first cell:
 * the JVM loads the drawing code and its fonts now, and not when a room waits for its first picture. It takes more than a
 * second of one core, once, and no cell waits for it: each part begins when no cell has run for a while.
 */
final class Warmup {

    private static final int PAUSE_MILLIS = 1000;

    private final CellInterpreter interpreter;

    /** Computed before any cell can run: a trace of a cell hears every op, and must not hear of these. */
    private final Var example;

    Warmup(CellInterpreter interpreter) {
        this.interpreter = interpreter;
        interpreter.java().putOffIndex();
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
        List<Runnable> parts = List.of(
                interpreter.java()::index,
                () -> Magics.all().forEach(Magics::options),
                () -> Renderers.render(Graph.of(example)),
                () -> Renderers.render(Stepper.of(example)));
        try {
            for (Runnable each : parts) {
                awaitPause();
                each.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitPause() throws InterruptedException {
        for (long left = PAUSE_MILLIS; left > 0; left = PAUSE_MILLIS - interpreter.idleMillis()) {
            Thread.sleep(left);
        }
    }
}
