package gradus.kernel;

import gradus.autograd.Var;
import gradus.kernel.display.Renderers;
import gradus.kernel.jupyter.Kernel;
import gradus.kernel.magic.Magics;
import gradus.render.Graph;
import gradus.render.Stepper;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Draws what nobody sees, and lists the packages that completion goes by, while the class still looks at its first cell:
 * the JVM loads the drawing code and its fonts now, and not when a room waits for its first picture. It takes more than a
 * second of one core, once, and no cell waits for it: each part begins when no cell has run for a while.
 */
final class Warmup {

    private static final Logger LOG = Logger.getLogger(Warmup.class.getName());

    /** For parts that take a tenth of a second, and are worth it from the second cell on. */
    private static final int SHORT_PAUSE_MILLIS = 250;

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

    void begin(Kernel kernel) {
        var thread = new Thread(() -> run(kernel), "gradus-warmup");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Some work, once.
     *
     * @param usesSession whether no cell can run meanwhile
     */
    private record Part(int pauseMillis, boolean usesSession, Runnable work) {

        /** Returns whether it was done: a cell that has begun goes first. */
        boolean isDone(Kernel kernel) {
            try {
                if (usesSession) {
                    return kernel.doIfFree(work);
                }
                work.run();
            } catch (RuntimeException e) {
                LOG.log(Level.FINE, "This is not warm, and works all the same.", e);
            }
            return true;
        }
    }

    private void run(Kernel kernel) {
        List<Part> parts = List.of(
                new Part(SHORT_PAUSE_MILLIS, true, interpreter.java()::warmUp),
                new Part(PAUSE_MILLIS, true, () -> interpreter.complete("new Var(1).", 11)),
                new Part(PAUSE_MILLIS, true, interpreter.java()::index),
                new Part(PAUSE_MILLIS, false, () -> Magics.all().forEach(Magics::options)),
                new Part(PAUSE_MILLIS, false, () -> Renderers.render(Graph.of(example))),
                new Part(PAUSE_MILLIS, false, () -> Renderers.render(Stepper.of(example))));
        interpreter.java().awaitStart(); // a cell that came meanwhile waits for that too, and goes first
        try {
            for (Part each : parts) {
                do {
                    awaitPause(each.pauseMillis());
                } while (!each.isDone(kernel));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitPause(int millis) throws InterruptedException {
        for (long left = millis; left > 0; left = millis - interpreter.idleMillis()) {
            Thread.sleep(left);
        }
    }
}
