package gradus.autograd;

import gradus.autograd.Trace.Kind;
import java.util.HashSet;
import java.util.Set;

/**
 * What the nodes of a graph are called: by the student's names; constants by their number; other inputs u1, u2, … and
 * results v1, v2, …, without those that the student has taken.
 */
final class Labels {

    private final Node[] order;

    /** For each node without a name the number behind u or v. */
    private final int[] numbers;

    Labels(Node[] order) {
        this.order = order;
        numbers = new int[order.length];
        var taken = new HashSet<String>();
        for (var node : order) {
            if (node.name() != null) {
                taken.add(node.name());
            }
        }
        int inputs = 0;
        int results = 0;
        for (int i = 0; i < order.length; i++) {
            if (order[i].name() == null && kind(order[i]) == Kind.INPUT) {
                inputs = free("u", inputs + 1, taken);
                numbers[i] = inputs;
            } else if (order[i].name() == null && kind(order[i]) == Kind.RESULT) {
                results = free("v", results + 1, taken);
                numbers[i] = results;
            }
        }
    }

    private static int free(String letter, int from, Set<String> taken) {
        int number = from;
        while (!taken.isEmpty() && taken.contains(letter + number)) {
            number++;
        }
        return number;
    }

    static Kind kind(Node node) {
        return node.op() != null ? Kind.RESULT : node.requiresGrad() ? Kind.INPUT : Kind.CONSTANT;
    }

    /** What node i is called. */
    String of(int i) {
        var node = order[i];
        var name = node.name();
        if (name != null) {
            return name;
        }
        return switch (kind(node)) {
            case INPUT -> "u" + numbers[i];
            case CONSTANT -> Value.of(node).brief();
            case RESULT -> "v" + numbers[i];
        };
    }
}
