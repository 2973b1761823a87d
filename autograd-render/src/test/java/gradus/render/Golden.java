package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that say what a picture was when someone last looked at it. After a change that is meant, write them anew with
 * {@code mvn test -pl autograd-render -am -Dgradus.golden=update}, and look at the difference before it is committed.
 */
final class Golden {

    private Golden() {}

    /** @param file relative to the module */
    static void check(Path file, String actual) {
        try {
            if ("update".equals(System.getProperty("gradus.golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            // Lines, since a checkout on Windows may have turned their ends.
            var expected = Files.readAllLines(file);
            var lines = actual.lines().toList();
            for (int i = 0; i < Math.min(expected.size(), lines.size()); i++) {
                assertThat(lines.get(i))
                        .as("%s, line %d; if the change is meant: -Dgradus.golden=update", file, i + 1)
                        .isEqualTo(expected.get(i));
            }
            assertThat(lines).as("%s", file).hasSameSizeAs(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resource(String name) {
        return Path.of("src", "test", "resources", "golden", name);
    }

    /** One element a line, so that a difference shows where it is. */
    static String lines(String markup) {
        return markup.replaceAll("><(?!/)", ">\n<") + "\n";
    }

    /** What is said, without the images, styles and scripts, which are files of their own. */
    static String frame(String html) {
        return html.replaceAll("base64,[A-Za-z0-9+/=]+", "base64,…")
                .replaceAll("(?s)<style>.*?</style>", "<style>…</style>")
                .replaceAll("(?s)<script>.*?</script>", "<script>…</script>")
                .replace("},{", "},\n{");
    }
}
