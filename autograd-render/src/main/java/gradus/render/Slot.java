package gradus.render;

import gradus.autograd.Names;
import gradus.autograd.Trace;
import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.TraceNode;
import gradus.render.scene.Glyphs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The numbers that phrases have places for: a letter for what it is, and the number of a node or of a backward step. */
final class Slot {

    /** More than these, and a history is told by its ends. */
    private static final int LONGEST_HISTORY = 5;

    private Slot() {}

    /** The value of a node. */
    static Phrase value(TraceNode node) {
        return Phrase.number("v" + node.id(), Written.value(node.value()));
    }

    /** The value of a scalar, in brackets where it is negative. */
    static Phrase factor(TraceNode node) {
        return Phrase.number("f" + node.id(), node.value().factor());
    }

    /** The upstream gradient of a step. */
    static Phrase upstream(int k, BackwardStep step) {
        return Phrase.number("u" + k, Written.value(step.upstream()));
    }

    /** The local gradient of a step, in brackets where it is a negative number. */
    static Phrase localFactor(int k, BackwardStep step) {
        return Phrase.number(
                "l" + k, java.util.Objects.requireNonNull(step.local()).factor());
    }

    /** The local gradient of a step. */
    static Phrase local(int k, BackwardStep step) {
        return Phrase.number("L" + k, Written.value(java.util.Objects.requireNonNull(step.local())));
    }

    /** What a step adds. */
    static Phrase contribution(int k, BackwardStep step) {
        return Phrase.number("c" + k, Written.value(step.contribution()));
    }

    /** The adjoint of a node as it stands after a step, {@code x̄ = 14}. */
    static Phrase adjoint(TraceNode node, int k, BackwardStep step) {
        var bar = Names.bar(Glyphs.shorten(node.label(), Written.LONGEST_BAR));
        return Phrase.of(bar)
                .and(Phrase.number("g" + k, Written.gradient(node, step.after()).substring(bar.length())));
    }

    /** All that the receiver's adjoint has been so far, {@code 0 → 14 → 42}. */
    static Phrase history(Trace trace, int k) {
        var last = trace.backward().get(k);
        if (!Written.isWhole(last.after())) {
            return Phrase.number("h" + k, Written.value(last.after()));
        }
        var all = new ArrayList<String>();
        for (var step : trace.backward().subList(0, k + 1)) {
            if (step.operand() == last.operand()) {
                if (all.isEmpty()) {
                    all.add(Written.value(step.before()));
                }
                all.add(Written.value(step.after()));
            }
        }
        return Phrase.number("h" + k, history(all));
    }

    private static String history(List<String> all) {
        int n = all.size();
        if (n > LONGEST_HISTORY) {
            all.subList(1, n - 3).clear();
            all.add(1, "…");
        }
        return all.stream().collect(Collectors.joining(" → "));
    }
}
