package gradus.autograd;

import java.util.List;
import java.util.stream.Collectors;

/** What an {@link ArrayOp} is applied to: operands in their order, and the settings that it is told beside them. */
public final class Call {

    private final List<? extends Node> operands;
    private final int[] settings;

    Call(List<? extends Node> operands, int... settings) {
        this.operands = operands;
        this.settings = settings;
    }

    List<? extends Node> operands() {
        return operands;
    }

    /** The settings; not to be written into. */
    int[] settings() {
        return settings;
    }

    Shape shape(int i) {
        return operands.get(i).shape();
    }

    /** The elements of operand i, row-major; not to be written into. */
    double[] elements(int i) {
        return operands.get(i).elements();
    }

    /** The operands for a message: names, where they have them, and shapes. */
    String written() {
        return operands.stream()
                .map(x -> (x.name() == null ? "" : x.name() + " is ") + x.shape())
                .collect(Collectors.joining(" and "));
    }
}
