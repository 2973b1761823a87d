package gradus.kernel.jupyter;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishStatus;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/**
 * The five sockets of a kernel and the threads that serve them. A loop blocks until a message is there, where the
 * library's sleeps 50 ms between looks, and nothing that arrives or fails ends it.
 */
final class Connection extends JupyterConnection {

    private static final Logger LOG = Logger.getLogger(Connection.class.getName());

    private static final String TRANSPORT = "tcp";

    /** The compiler runs on the shell's thread, and recurses on deeply nested code. */
    private static final long STACK_BYTES = 64L << 20;

    private final KernelConnectionProperties where;
    private final Wire wire;
    private final Outbox outbox;
    private final Questions questions;

    /**
     * Sockets that are not open yet.
     *
     * @throws IllegalArgumentException if the transport is not TCP: for {@code ipc} JeroMQ opens ports of this machine, and
     *     no sockets in files, so that nobody would find them
     */
    Connection(KernelConnectionProperties where) throws GeneralSecurityException {
        super(where);
        if (!TRANSPORT.equals(where.getTransport())) {
            throw new IllegalArgumentException(
                    "The connection file asks for the transport " + where.getTransport()
                            + "; this kernel speaks tcp. Start it with KernelManager.transport = \"tcp\", which is the default.");
        }
        this.where = where;
        this.wire = new Wire(where.createHMACGenerator(), where.createHMACGenerator());
        this.outbox = new Outbox(wire, iopub);
        this.questions = new Questions(wire, stdin);
    }

    Wire wire() {
        return wire;
    }

    Outbox outbox() {
        return outbox;
    }

    Questions questions() {
        return questions;
    }

    boolean isControl(ShellChannel channel) {
        return channel == control;
    }

    @Override
    public void connect() {
        iopub.setSndHWM(0); // else messages over a thousand are dropped without a word
        iopub.bind(address(where.getIopubPort()));
        stdin.bind(address(where.getStdinPort()));
        shell.bind(address(where.getShellPort()));
        control.bind(address(where.getControlPort()));
        heartbeat.bind(address(where.getHbPort()));
        outbox.start();
        questions.start();
        outbox.publish(null, PublishStatus.STARTING);
        exitWithTransport();
        start("gradus-heartbeat", () -> echo(heartbeat));
        start("gradus-control", () -> serve(control));
        start("gradus-shell", () -> serve(shell));
    }

    /** A kernel whose own transport has died, of a full memory, hears nothing any more; Jupyter starts a new one. */
    private static void exitWithTransport() {
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().startsWith("iothread")) {
                var watcher = new Thread(() -> Exit.after(each), "gradus-transport");
                watcher.setDaemon(true);
                watcher.start();
            }
        }
    }

    @Override
    public Environment prepareReplyEnv(ShellChannel channel, MessageContext context) {
        return new Environment(this, channel, stdin, iopub, context);
    }

    private String address(int port) {
        return TRANSPORT + "://" + where.getIp() + ":" + port;
    }

    private static void start(String name, Runnable loop) {
        new Thread(null, loop, name, STACK_BYTES).start();
    }

    private static void echo(ZMQ.Socket heartbeat) {
        while (true) {
            try {
                ZMsg beat = ZMsg.recvMsg(heartbeat);
                if (beat != null) {
                    beat.send(heartbeat);
                }
            } catch (Throwable e) { // NOPMD: a kernel without a heartbeat is taken for dead
                LOG.log(Level.FINE, "heartbeat", e);
            }
        }
    }

    private void serve(ShellChannel channel) {
        while (true) {
            try {
                for (ZMsg queued : handle(channel, ZMsg.recvMsg(channel), false)) {
                    handle(channel, queued, true);
                }
            } catch (Throwable e) { // NOPMD: a loop that ends leaves a kernel that looks alive and never answers
                LOG.log(Level.WARNING, "A message was dropped.", e);
            }
        }
    }

    /** What has arrived and was not looked at yet. */
    static List<ZMsg> takeQueued(ShellChannel channel) {
        var queued = new ArrayList<ZMsg>();
        for (ZMsg next = next(channel); next != null; next = next(channel)) {
            queued.add(next);
        }
        return queued;
    }

    private static @Nullable ZMsg next(ShellChannel channel) {
        return ZMsg.recvMsg(channel, ZMQ.DONTWAIT);
    }

    /** Answers one delivery; returns what was queued behind it, if it was a cell that failed and wants that aborted. */
    private List<ZMsg> handle(ShellChannel channel, @Nullable ZMsg delivery, boolean aborting) {
        if (delivery == null) {
            return List.of();
        }
        var frames = new ArrayList<byte[]>();
        for (ZFrame each : delivery) {
            frames.add(each.getData());
        }
        try {
            return handle(channel, wire.read(frames), aborting);
        } catch (BadMessage e) {
            LOG.log(Level.WARNING, "A message was dropped: " + e.getMessage(), e.getCause());
            return List.of();
        }
    }

    private <T> List<ZMsg> handle(ShellChannel channel, Message<T> message, boolean aborting) {
        ShellHandler<T> handler = getHandler(message.getHeader().getType());
        Environment environment = prepareReplyEnv(channel, message);
        environment.setStatusBusy();
        try {
            if (handler == null) { // as ipykernel does with what it does not know, and with comms that are not open
                LOG.fine(() -> "No handler for " + message.getHeader().getType());
            } else if (aborting && message.getHeader().getType().equals(MessageType.EXECUTE_REQUEST)) {
                environment.replyAborted();
            } else {
                handler.handle(environment, message);
            }
        } catch (Throwable e) { // NOPMD: an Error in a handler must be answered too
            LOG.log(Level.WARNING, "A handler failed.", e);
            environment.replyError(Trouble.report(e));
        } finally {
            environment.setStatusIdle();
        }
        environment.resolveDeferrals();
        return environment.queuedBehind();
    }
}
