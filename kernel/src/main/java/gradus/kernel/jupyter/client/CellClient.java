package gradus.kernel.jupyter.client;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/**
 * Runs cells in a kernel, one after the other, over its shell channel. Output is not read: a client that wants to see
 * what a cell prints is what Jupyter is for.
 */
public final class CellClient implements AutoCloseable {

    private static final String DELIMITER = "<IDS|MSG>";

    private final ZContext context = new ZContext();
    private final ConnectionFile connection;
    private final String session = UUID.randomUUID().toString();
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;

    /** Connects to the kernel that was given this connection file; the kernel may still be starting. */
    public CellClient(ConnectionFile connection, Duration patience) {
        this.connection = connection;
        this.shell = connect("shell", patience);
        this.control = connect("control", patience);
    }

    /**
     * Runs one cell to its end.
     *
     * @return the reply's status: {@code ok} or {@code error}
     * @throws IOException when the kernel does not reply in time
     */
    public String run(String code) throws IOException {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("silent", false);
        content.addProperty("store_history", true);
        content.add("user_expressions", new JsonObject());
        content.addProperty("allow_stdin", false);
        content.addProperty("stop_on_error", false);
        return request(shell, "execute_request", content).get("status").getAsString();
    }

    /** Asks for the completions at the end of {@code code}. */
    public void complete(String code) throws IOException {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", code.codePointCount(0, code.length()));
        request(shell, "complete_request", content);
    }

    /** Asks the kernel to end. */
    public void shutdown() throws IOException {
        JsonObject content = new JsonObject();
        content.addProperty("restart", false);
        request(control, "shutdown_request", content);
    }

    @Override
    public void close() {
        context.close();
    }

    private ZMQ.Socket connect(String channel, Duration patience) {
        ZMQ.Socket socket = context.createSocket(SocketType.DEALER);
        socket.setReceiveTimeOut((int) patience.toMillis());
        socket.setLinger(0);
        socket.connect(connection.address(channel));
        return socket;
    }

    private JsonObject request(ZMQ.Socket socket, String type, JsonObject content) throws IOException {
        String id = UUID.randomUUID().toString();
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", id);
        header.addProperty("session", session);
        header.addProperty("username", "gradus");
        header.addProperty("date", Instant.now().toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.4");
        String[] parts = {header.toString(), "{}", "{}", content.toString()};
        ZMsg message = new ZMsg();
        message.add(DELIMITER);
        message.add(connection.signature(parts));
        for (String part : parts) {
            message.add(part.getBytes(StandardCharsets.UTF_8));
        }
        message.send(socket);
        return reply(socket, type, id);
    }

    private static JsonObject reply(ZMQ.Socket socket, String type, String id) throws IOException {
        while (true) {
            ZMsg message = ZMsg.recvMsg(socket);
            if (message == null) {
                throw new IOException("The kernel did not answer a " + type + ".");
            }
            String[] frames = message.stream()
                    .map(frame -> frame.getString(StandardCharsets.UTF_8))
                    .dropWhile(frame -> !frame.equals(DELIMITER))
                    .toArray(String[]::new);
            // Delimiter, signature, header, parent header, metadata, content.
            if (frames.length >= 6 && id.equals(text(frames[3], "msg_id"))) {
                return JsonParser.parseString(frames[5]).getAsJsonObject();
            }
        }
    }

    private static String text(String json, String field) {
        JsonObject object = JsonParser.parseString(json).getAsJsonObject();
        return object.has(field) ? object.get(field).getAsString() : "";
    }
}
