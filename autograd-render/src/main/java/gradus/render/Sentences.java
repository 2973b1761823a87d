package gradus.render;

import gradus.autograd.Parting;
import gradus.autograd.Remark;
import gradus.autograd.Remark.Kind;
import gradus.autograd.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What is remarked in a trace, a sentence each. */
final class Sentences {

    private static final int MOST_GRADIENTS = 6;

    private Sentences() {}

    /** First what is wrong and why, then the rest of it. */
    static List<String> of(Trace trace) {
        var all = new ArrayList<>(trace.remarks());
        all.sort(Comparator.comparing(r -> r.kind() == Kind.PARTING ? 0 : 1));
        long unlike =
                all.stream().filter(r -> r.kind() == Kind.GRADIENT_DIFFERS).count();
        // The drawing has them all.
        all.removeIf(r -> r.kind() == Kind.GRADIENT_DIFFERS && unlike > MOST_GRADIENTS);
        return all.stream().map(r -> of(trace, r)).toList();
    }

    private static String of(Trace trace, Remark remark) {
        var label = trace.node(remark.node()).label();
        var parts = new ArrayList<Object>(remark.parts());
        parts.add(0, label);
        var all = parts.toArray();
        return switch (remark.kind()) {
            case FAILED, NOT_FINITE -> remark.parts().get(0);
            case GRADIENT_DIFFERS -> Words.of("own.gradient", all);
            case LOCAL_DIFFERS -> Words.of("own.local", all);
            case OP_GUESSED -> Words.of("own.guessed", all);
            case OP_UNKNOWN -> Words.of("own.unknown", all);
            case CHILD_SUSPECTED -> Words.of("own.child", all);
            case PARTING -> {
                // Label, theirs, the right one, the other node, numbers.
                var rest = remark.parts().subList(1, remark.parts().size()).toArray();
                yield Words.of("own.parting", rest) + " "
                        + why(Parting.valueOf(remark.parts().get(0)), Arrays.copyOf(rest, Math.max(6, rest.length)));
            }
        };
    }

    private static String why(Parting parting, Object... parts) {
        return switch (parting) {
            case OVERWRITTEN -> Words.of("own.parting.overwritten", parts);
            case MISSING -> Words.of("own.parting.missing", parts);
            case NOTHING -> Words.of("own.parting.nothing", parts);
            case LOCAL -> Words.of("own.parting.local", parts);
            case SIGN -> Words.of("own.parting.sign", parts);
            case UPSTREAM -> Words.of("own.parting.upstream", parts);
            case INCOMPLETE -> Words.of("own.parting.incomplete", parts);
            case AGAIN -> Words.of("own.parting.again", parts);
            case MULTIPLE -> Words.of("own.parting.multiple", parts);
            case SEED -> Words.of("own.parting.seed", parts);
            case OTHER -> Words.of("own.parting.other", parts);
        };
    }
}
