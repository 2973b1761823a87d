package gradus.render;

import gradus.autograd.Names;
import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.autograd.Value;
import gradus.render.scene.Glyphs;
import org.jspecify.annotations.Nullable;

/** How nodes and their numbers are written into a drawing. */
final class Written {

    private static final int LONGEST_LABEL = 18;
    static final int LONGEST_BAR = 10;
    private static final int LONGEST_ARRAY = 24;

    private Written() {}

    static String label(TraceNode node) {
        // An array of numbers without a name says more by its shape than by its first digits.
        if (node.kind() == Kind.CONSTANT && !node.named() && node.label().length() > LONGEST_LABEL) {
            return value(node.value());
        }
        return Glyphs.shorten(node.label(), LONGEST_LABEL);
    }

    /** A number, a short array, or the shape of a longer one. */
    static String value(Value value) {
        return isWhole(value) ? value.brief() : Words.of("value.shape", value.shape());
    }

    /** Whether there is room for all of it. */
    static boolean isWhole(Value value) {
        return value.isScalar() || value.brief().length() <= LONGEST_ARRAY;
    }

    /** In bar notation, {@code x̄ = 14}; {@code x̄ = —} where no gradient has arrived. */
    static String gradient(TraceNode node, @Nullable Value gradient) {
        var bar = Names.bar(Glyphs.shorten(node.label(), LONGEST_BAR));
        if (gradient == null) {
            return bar + " = —";
        }
        var text = value(gradient);
        return bar + (text.equals(gradient.brief()) ? " = " : ": ") + text;
    }

    /** For each node whether sweeps can bring it a gradient: whether it is an input or computed from one. */
    static boolean[] takesGradient(Trace trace) {
        var takes = new boolean[trace.nodes().size()];
        for (var node : trace.nodes()) {
            takes[node.id()] =
                    node.kind() == Kind.INPUT || node.operands().stream().anyMatch(i -> takes[i]);
        }
        return takes;
    }
}
