package gradus.autograd;

import java.util.List;

/** A way to call an {@link ArrayOp}: shapes of operands, and settings, at which tests compare it with differences. */
public final class Sample {

    private final int[] settings;
    private final List<Shape> operands;

    Sample(int[] settings, Shape... operands) {
        this.settings = settings;
        this.operands = List.of(operands);
    }

    static Sample of(Shape... operands) {
        return new Sample(Node.NONE, operands);
    }

    /** What the op is told beside its operands; a copy. */
    public int[] settings() {
        return settings.clone();
    }

    /** The shapes of the operands; {@link Shape#SCALAR} stands for a {@link Var}. */
    public List<Shape> operands() {
        return operands;
    }

    @Override
    public String toString() {
        return operands + (settings.length == 0 ? "" : " with " + java.util.Arrays.toString(settings));
    }
}
