package gradus.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.autograd.Var;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.MimeBundle;
import gradus.render.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphMagicTest {

    @TempDir
    Path folder;

    private final FakeSession session = new FakeSession();

    @BeforeEach
    void declare() {
        var x = new Var(3, "x");
        session.variables.put("x", x);
        session.variables.put("y", x.mul(x).add(1).named("y"));
        session.variables.put("word", "a");
    }

    private @Nullable Object run(String arguments) throws CellFailure {
        return Magics.run(new Piece.MagicCall("%graph", arguments, "", 1, 0), session);
    }

    private Picture picture(String arguments) throws CellFailure {
        return (Picture) java.util.Objects.requireNonNull(run(arguments));
    }

    private String failure(String arguments) {
        return catchThrowableOfType(CellFailure.class, () -> run(arguments))
                .report()
                .message();
    }

    @Test
    void looks_changeTheDrawing() throws CellFailure {
        var plain = picture("y").html();
        for (var look : new String[] {"--style circuit", "--style record", "--direction down", "--depth 1"}) {
            assertThat(picture("y " + look).html()).as(look).isNotEqualTo(plain);
        }
        assertThat(picture("y --style boxes --direction right").html()).isEqualTo(plain);
    }

    @Test
    void path_isTold() throws CellFailure {
        assertThat(picture("y --path x").text())
                .contains("Paths from x to y: 2", "sum over all paths = gradient = 6.0");
        assertThat(failure("y --path word")).contains("--path word is no Var");
    }

    @Test
    void format_writesAFile_andSaysWhere() throws CellFailure, IOException {
        for (var format : new String[] {"svg", "png", "dot", "mermaid"}) {
            var file = folder.resolve("a." + format);
            assertThat(run("y --format " + format + " --out \"" + file + "\""))
                    .isInstanceOfSatisfying(
                            MimeBundle.class,
                            bundle -> assertThat(bundle.text()).isEqualTo("Written: " + file));
            assertThat(Files.size(file)).as(format).isGreaterThan(50);
        }
    }

    @Test
    void nameOfTheFile_tellsTheFormat() throws CellFailure, IOException {
        var file = folder.resolve("y.dot");
        run("y --out \"" + file + "\"");
        assertThat(Files.readString(file)).startsWith("digraph \"y\"");
        assertThat(failure("y --out \"" + folder.resolve("y.txt") + "\"")).contains("Add --format svg");
    }

    @Test
    void wrongArguments_areToldWithThoseThatThereAre() {
        assertThat(failure("y --style round")).contains("there is no style round; these are: boxes, circuit, record");
        assertThat(failure("y --direction north")).contains("right, down, left, up");
        assertThat(failure("y --format gif")).contains("svg, png, dot, mermaid");
        assertThat(failure("y --depth 0")).contains("1 or more edges");
    }
}
