package gradus.kernel.exercise;

import java.time.Duration;

/** Stops what runs, unless it is closed in time. */
final class TimeLimit implements AutoCloseable {

    private final Thread timer;
    private volatile boolean isReached;

    TimeLimit(Duration limit, Runnable stop) {
        timer = new Thread(
                () -> {
                    try {
                        Thread.sleep(limit.toMillis());
                        isReached = true;
                        stop.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt(); // closed in time
                    }
                },
                "gradus-check-limit");
        timer.setDaemon(true);
        timer.start();
    }

    boolean isReached() {
        return isReached;
    }

    @Override
    public void close() {
        timer.interrupt();
    }
}
