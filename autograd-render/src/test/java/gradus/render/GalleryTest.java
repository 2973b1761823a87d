package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes every example in every form to target/gallery, to be looked at. */
class GalleryTest {

    private static final Path GALLERY = Path.of("target", "gallery");

    @ParameterizedTest
    @EnumSource
    void pictures_areWrittenInEveryForm(Examples example) throws IOException {
        Files.createDirectories(GALLERY);
        write("graph", example, Graph.of(example.afterSweep()));
        write("stepper", example, Stepper.of(example.make()));
        assertThat(GALLERY.resolve("stepper-" + example + ".html")).isNotEmptyFile();
    }

    private static void write(String kind, Examples example, Picture picture) throws IOException {
        var name = kind + "-" + example;
        Files.writeString(
                GALLERY.resolve(name + ".html"),
                "<!DOCTYPE html><html><meta charset=\"utf-8\"><title>" + name + "</title><body>" + picture.html()
                        + "</body></html>");
        Files.write(GALLERY.resolve(name + ".png"), picture.png());
        Files.writeString(GALLERY.resolve(name + ".txt"), picture.text());
    }
}
