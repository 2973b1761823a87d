package gradus.kernel.jupyter;

/** The end of the kernel, in time, whatever a cell may still be doing. */
final class Exit {

    private static final int SEND_MILLIS = 30;

    /** The JVM itself then takes up to 300 ms more: it waits for threads that are in a system call. */
    private static final int LIMIT_MILLIS = 150;

    private Exit() {}

    /** Lets the last messages leave, then runs what the cells want run at exit, but not for long. */
    static void soon() {
        var watchdog = new Thread(() -> halt(LIMIT_MILLIS), "gradus-halt");
        watchdog.setDaemon(true);
        watchdog.start();
        new Thread(
                        () -> {
                            sleep(SEND_MILLIS);
                            System.exit(0);
                        },
                        "gradus-exit")
                .start();
    }

    /** Ends the kernel at once when a thread has ended. */
    static void after(Thread thread) {
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.interrupted(); // by a cell that interrupts whatever it finds
            }
        }
        Runtime.getRuntime().halt(1);
    }

    private static void halt(int millis) {
        sleep(millis);
        Runtime.getRuntime().halt(0);
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
