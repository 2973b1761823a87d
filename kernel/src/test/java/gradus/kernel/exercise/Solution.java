package gradus.kernel.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a student may hand in, right or wrong.
 *
 * @param expected the diagnosis; empty for a right one, and for one that is wrong in no known way
 */
record Solution(String name, String code, String expected) {

    /**
     * A file: Java, whose first line names the diagnosis if it is wrong; or, with the ending {@code .change}, the
     * diagnosis, the name of a right solution, and what becomes of it: pairs of lines with − and +.
     */
    static Solution of(Path file) {
        String name = String.valueOf(file.getFileName());
        String text = read(file);
        String first = text.lines().findFirst().orElse("");
        if (name.endsWith(".change")) {
            return new Solution(name, changed(file, text.lines().toList()), first);
        }
        return new Solution(name, text, name.startsWith("right") ? "" : first.replaceFirst("^// ?", ""));
    }

    private static String changed(Path file, List<String> lines) {
        String code = read(file.resolveSibling(lines.get(1)));
        for (int i = 2; i < lines.size(); i += 2) {
            String before = lines.get(i).substring(2);
            assertThat(code.split(java.util.regex.Pattern.quote(before), -1))
                    .as("places of \"" + before + "\" in " + lines.get(1))
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
            throw new java.io.UncheckedIOException(e);
        }
    }
}
