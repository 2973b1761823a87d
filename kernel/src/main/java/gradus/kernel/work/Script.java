package gradus.kernel.work;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.Session;
import gradus.kernel.session.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Code in a file: Java in a {@code .java}, {@code .jshell} or {@code .jsh}, or the code cells of a notebook. */
public final class Script {

    private Script() {}

    /**
     * Runs the file in the session, which keeps what it declares.
     *
     * @return the value of its last line; null where that has none
     * @throws IllegalArgumentException if there is no such file, or it is not to be read
     * @throws CellFailure if its code fails; the report names the file
     */
    public static @Nullable Value run(Path file, Session session) throws IOException, CellFailure {
        List<String> cells = cells(file);
        Value value = null;
        for (int i = 0; i < cells.size(); i++) {
            String place = cells.size() == 1 ? file.toString() : file + ", code cell " + (i + 1);
            value = run(cells.get(i), place, session);
        }
        return value;
    }

    private static @Nullable Value run(String code, String place, Session session) throws CellFailure {
        try {
            return session.run(code);
        } catch (CellFailure e) {
            var lines = new ArrayList<String>();
            lines.add("In " + place + ":");
            lines.addAll(e.report().traceback());
            throw new CellFailure(new ErrorReport(e.report().name(), e.report().message(), lines));
        }
    }

    /** The texts that the file holds, each to be run as a cell. */
    static List<String> cells(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file "
                    + file.toAbsolutePath().normalize() + "; give a .java, .jshell or .jsh file, or a notebook");
        }
        String text = Files.readString(file).replace("\r\n", "\n");
        return file.toString().endsWith(".ipynb") ? ofNotebook(text, file) : List.of(withoutPackage(text));
    }

    /** A cell is in no package. */
    private static String withoutPackage(String java) {
        return java.replaceFirst("(?m)^\\s*package\\s+[\\w.]+\\s*;", "");
    }

    private static List<String> ofNotebook(String json, Path file) {
        try {
            JsonObject notebook = JsonParser.parseString(json).getAsJsonObject();
            return notebook.getAsJsonArray("cells").asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .filter(each -> "code".equals(each.get("cell_type").getAsString()))
                    .map(each -> text(each.get("source")))
                    .toList();
        } catch (JsonParseException | IllegalStateException | NullPointerException | ClassCastException e) {
            throw new IllegalArgumentException(file + " is not a notebook of format 4", e);
        }
    }

    private static String text(JsonElement source) {
        return source.isJsonArray()
                ? StreamSupport.stream(source.getAsJsonArray().spliterator(), false)
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining())
                : source.getAsString();
    }
}
