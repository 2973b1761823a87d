package gradus.kernel.jupyter.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionFileTest {

    /** RFC 4231, test case 2, its data cut into parts as a message is. */
    @Test
    void signature_isHmacSha256OfAllParts() {
        ConnectionFile file = new ConnectionFile(Map.of(), "Jefe");
        assertThat(file.signature("what do ya want ", "for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void onFreePorts_givesEveryChannelItsOwn() throws IOException {
        assertThat(ConnectionFile.onFreePorts().ports().values())
                .hasSize(5)
                .doesNotHaveDuplicates()
                .allMatch(port -> port > 0);
    }

    @Test
    void write_keepsTheKey() throws IOException {
        Path file = ConnectionFile.onFreePorts().write();
        try {
            assertThat(JsonParser.parseString(Files.readString(file))
                            .getAsJsonObject()
                            .get("key")
                            .getAsString())
                    .hasSizeGreaterThan(30);
        } finally {
            Files.delete(file);
        }
    }
}
