package gradus.kernel.jupyter;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.InstanceCreator;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import io.github.spencerpark.jupyter.messages.HMACGenerator;
import io.github.spencerpark.jupyter.messages.Header;
import io.github.spencerpark.jupyter.messages.KernelTimestamp;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.adapters.HeaderAdapter;
import io.github.spencerpark.jupyter.messages.adapters.HistoryRequestAdapter;
import io.github.spencerpark.jupyter.messages.adapters.KernelTimestampAdapter;
import io.github.spencerpark.jupyter.messages.adapters.MessageTypeAdapter;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import io.github.spencerpark.jupyter.messages.request.HistoryRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From frames to a message, and headers for what is sent. The library reads frame by frame from the socket, so that a
 * truncated message eats the beginning of the next one; here a message is read whole before it is looked at.
 */
final class Wire {

    static final String PROTOCOL = "5.4";

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.US_ASCII);
    private static final TypeToken<Map<String, Object>> METADATA = new TypeToken<>() {};

    /** Fields that a client leaves out get the protocol's defaults. */
    private static final InstanceCreator<ExecuteRequest> EXECUTE_DEFAULTS =
            type -> new ExecuteRequest("", false, true, Map.of(), true, true);

    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(KernelTimestamp.class, KernelTimestampAdapter.INSTANCE)
            .registerTypeAdapter(Header.class, HeaderAdapter.INSTANCE)
            .registerTypeAdapter(MessageType.class, MessageTypeAdapter.INSTANCE)
            .registerTypeAdapter(HistoryRequest.class, HistoryRequestAdapter.INSTANCE)
            .registerTypeAdapter(ExecuteRequest.class, EXECUTE_DEFAULTS)
            .create();

    private final HMACGenerator verifier;
    private final HMACGenerator signer;

    /** The session of messages that answer no request. */
    private final String ownSession = UUID.randomUUID().toString();

    /**
     * A MAC holds state: one for each direction, so that reading never waits for writing.
     *
     * @param verifier for what is read
     * @param signer for what is written
     */
    Wire(HMACGenerator verifier, HMACGenerator signer) {
        this.verifier = verifier;
        this.signer = signer;
    }

    /** The message in the frames of one delivery; the identities of the sender come first. */
    Message<?> read(List<byte[]> frames) throws BadMessage {
        int at = 0;
        while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
            at++;
        }
        if (frames.size() < at + 6) {
            throw new BadMessage(frames.size() + " frames are too few for a message", null);
        }
        byte[] header = frames.get(at + 2);
        byte[] parent = frames.get(at + 3);
        byte[] metadata = frames.get(at + 4);
        byte[] content = frames.get(at + 5);
        byte[] signature =
                verifier.calculateSignature(header, parent, metadata, content).getBytes(StandardCharsets.US_ASCII);
        // MessageDigest.isEqual takes the same time wherever the first difference is.
        if (signature.length > 0 && !MessageDigest.isEqual(signature, frames.get(at + 1))) {
            throw new BadMessage("the signature is wrong", null);
        }
        try {
            return parse(frames.subList(0, at), header, metadata, content, frames.subList(at + 6, frames.size()));
        } catch (JsonParseException | IllegalStateException | NullPointerException | UnsupportedOperationException e) {
            throw new BadMessage("a part is missing or not JSON", e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the library's type of a message is known only when it has been read
    private static Message<?> parse(
            List<byte[]> identities, byte[] header, byte[] metadata, byte[] content, List<byte[]> blobs) {
        Header parsed = GSON.fromJson(text(header), Header.class);
        Object body = GSON.fromJson(text(content), parsed.getType().getContentType());
        if (body == null) {
            throw new JsonParseException("no content");
        }
        return new Message(identities, parsed, null, GSON.fromJson(text(metadata), METADATA), body, blobs);
    }

    /** A message that answers another. */
    <T> Message<T> message(@Nullable MessageContext parent, MessageType<T> type, T content) {
        Header<?> to = parent == null ? null : parent.getHeader();
        return new Message<>(identities(parent), header(to, type), to, null, content, null);
    }

    /** The frames of a message that answers another, and whose content is JSON already. */
    List<byte[]> frames(MessageContext parent, MessageType<?> type, byte[] content) {
        byte[] header = utf8(GSON.toJson(header(parent.getHeader(), type)));
        byte[] to = utf8(GSON.toJson(parent.getHeader()));
        byte[] signature = utf8(signer.calculateSignature(header, to, EMPTY, content));
        List<byte[]> frames = new ArrayList<>(identities(parent));
        frames.addAll(List.of(DELIMITER, signature, header, to, EMPTY, content));
        return frames;
    }

    private static List<byte[]> identities(@Nullable MessageContext parent) {
        return parent == null ? List.of() : parent.getIdentities();
    }

    /** With a date to the microsecond: the library's own has no seconds. */
    private <T> Header<T> header(@Nullable Header<?> to, MessageType<T> type) {
        return new Header<>(
                UUID.randomUUID().toString(),
                to == null ? Header.KERNEL_USERNAME : to.getUsername(),
                to == null ? ownSession : to.getSessionId(),
                new KernelTimestamp(Instant.now().truncatedTo(ChronoUnit.MICROS).toString()),
                type,
                PROTOCOL);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
