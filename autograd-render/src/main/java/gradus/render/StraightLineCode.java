package gradus.render;

import gradus.autograd.Node;
import gradus.autograd.Op;
import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.render.code.Listing;
import gradus.render.scene.Mark;
import gradus.render.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The forward and the backward pass of a computation as straight-line code, in Java and in Python (rows 1.2, 1.4 and 2.1
 * of the lectures): {@code forward} gives the value and a cache, {@code backward} takes the upstream gradient and the cache
 * and gives the gradients of the inputs; each line has the number of its step.
 *
 * <pre>{@code
 * var x = new Var(3, "x");
 * var y = x.mul(x).named("y");
 * StraightLineCode.of(y).python().contains("dx += dy * x")   // ⇒ true
 * }</pre>
 *
 * <p>Each op is written from its {@link gradus.autograd.Code}, simplified inside of its domain. Numbers become numbers.
 * Arrays are written with NumPy in Python, and in Java as {@code double[]}, row-major, with the loops written out and the
 * shape behind each line. Constants stand in the code as numbers; arrays that are constants are given to {@code forward}
 * behind the inputs.
 */
public final class StraightLineCode implements Picture {

    /** The languages that there are. */
    public static final List<String> LANGUAGES = List.of("java", "python");

    private static final int MOST_STEPS = 400;

    /** A method of Java takes 127 numbers. */
    private static final int MOST_INPUTS = 100;

    private static final double MARGIN = 16;
    private static final double GAP = 48;

    private final Trace trace;
    private final List<String> languages;

    private StraightLineCode(Trace trace, List<String> languages) {
        this.trace = trace;
        this.languages = languages;
    }

    /**
     * The code of all that led to this node.
     *
     * @param languages which of {@link #LANGUAGES} to show, all if none is named
     * @throws IllegalArgumentException if there is no such language, if there are more than 400 steps or 100 inputs, or if
     *     a function of the student's own is among the ops
     * @throws IllegalStateException if the node is not a scalar, is computed from constants alone, or a value was changed
     *     after it was used
     */
    public static StraightLineCode of(Node root, String... languages) {
        var shown = new ArrayList<String>();
        for (var language : languages) {
            var name = language.toLowerCase(Locale.ROOT);
            if (!LANGUAGES.contains(name)) {
                throw new IllegalArgumentException("there is no language \"" + language
                        + "\" for straight-line code; these" + " are: " + String.join(", ", LANGUAGES));
            }
            shown.add(name);
        }
        var size = GraphSize.of(root);
        if (size.nodes() > 2 * MOST_STEPS) {
            throw tooLong(size.nodes() + " nodes");
        }
        return new StraightLineCode(checked(Trace.of(root)), shown.isEmpty() ? LANGUAGES : List.copyOf(shown));
    }

    private static Trace checked(Trace trace) {
        if (trace.forward().size() > MOST_STEPS) {
            throw tooLong(trace.forward().size() + " steps");
        }
        long inputs = trace.nodes().stream().filter(n -> n.kind() == Kind.INPUT).count();
        if (inputs > MOST_INPUTS) {
            throw tooLong(inputs + " inputs");
        }
        var catalogue = Op.catalogue();
        for (var node : trace.nodes()) {
            if (node.op() != null && !catalogue.contains(node.op())) {
                throw new IllegalArgumentException(node.label() + " was made by "
                        + node.op().id()
                        + ", which is a function of the notebook: what it computes is not known here. Write"
                        + " it with the operations of Var and Tensor");
            }
        }
        return trace;
    }

    private static IllegalArgumentException tooLong(String given) {
        return new IllegalArgumentException("straight-line code has up to " + MOST_STEPS + " steps and " + MOST_INPUTS
                + " inputs, and this computation has " + given + ": take a smaller example of it, or a part of it");
    }

    /**
     * The code in Java, as it stands in a cell: a record {@code Forward(double value, double[] cache)} and the methods
     * {@code forward} and {@code backward}; the gradients in the order of the inputs. Where there are arrays, cache and
     * gradients are records too, {@code Cache} and {@code Gradients}, and a few methods for arrays stand in front.
     */
    public String java() {
        return joined(inJava());
    }

    private List<String> inJava() {
        var lines = Listing.java(trace);
        if (!Listing.hasArrays(trace)) {
            return lines;
        }
        var all = new ArrayList<>(List.of("// " + Words.of("code.arrays"), ""));
        all.addAll(lines);
        return all;
    }

    /** The code in Python: functions {@code forward} and {@code backward}; with NumPy where there are arrays. */
    public String python() {
        return joined(Listing.python(trace));
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private List<CodeBlock> blocks() {
        return languages.stream().map(this::block).toList();
    }

    private CodeBlock block(String language) {
        if (language.equals("python")) {
            return new CodeBlock(Listing.hasArrays(trace) ? "Python, NumPy" : "Python", Listing.python(trace));
        }
        return new CodeBlock("Java", inJava());
    }

    @Override
    public String html() {
        var blocks = blocks().stream()
                .map(block -> Map.of("language", block.language(), "basis", basis(block), "parts", block.html()))
                .toList();
        return Html.fill("code.html", Map.of("blocks", blocks));
    }

    /** Side by side as far as both can be read; a listing of arrays has long lines, and a row of its own where it needs it. */
    private String basis(CodeBlock block) {
        return Listing.hasArrays(trace) ? Math.round(block.width()) + "px" : "26em";
    }

    @Override
    public byte[] png() {
        var marks = new ArrayList<Mark>();
        double x = MARGIN;
        double height = 0;
        for (var block : blocks()) {
            marks.addAll(block.marks(x, MARGIN));
            x += block.width() + GAP;
            height = Math.max(height, block.height());
        }
        return new Scene(x - GAP + MARGIN, height + 2 * MARGIN, "", marks).png();
    }

    @Override
    public String text() {
        return blocks().stream()
                .map(block -> block.language() + "\n\n" + joined(block.lines()))
                .collect(Collectors.joining("\n\n"));
    }
}
