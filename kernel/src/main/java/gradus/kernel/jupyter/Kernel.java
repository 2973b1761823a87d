package gradus.kernel.jupyter;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.kernel.session.Completeness;
import gradus.kernel.session.Completion;
import gradus.kernel.session.Interpreter;
import gradus.kernel.session.MemoryReserve;
import gradus.kernel.session.MimeBundle;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.comm.CommCloseCommand;
import io.github.spencerpark.jupyter.messages.comm.CommOpenCommand;
import io.github.spencerpark.jupyter.messages.reply.CompleteReply;
import io.github.spencerpark.jupyter.messages.request.CompleteRequest;
import io.github.spencerpark.jupyter.messages.request.HistoryRequest;
import io.github.spencerpark.jupyter.messages.request.InspectRequest;
import io.github.spencerpark.jupyter.messages.request.IsCompleteRequest;
import io.github.spencerpark.jupyter.messages.request.ShutdownRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Answers each kind of request, by asking an {@link Interpreter}. */
public final class Kernel {

    private final Connection connection;
    private final Interpreter interpreter;
    private final History history = new History();
    private final Turns turns = new Turns();

    private Kernel(Connection connection, Interpreter interpreter) {
        this.connection = connection;
        this.interpreter = interpreter;
    }

    /**
     * Serves a frontend until it asks for the end; returns at once.
     *
     * @param connectionFile the JSON file in which Jupyter names the ports and the key
     */
    public static Kernel serve(Path connectionFile, Interpreter interpreter)
            throws IOException, GeneralSecurityException {
        Log.silence();
        var where = KernelConnectionProperties.parse(Files.readString(connectionFile));
        var connection = new Connection(where);
        Console.install();
        MemoryReserve.keep();
        var kernel = new Kernel(connection, interpreter);
        kernel.answer();
        connection.connect();
        Parent.watch(System.getenv("JPY_PARENT_PID"));
        return kernel;
    }

    /**
     * Does work that uses the session, and that nobody waits for, unless a request uses it.
     *
     * @return whether it was done
     */
    public boolean doIfFree(Runnable work) {
        return turns.doIfFree(work);
    }

    interface Answer<T> {
        void give(Environment environment, Message<T> message);
    }

    private <T> void on(MessageType<T> type, Answer<T> answer) {
        connection.setHandler(
                type,
                (ShellReplyEnvironment environment, Message<T> message) ->
                        answer.give((Environment) environment, message));
    }

    private void answer() {
        on(MessageType.KERNEL_INFO_REQUEST, (environment, message) -> environment.reply(KernelInfo.reply()));
        on(MessageType.EXECUTE_REQUEST, turns.inTurn(new ExecuteHandler(connection, interpreter, history)::handle));
        on(MessageType.COMPLETE_REQUEST, turns.inTurn(this::complete));
        on(MessageType.INSPECT_REQUEST, turns.inTurn(this::inspect));
        on(MessageType.IS_COMPLETE_REQUEST, turns.inTurn(this::isComplete));
        on(MessageType.HISTORY_REQUEST, this::history);
        on(MessageType.COMM_INFO_REQUEST, (environment, message) -> {
            JsonObject reply = Json.ok();
            reply.add("comms", new JsonObject());
            environment.reply(reply);
        });
        on(MessageType.COMM_OPEN_COMMAND, this::refuseComm);
        on(MessageType.INTERRUPT_REQUEST, (environment, message) -> {
            interpreter.interrupt();
            environment.reply(Json.ok());
        });
        on(MessageType.SHUTDOWN_REQUEST, this::shutdown);
    }

    private void complete(Environment environment, Message<CompleteRequest> message) {
        String code = message.getContent().getCode();
        int cursor = CodePoints.toIndex(code, message.getContent().getCursorPos());
        Completion found = interpreter.complete(code, cursor);
        environment.reply(new CompleteReply(
                found.matches(),
                CodePoints.fromIndex(code, found.start()),
                CodePoints.fromIndex(code, found.end()),
                Map.of("_jupyter_types_experimental", types(code, found))));
    }

    /** What each match is, as JupyterLab reads it. */
    private static List<Map<String, Object>> types(String code, Completion found) {
        int start = CodePoints.fromIndex(code, found.start());
        int end = CodePoints.fromIndex(code, found.end());
        return IntStream.range(0, found.matches().size())
                .mapToObj(i -> Map.<String, Object>of(
                        "start",
                        start,
                        "end",
                        end,
                        "text",
                        found.matches().get(i),
                        "type",
                        found.types().get(i)))
                .toList();
    }

    private void inspect(Environment environment, Message<InspectRequest> message) {
        InspectRequest request = message.getContent();
        int cursor = CodePoints.toIndex(request.getCode(), request.getCursorPos());
        MimeBundle found = interpreter.inspect(request.getCode(), cursor, request.getDetailLevel());
        JsonObject reply = Json.ok();
        reply.addProperty("found", found != null);
        reply.add("data", found == null ? new JsonObject() : Json.data(found));
        reply.add("metadata", new JsonObject());
        environment.reply(reply);
    }

    private void isComplete(Environment environment, Message<IsCompleteRequest> message) {
        Completeness found = interpreter.completeness(message.getContent().getCode());
        var reply = new JsonObject();
        reply.addProperty("status", found.state().name().toLowerCase(Locale.ROOT));
        if (found.state() == Completeness.State.INCOMPLETE) {
            reply.addProperty("indent", found.indent());
        }
        environment.reply(reply);
    }

    private void history(Environment environment, Message<HistoryRequest> message) {
        JsonObject reply = Json.ok();
        JsonArray found = history.find(message.getContent());
        reply.add("history", found);
        environment.reply(reply);
    }

    /** No comm has a target here; the protocol wants a comm_close, so that the other side does not wait. */
    private void refuseComm(Environment environment, Message<CommOpenCommand> message) {
        environment.publish(new CommCloseCommand(message.getContent().getCommID(), new JsonObject()));
    }

    private void shutdown(Environment environment, Message<ShutdownRequest> message) {
        JsonObject reply = Json.ok();
        reply.addProperty("restart", message.getContent().isRestart());
        environment.reply(reply);
        environment.defer(Exit::soon);
    }
}
