package gradus.kernel.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a student may hand in, right or wrong. Above the code of a wrong one stand:
 *
 * <pre>
 * // UPSTREAM                                      the kinds of its mistakes; behind them "endless" where it does not end
 * // ✗ x̄, ȳ: the upstream gradient z̄ is missing.   each sentence that a student reads about them
 * // = wrong-other.java                            instead: it is the same mistake as that one
 * </pre>
 *
 * <p>A file with the ending {@code .change} has the same lines without the slashes, then the name of a right solution and
 * what becomes of it: pairs of lines with − and +.
 *
 * @param kinds empty for a right one, and for one that is wrong in no known way
 * @param sentences what a student is told; empty for a right one
 * @param twin the file with the same mistake; empty where there is none
 */
record Solution(String name, String code, String kinds, boolean isEndless, List<String> sentences, String twin) {

    private static final String ENDLESS = ", endless";
    private static final String TOLD = "✗ ";
    private static final String TWIN = "= ";

    static Solution of(Path file) {
        String name = String.valueOf(file.getFileName());
        List<String> lines = read(file).lines().toList();
        if (name.startsWith("right")) {
            return new Solution(name, String.join("\n", lines), "", false, List.of(), "");
        }
        boolean isChange = name.endsWith(".change");
        List<String> head = isChange
                ? lines
                : lines.stream().map(line -> line.replaceFirst("^// ?", "")).toList();
        int end = 1;
        while (head.get(end).startsWith(TOLD) || head.get(end).startsWith(TWIN)) {
            end++;
        }
        List<String> rest = lines.subList(end, lines.size());
        return new Solution(
                name,
                isChange ? changed(file, rest) : String.join("\n", rest),
                head.get(0).replace(ENDLESS, ""),
                head.get(0).toLowerCase(Locale.ROOT).endsWith("endless"),
                behind(TOLD, head.subList(1, end)),
                String.join("", behind(TWIN, head.subList(1, end))));
    }

    private static List<String> behind(String mark, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    private static String changed(Path file, List<String> lines) {
        String code = read(file.resolveSibling(lines.get(0)));
        for (int i = 1; i < lines.size(); i += 2) {
            String before = lines.get(i).substring(2);
            assertThat(code.split(Pattern.quote(before), -1))
                    .as("places of \"" + before + "\" in " + lines.get(0))
                    .hasSize(2);
            assertThat(lines.get(i + 1)).startsWith("+");
            code = code.replace(before, lines.get(i + 1).substring(1).strip());
        }
        return code;
    }

    boolean isRight() {
        return name.startsWith("right");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
