package gradus.kernel.jupyter;

import gradus.kernel.session.ErrorReport;
import io.github.spencerpark.jupyter.messages.Message;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who may use the session now. JShell reads names into a table that two threads at once break: what is completed would
 * have no name, and a cell would end in the middle of a line.
 */
final class Turns {

    private static final ErrorReport BUSY = report(
            "KernelBusy",
            "The session is in use. Send this request on the shell channel, where it waits for its turn, or wait until the"
                    + " kernel is idle.");

    private final ReentrantLock session = new ReentrantLock();

    /**
     * An answer that uses the session, and waits for its turn. On the control channel none waits: an interrupt has to come
     * through there.
     */
    <T> Kernel.Answer<T> inTurn(Kernel.Answer<T> answer) {
        return (environment, message) -> give(answer, environment, message);
    }

    private <T> void give(Kernel.Answer<T> answer, Environment environment, Message<T> message) {
        boolean isMine = session.tryLock();
        if (!isMine && environment.isOnControl()) {
            environment.replyError(BUSY);
            return;
        }
        if (!isMine) {
            session.lock();
        }
        try {
            answer.give(environment, message);
        } finally {
            session.unlock();
        }
    }

    /**
     * Does work that nobody waits for, unless the session is in use.
     *
     * @return whether it was done
     */
    boolean doIfFree(Runnable work) {
        if (!session.tryLock()) {
            return false;
        }
        try {
            work.run();
        } finally {
            session.unlock();
        }
        return true;
    }

    private static ErrorReport report(String name, String text) {
        return new ErrorReport(name, text, List.of(name + ": " + text));
    }
}
