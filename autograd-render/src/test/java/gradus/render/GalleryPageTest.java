package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.GradientPaths;
import gradus.autograd.OpLog;
import gradus.autograd.Tensor;
import gradus.autograd.Var;
import gradus.autograd.nn.MLP;
import gradus.autograd.nn.MSELoss;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The gallery of the docs: each kind of picture, with the line that shows it. Written anew with {@link Golden}. */
class GalleryPageTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern IMAGE = Pattern.compile("data:image/svg[+]xml;base64,([A-Za-z0-9+/=]+)");

    /** One picture of the page. */
    private record Entry(String file, String line, String caption, boolean last, Supplier<Picture> picture) {

        /** The last image of a stepper shows its end; the first one of anything else is the drawing. */
        String svg() {
            var images = IMAGE.matcher(picture.get().html())
                    .results()
                    .map(m -> m.group(1))
                    .toList();
            var image = images.get(last ? images.size() - 1 : 0);
            return new String(Base64.getDecoder().decode(image), StandardCharsets.UTF_8);
        }

        String markdown() {
            return "## `" + line + "`\n\n" + caption + "\n\n![" + line + "](images/gallery/" + file + ".svg)\n";
        }
    }

    /** What reads best as text: a listing, in a language for which a page of docs has colours. */
    private static String listing(String line, String caption, String language, String text) {
        return "## `" + line + "`\n\n" + caption + "\n\n```" + language + "\n" + text.strip() + "\n```\n";
    }

    /** What is shown as text, behind the pictures. */
    private static List<String> listings() {
        var z = Examples.CHAIN_RULE.make();
        var loss = Examples.LAYER.make();
        return List.of(
                listing(
                        "%%trace",
                        "Every op that a cell performed, with its numbers and the line that made it.",
                        "text",
                        traced().text()),
                listing(
                        "%code z --language java",
                        "The forward and the backward pass as straight-line code, each line with its step.",
                        "java",
                        StraightLineCode.of(z).java()),
                listing(
                        "%code z --language python",
                        "The same in Python.", "python", StraightLineCode.of(z).python()),
                listing(
                        "%code loss --language java",
                        "Arrays in Java: the loops are written out, with a few methods in front; behind each line the"
                                + " shape of what it makes.",
                        "java",
                        StraightLineCode.of(loss).java()),
                listing(
                        "%code loss --language python",
                        "The same with NumPy.",
                        "python",
                        StraightLineCode.of(loss).python()),
                listing(
                        "%latex z",
                        "The chain rule written out, which a notebook typesets; here as text.",
                        "text",
                        Derivation.of(z).toString()));
    }

    private static OpTable traced() {
        var log = OpLog.start(name -> name.startsWith(GalleryPageTest.class.getName()));
        var x = new Var(2, "x");
        var y = new Var(3, "y");
        x.mul(y).add(x.sin()).named("f");
        log.close();
        return OpTable.of(log, place -> new OpTable.Source("Cell 1, line 3", "var f = x.mul(y).add(x.sin());"));
    }

    private static Entry entry(String file, String line, String caption, Supplier<Picture> picture) {
        return new Entry(file, line, caption, false, picture);
    }

    private static Entry steps(String file, String line, String caption, Supplier<Picture> picture) {
        return new Entry(file, line, caption, true, picture);
    }

    private static Entry lab(String file, String line, String caption, Labs lab) {
        return entry(file, line, caption, lab::make);
    }

    private static final List<Entry> ENTRIES = List.of(
            steps(
                    "step",
                    "%step z",
                    "A stepper, at its last step: x2 receives its contribution. It goes forward and back, by keys and by"
                            + " touch, and its leaves can be changed in the page.",
                    () -> Stepper.of(Examples.CHAIN_RULE.make())),
            steps(
                    "step-arrays",
                    "%step loss",
                    "On arrays; the page shows the arrays at work as heat tables, and the Jacobian beside the product.",
                    () -> Stepper.of(Examples.LAYER.make())),
            entry(
                    "graph",
                    "%graph f",
                    "The graph with values above and gradients below.",
                    () -> Graph.of(Examples.STAGED.afterSweep())),
            entry(
                    "graph-circuit",
                    "%graph F --style circuit",
                    "The same as a circuit: values above the wires, gradients below them.",
                    () -> Graph.of(Examples.CIRCUIT.afterSweep(), GraphOptions.DEFAULT.style(GraphStyle.CIRCUIT))),
            entry(
                    "graph-record",
                    "%graph f --style record --direction down",
                    "As records, from top to bottom.",
                    () -> Graph.of(
                            Examples.SHARED.afterSweep(),
                            GraphOptions.DEFAULT.style(GraphStyle.RECORD).direction(GraphDirection.DOWN))),
            entry(
                    "graph-layers",
                    "%graph mse",
                    "Layers are one node each, which opens on a click.",
                    () -> Graph.of(net())),
            entry(
                    "graph-paths",
                    "%graph f --path a",
                    "All paths from a to f: the gradient is the sum of their products of local gradients.",
                    GalleryPageTest::paths),
            steps(
                    "step-failure",
                    "%step z",
                    "An error is the last step, drawn where it happened.",
                    () -> Stepper.of(FaultsTest.Failure.NAN_VALUE.node())),
            entry(
                    "own",
                    "%graph f",
                    "A class of the student's own: where its gradient differs from the right one, both are shown.",
                    () -> Graph.of(OwnPictures.OVERWRITTEN.node())),
            lab("inithist", "%inithist", "What three initializations do to the values of six layers.", Labs.INITHIST),
            lab(
                    "inithist-relu",
                    "%inithist xavier he --activation relu --both",
                    "Values and gradients, for ReLU.",
                    Labs.INITHIST_RELU),
            lab(
                    "gradcheck",
                    "%gradcheck f",
                    "A gradient beside differences, and their error against the step.",
                    Labs.CHECK),
            lab(
                    "jacobian",
                    "%jacobian y x",
                    "The Jacobian of an elementwise function is diagonal.",
                    Labs.JACOBIAN_DIAGONAL),
            lab("visits", "%visits f", "How often each way to go back visits a node.", Labs.VISITS),
            lab(
                    "ladder",
                    "%visits --ladder 12",
                    "2ⁿ visits of the recursion against n of the topological order.",
                    Labs.VISITS_LADDER),
            lab(
                    "contour",
                    "%contour loss w b",
                    "Gradient descent with a learning rate that is too small, right, too large.",
                    Labs.CONTOUR),
            lab("activation", "%activation", "Activation functions and their derivatives.", Labs.ACTIVATIONS),
            lab("depth", "%depth", "Gradients vanish with depth, or do not.", Labs.DEPTH_LAYERS),
            lab("recurrent", "%depth --recurrent", "Those of a recurrent net vanish or explode.", Labs.DEPTH_STEPS),
            lab("plot", "%plot losses", "Series of numbers.", Labs.PLOT_LOSS));

    private static Var net() {
        var x = Tensor.of(new double[][] {{1, 2}, {3, 4}}).named("X");
        var y = Tensor.of(new double[][] {{1}, {0}}).named("Y").requiresGrad(false);
        var mse = new MSELoss().apply(new MLP(2, 4, 1).forward(x), y).named("mse");
        mse.backward();
        return mse;
    }

    private static Picture paths() {
        var a = new Var(2, "a");
        var b = new Var(5, "b");
        var f = a.mul(b).add(a.add(b)).named("f");
        f.backward();
        return Graph.of(f, GraphOptions.DEFAULT.paths(GradientPaths.of(f, a)));
    }

    @Test
    void page_showsWhatIsDrawnToday() {
        for (var entry : ENTRIES) {
            Golden.check(DOCS.resolve("images/gallery/" + entry.file() + ".svg"), Golden.lines(entry.svg()));
        }
        Golden.check(
                DOCS.resolve("gallery.md"),
                Stream.concat(ENTRIES.stream().map(Entry::markdown), listings().stream())
                        .collect(Collectors.joining(
                                "\n",
                                "# Gallery\n\nEvery kind of picture, as a notebook shows it in the light theme; in a"
                                        + " notebook it follows the theme, and its text can be selected.\n\n",
                                "")));
        assertThat(ENTRIES).extracting(Entry::file).doesNotHaveDuplicates();
    }
}
