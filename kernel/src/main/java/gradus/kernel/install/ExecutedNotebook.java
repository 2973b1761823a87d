package gradus.kernel.install;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A notebook with its outputs.
 *
 * @param cells as in the file format
 * @param source where it was read, for error messages
 */
record ExecutedNotebook(JsonArray cells, Path source) {

    static ExecutedNotebook read(Path file) throws IOException {
        JsonObject notebook = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        return new ExecutedNotebook(notebook.getAsJsonArray("cells"), file);
    }

    /**
     * The result of the cell with this tag, as a number without trailing zeros.
     *
     * @throws InstallProblem when there is no such cell, or its result is no number
     */
    String number(String tag) {
        for (JsonElement element : cells) {
            JsonObject cell = element.getAsJsonObject();
            if (isTagged(cell, tag)) {
                return numberIn(cell, tag);
            }
        }
        throw new InstallProblem("%s has no cell tagged %s: fetch a whole clone of Gradus.".formatted(source, tag));
    }

    private String numberIn(JsonObject cell, String tag) {
        for (JsonElement element : cell.getAsJsonArray("outputs")) {
            JsonObject output = element.getAsJsonObject();
            if (output.get("output_type").getAsString().equals("execute_result")) {
                String text = text(output.getAsJsonObject("data").get("text/plain"));
                try {
                    return new BigDecimal(text.strip()).stripTrailingZeros().toPlainString();
                } catch (NumberFormatException e) {
                    throw new InstallProblem(
                            "The cell tagged %s in %s shows no number: %s".formatted(tag, source, text), e);
                }
            }
        }
        throw new InstallProblem("The cell tagged %s in %s shows no result.".formatted(tag, source));
    }

    private static boolean isTagged(JsonObject cell, String tag) {
        JsonElement tags = cell.getAsJsonObject("metadata").get("tags");
        return tags != null && tags.getAsJsonArray().contains(new JsonPrimitive(tag));
    }

    /** The file format writes a text as one string or as a list of lines. */
    private static String text(JsonElement text) {
        return text.isJsonArray()
                ? StreamSupport.stream(text.getAsJsonArray().spliterator(), false)
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining())
                : text.getAsString();
    }
}
