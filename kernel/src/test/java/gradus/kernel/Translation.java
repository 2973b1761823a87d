package gradus.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of a lecture in another language, from which its notebook is made. The code is that of the English notebook;
 * words are exchanged in its comments and strings alone, so that it cannot drift.
 *
 * <p>The file has a text below a line {@code <!-- cell-02 -->} for each cell of prose, and below {@code <!-- words -->} a
 * line {@code English ⇒ translation} for what comments, strings and figures say.
 *
 * @param texts of each cell of prose, by its id
 * @param words of comments, strings and figures
 */
record Translation(Map<String, String> texts, Map<String, String> words) {

    private static final Pattern HEAD = Pattern.compile("(?m)^<!-- (\\S+) -->\\n");
    private static final Pattern COMMENT_OR_STRING = Pattern.compile("//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"");
    private static final String WORDS = "words";
    private static final String LANGUAGES = "languages";
    private static final String ARROW = "⇒";
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    static Translation parse(String file) {
        var parts = new LinkedHashMap<String, String>();
        var heads = HEAD.matcher(file).results().toList();
        for (int i = 0; i < heads.size(); i++) {
            int end = i + 1 < heads.size() ? heads.get(i + 1).start() : file.length();
            String id = heads.get(i).group(1);
            if (parts.put(id, file.substring(heads.get(i).end(), end).strip()) != null) {
                throw new IllegalArgumentException(id + " is translated twice");
            }
        }
        String table = parts.remove(WORDS);
        var words = new LinkedHashMap<String, String>();
        if (table != null) {
            table.lines().forEach(line -> {
                int arrow = line.indexOf(ARROW);
                words.put(
                        line.substring(0, arrow).strip(),
                        line.substring(arrow + ARROW.length()).strip());
            });
        }
        return new Translation(parts, words);
    }

    /** The notebook in this language, as it is stored. */
    String notebook(String english, String file, String language, Collection<String> all) throws IOException {
        var notebook = GSON.fromJson(english, JsonObject.class);
        var cells = new JsonArray();
        var left = new TreeSet<>(texts.keySet());
        var unused = new TreeSet<>(words.keySet());
        for (JsonElement each : notebook.getAsJsonArray("cells")) {
            var cell = each.getAsJsonObject();
            String id = cell.get("id").getAsString();
            String text = texts.get(id);
            if (id.equals(LANGUAGES)) {
                setSource(cell, links(language, file, all));
            } else if (isCode(cell)) {
                setSource(cell, COMMENT_OR_STRING.matcher(source(cell)).replaceAll(quoted(part -> say(part, unused))));
                figures(cell, unused);
            } else if (text != null) {
                left.remove(id);
                setSource(cell, text);
            } else {
                throw new IllegalArgumentException(id + " has no translation");
            }
            cells.add(cell);
            if (id.equals(LANGUAGES)) {
                cells.add(languageCell(language));
            }
        }
        if (!left.isEmpty() || !unused.isEmpty()) {
            throw new IllegalArgumentException("translated, but not in the English notebook: " + left + unused);
        }
        notebook.add("cells", cells);
        return json(notebook);
    }

    /** The line of links at the top; each notebook lies in the folder of its language, and the English one above. */
    static String links(String language, String file, Collection<String> all) {
        return all.stream()
                .filter(each -> !each.equals(language))
                .map(each -> "[" + NAMES.get(each) + "]("
                        + (language.equals("en") ? "" : "../")
                        + (each.equals("en") ? "" : each + "/")
                        + file + ")")
                .collect(Collectors.joining(" · "));
    }

    static final Map<String, String> NAMES = Map.of("en", "English", "cs", "Česky", "ro", "Română", "ru", "Русский");

    /** The text of a cell of a stored notebook, empty where there is no such cell. */
    static String source(String notebook, String id) {
        for (JsonElement each : GSON.fromJson(notebook, JsonObject.class).getAsJsonArray("cells")) {
            if (each.getAsJsonObject().get("id").getAsString().equals(id)) {
                return source(each.getAsJsonObject());
            }
        }
        return "";
    }

    private static boolean isCode(JsonObject cell) {
        return cell.get("cell_type").getAsString().equals("code");
    }

    private static JsonObject languageCell(String language) {
        return GSON.fromJson("""
                {"cell_type": "code", "execution_count": null, "id": "language",
                "metadata": {"slideshow": {"slide_type": "skip"}}, "outputs": [], "source": ["%%lang %s"]}
                """.formatted(language), JsonObject.class);
    }

    private void figures(JsonObject cell, Set<String> unused) {
        var gradus = cell.getAsJsonObject("metadata").getAsJsonObject("gradus");
        if (gradus != null && gradus.has("shows")) {
            var shows = new JsonArray();
            gradus.getAsJsonArray("shows").forEach(figure -> shows.add(say(figure.getAsString(), unused)));
            gradus.add("shows", shows);
        }
    }

    /** The text with its words exchanged, of two that begin alike the longer one. */
    private String say(String text, Set<String> unused) {
        if (words.isEmpty()) {
            return text;
        }
        var pattern = words.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(pattern).matcher(text).replaceAll(quoted(word -> {
            unused.remove(word);
            return words.get(word);
        }));
    }

    private static Function<MatchResult, String> quoted(UnaryOperator<String> change) {
        return match -> Matcher.quoteReplacement(change.apply(match.group()));
    }

    private static String source(JsonObject cell) {
        var text = new StringBuilder();
        cell.getAsJsonArray("source").forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }

    private static void setSource(JsonObject cell, String text) {
        var lines = new JsonArray();
        for (int start = 0, end; start < text.length(); start = end) {
            end = text.indexOf('\n', start) + 1;
            end = end == 0 ? text.length() : end;
            lines.add(text.substring(start, end));
        }
        cell.add("source", lines);
    }

    /** As Jupyter stores it: an indentation of one blank. */
    private static String json(JsonObject notebook) throws IOException {
        var text = new StringWriter();
        try (var writer = new JsonWriter(text)) {
            writer.setIndent(" ");
            writer.setHtmlSafe(false);
            writer.setSerializeNulls(true);
            GSON.toJson(notebook, writer);
        }
        return text + "\n";
    }
}
