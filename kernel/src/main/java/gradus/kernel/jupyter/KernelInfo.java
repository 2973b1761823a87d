package gradus.kernel.jupyter;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel says of itself.
 *
 * <p>It offers no subshells: a session of JShell runs one snippet at a time, there are no comms, and what could be answered
 * while a cell runs, completion and inspection, front ends send to the main shell (JupyterLab 4.6, jupyter_client 8.10).
 * Nor does it send {@code iopub_welcome}: none of them waits for that, and the socket would have to be read by the thread
 * that writes to it.
 */
final class KernelInfo {

    private KernelInfo() {}

    static JsonObject reply() {
        String version = version();
        JsonObject reply = Json.ok();
        reply.addProperty("protocol_version", Wire.PROTOCOL);
        reply.addProperty("implementation", "gradus");
        reply.addProperty("implementation_version", version);
        reply.add("language_info", language());
        reply.addProperty(
                "banner",
                "Gradus " + version + ", Java " + Runtime.version().feature()
                        + ": watch backpropagation step by step. %help lists what there is.");
        reply.addProperty("debugger", false);
        reply.add("supported_features", new JsonArray()); // no debugger, no subshells: see above
        var links = new JsonArray();
        links.add(link("Java API", "https://docs.oracle.com/en/java/javase/17/docs/api/"));
        links.add(link("Java language", "https://docs.oracle.com/javase/specs/jls/se17/html/"));
        reply.add("help_links", links);
        return reply;
    }

    private static String version() {
        @Nullable String version = KernelInfo.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version; // 0: run from class files, not from the jar
    }

    private static JsonObject language() {
        var language = new JsonObject();
        language.addProperty("name", "java");
        language.addProperty("version", Runtime.version().toString());
        language.addProperty("mimetype", "text/x-java-source");
        language.addProperty("file_extension", ".jshell");
        language.addProperty("pygments_lexer", "java");
        language.addProperty("codemirror_mode", "text/x-java");
        language.addProperty("nbconvert_exporter", "script");
        return language;
    }

    private static JsonObject link(String text, String url) {
        var link = new JsonObject();
        link.addProperty("text", text);
        link.addProperty("url", url);
        return link;
    }
}
