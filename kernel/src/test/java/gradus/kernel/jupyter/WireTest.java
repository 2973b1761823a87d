package gradus.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spencerpark.jupyter.messages.HMACGenerator;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishStatus;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final String HEADER =
            "{\"msg_id\":\"1\",\"username\":\"u\",\"session\":\"s\",\"date\":\"\",\"msg_type\":\"%s\",\"version\":\"5.4\"}";

    private HMACGenerator signer = HMACGenerator.NO_AUTH_INSTANCE;
    private Wire wire = new Wire(signer, signer);

    @BeforeEach
    void sign() throws GeneralSecurityException {
        signer = new HMACGenerator("hmac-sha256", "key");
        wire = new Wire(signer, signer);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<byte[]> frames(String type, String content) {
        byte[] header = bytes(HEADER.formatted(type));
        byte[] empty = bytes("{}");
        String signature = signer.calculateSignature(header, empty, empty, bytes(content));
        return List.of(bytes("id"), bytes("<IDS|MSG>"), bytes(signature), header, empty, empty, bytes(content));
    }

    @Test
    void signedMessage_isRead() throws BadMessage {
        Message<?> message = wire.read(frames("execute_request", "{\"code\":\"1+1\",\"silent\":true}"));
        assertThat(message.getHeader().getType()).isEqualTo(MessageType.EXECUTE_REQUEST);
        assertThat(((ExecuteRequest) message.getContent()).getCode()).isEqualTo("1+1");
        assertThat(message.getIdentities()).containsExactly(bytes("id"));
    }

    @Test
    void missingFields_getTheProtocolsDefaults() throws BadMessage {
        var request =
                (ExecuteRequest) wire.read(frames("execute_request", "{}")).getContent();
        assertThat(request.shouldStoreHistory()).isTrue();
        assertThat(request.shouldStopOnError()).isTrue();
        assertThat(request.getUserExpr()).isEmpty();
    }

    @Test
    void wrongSignature_isRefused() {
        List<byte[]> frames = new java.util.ArrayList<>(frames("execute_request", "{}"));
        frames.set(6, bytes("{\"code\":\"forged\"}"));
        assertThatThrownBy(() -> wire.read(frames))
                .isInstanceOf(BadMessage.class)
                .hasMessageContaining("signature");
    }

    @Test
    void truncatedMessage_isRefused() {
        for (int length = 0; length < 7; length++) {
            List<byte[]> some = frames("execute_request", "{}").subList(0, length);
            assertThatThrownBy(() -> wire.read(some))
                    .isInstanceOf(BadMessage.class)
                    .hasMessageContaining("too few");
        }
    }

    @Test
    void contentThatIsNoJson_isRefused() {
        for (String content : List.of("not json {", "[", "", "null", "7")) {
            assertThatThrownBy(() -> wire.read(frames("execute_request", content)))
                    .isInstanceOf(BadMessage.class);
        }
    }

    @Test
    void unknownType_isReadAsUnknown() throws BadMessage {
        assertThat(wire.read(frames("frobnicate_request", "{}")).getHeader().getType())
                .isEqualTo(MessageType.UNKNOWN);
    }

    @Test
    void dateOfAMessage_hasSeconds() {
        Message<PublishStatus> message = wire.message(null, PublishStatus.MESSAGE_TYPE, PublishStatus.IDLE);
        Instant date = Instant.parse(message.getHeader().getTimestamp().getDateString());
        assertThat(date).isBetween(Instant.now().minusSeconds(5), Instant.now());
    }
}
