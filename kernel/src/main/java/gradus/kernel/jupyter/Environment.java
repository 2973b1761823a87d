package gradus.kernel.jupyter;

import com.google.gson.JsonObject;
import gradus.kernel.session.ErrorReport;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.channels.StdinChannel;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZMsg;

/**
 * How one request is answered. The library's has one flag that makes the next message wait, whichever thread sends it;
 * here replies go out at once and publications go through the one {@link Outbox}, in order.
 */
final class Environment extends ShellReplyEnvironment {

    private final Connection connection;
    private final ShellChannel channel;
    private final List<Runnable> afterReply = new ArrayList<>();
    private List<ZMsg> queuedBehind = List.of();

    Environment(
            Connection connection,
            ShellChannel channel,
            StdinChannel stdin,
            JupyterSocket iopub,
            MessageContext context) {
        super(channel, stdin, iopub, context);
        this.connection = connection;
        this.channel = channel;
    }

    boolean isOnControl() {
        return connection.isControl(channel);
    }

    @Override
    public <T extends ContentType<T>> void publish(T content) {
        connection.outbox().publish(getContext(), content);
    }

    @Override
    public void publish(Message<?> message) {
        connection.outbox().send(message);
    }

    @Override
    public <T extends ContentType<T>> void reply(T content) {
        reply(connection.wire().message(getContext(), content.getType(), content));
    }

    @Override
    public void reply(Message<?> message) {
        connection.outbox().flush(); // what the cell printed is there before its reply
        channel.sendMessage(message);
    }

    /** Replies with content for which the library has no class, or a wrong one. */
    void reply(JsonObject content) {
        reply(raw(replyName(), content));
    }

    void replyError(ErrorReport report) {
        JsonObject content = Json.error(report);
        content.addProperty("status", "error");
        reply(content);
    }

    void publishError(ErrorReport report) {
        publish(new PublishError(report.name(), report.message(), report.traceback()));
    }

    void replyAborted() {
        JsonObject content = new JsonObject();
        content.addProperty("status", "aborted");
        reply(content);
    }

    /**
     * Sets aside what is queued behind this request: it was meant to follow a cell that worked. To be called before the
     * reply, because what is sent after that was sent by someone who knows of the failure.
     */
    void abortQueued() {
        queuedBehind = Connection.takeQueued(channel);
    }

    List<ZMsg> queuedBehind() {
        return queuedBehind;
    }

    @Override
    public void defer(Runnable action) {
        afterReply.add(action);
    }

    @Override
    public void resolveDeferrals() {
        afterReply.forEach(Runnable::run);
    }

    private MessageType<?> replyName() {
        return MessageType.getType(getContext().getHeader().getType().getName().replace("_request", "_reply"));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the content is not of the class that the type promises
    private Message<?> raw(MessageType type, JsonObject content) {
        return connection.wire().message(getContext(), type, content);
    }
}
