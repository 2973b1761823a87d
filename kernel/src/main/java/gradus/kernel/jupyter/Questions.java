package gradus.kernel.jupyter;

import io.github.spencerpark.jupyter.channels.StdinChannel;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.reply.InputReply;
import io.github.spencerpark.jupyter.messages.request.InputRequest;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/**
 * Asks the student to type a line. A thread of its own holds the socket, so that the cell that waits can be interrupted:
 * an interrupt inside a socket would close it for good.
 */
final class Questions {

    private static final Logger LOG = Logger.getLogger(Questions.class.getName());
    private static final int LOOK_MILLIS = 50;

    private record Question(MessageContext parent, InputRequest request, CompletableFuture<String> answer) {}

    private final Wire wire;
    private final StdinChannel socket;
    private final LinkedBlockingQueue<Question> waiting = new LinkedBlockingQueue<>();

    Questions(Wire wire, StdinChannel socket) {
        this.wire = wire;
        this.socket = socket;
    }

    void start() {
        var thread = new Thread(this::serve, "gradus-stdin");
        thread.setDaemon(true);
        thread.start();
    }

    String ask(MessageContext parent, String prompt, boolean hidden) throws InterruptedException {
        var question = new Question(parent, new InputRequest(prompt, hidden), new CompletableFuture<>());
        waiting.add(question);
        try {
            return question.answer().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("No line could be read.", e.getCause());
        } finally {
            question.answer().cancel(false); // after an interrupt, nobody waits for the answer any more
        }
    }

    private void serve() {
        while (true) {
            try {
                serve(waiting.take());
            } catch (InterruptedException e) {
                LOG.fine("Somebody has interrupted the input; it goes on.");
            } catch (Throwable e) { // NOPMD: without this thread no cell could read any more
                LOG.log(Level.WARNING, "A question was lost.", e);
            }
        }
    }

    private void serve(Question question) {
        forgetLateAnswers();
        if (question.answer().isDone()) {
            return;
        }
        socket.sendMessage(wire.message(question.parent(), InputRequest.MESSAGE_TYPE, question.request()));
        socket.setReceiveTimeOut(LOOK_MILLIS);
        while (!question.answer().isDone()) {
            String line = line(ZMsg.recvMsg(socket));
            if (line != null) {
                question.answer().complete(line);
            }
        }
    }

    /** An answer to a cell that is gone must not become the next cell's input. */
    private void forgetLateAnswers() {
        while (ZMsg.recvMsg(socket, ZMQ.DONTWAIT) != null) {
            LOG.fine("A late answer was dropped.");
        }
    }

    private @Nullable String line(@Nullable ZMsg delivery) {
        if (delivery == null) {
            return null;
        }
        var frames = new ArrayList<byte[]>();
        for (ZFrame each : delivery) {
            frames.add(each.getData());
        }
        try {
            Message<?> message = wire.read(frames);
            return message.getContent() instanceof InputReply reply ? reply.getValue() : null;
        } catch (BadMessage e) {
            LOG.log(Level.WARNING, "An answer was dropped: " + e.getMessage(), e.getCause());
            return null;
        }
    }
}
