package gradus.kernel.jupyter.client;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a client tells a kernel before it starts: the ports to bind on the loopback interface, and the key that signs
 * every message.
 *
 * @param ports by channel
 * @param key secret, shared by the two
 */
public record ConnectionFile(Map<String, Integer> ports, String key) {

    private static final String HOST = "127.0.0.1";
    private static final String ALGORITHM = "HmacSHA256";
    private static final List<String> CHANNELS = List.of("shell", "iopub", "stdin", "control", "hb");

    /** Ports that are free at this moment, and a new key. */
    public static ConnectionFile onFreePorts() throws IOException {
        Map<String, Integer> ports = new TreeMap<>();
        // All stay open until the last is found, so that no two are the same.
        List<ServerSocket> open = new ArrayList<>();
        try {
            for (String channel : CHANNELS) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                open.add(socket);
                ports.put(channel, socket.getLocalPort());
            }
        } finally {
            for (ServerSocket socket : open) {
                socket.close();
            }
        }
        return new ConnectionFile(ports, UUID.randomUUID().toString());
    }

    /** Writes it to a new temporary file, which on a Unix only this user may read. */
    public Path write() throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("transport", "tcp");
        json.addProperty("ip", HOST);
        ports.forEach((channel, port) -> json.addProperty(channel + "_port", port));
        json.addProperty("signature_scheme", "hmac-sha256");
        json.addProperty("key", key);
        Path file = Files.createTempFile("gradus-", ".json");
        Files.writeString(file, new Gson().toJson(json));
        return file;
    }

    String address(String channel) {
        return "tcp://" + HOST + ":" + ports.get(channel);
    }

    /** Lower-case hexadecimal HMAC-SHA256 of the parts, one after the other. */
    String signature(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            for (String part : parts) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM + ".", e);
        }
    }
}
