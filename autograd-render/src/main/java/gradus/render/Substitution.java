package gradus.render;

import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import java.util.ArrayList;
import java.util.Objects;

/** The right-hand side of a scalar op with numbers put in for the names: {@code 3 · 2} for {@code a · x2}. */
final class Substitution {

    /** Stands for operand 0, the next one for operand 1, …: letters that no formula has. */
    private static final char FIRST = '\uE000';

    private static final int MOST = 0x1000;

    private Substitution() {}

    static Phrase of(Trace trace, TraceNode node) {
        var operands = node.operands().stream().map(trace::node).toList();
        var places = new ArrayList<String>();
        for (int i = 0; i < operands.size(); i++) {
            var x = operands.get(i);
            boolean fixed = x.kind() == Kind.CONSTANT || i >= MOST;
            places.add(fixed ? x.value().factor() : Character.toString((char) (FIRST + i)));
        }
        int[] settings = node.settings().stream().mapToInt(Integer::intValue).toArray();
        var written = Objects.requireNonNull(node.op()).expression(places, settings);
        var phrase = Phrase.NONE;
        int from = 0;
        for (int at = 0; at < written.length(); at++) {
            int i = written.charAt(at) - FIRST;
            if (i >= 0 && i < operands.size()) {
                // σ(−4) and not σ((−4)): a function has brackets of its own.
                boolean bracketed = at > 0
                        && at + 1 < written.length()
                        && written.charAt(at - 1) == '('
                        && written.charAt(at + 1) == ')';
                var x = operands.get(i);
                phrase = phrase.and(written.substring(from, at)).and(bracketed ? Slot.value(x) : Slot.factor(x));
                from = at + 1;
            }
        }
        return phrase.and(written.substring(from));
    }
}
