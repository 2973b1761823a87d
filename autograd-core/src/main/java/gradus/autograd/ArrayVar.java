package gradus.autograd;

/** A scalar that an {@link ArrayOp} made, such as the sum of a tensor's elements. */
final class ArrayVar extends Var {

    private final ArrayOp op;
    private final int[] settings;
    private final Node[] operands;

    ArrayVar(ArrayOp op, int[] settings, double value, Node... operands) {
        super(op, value, stampAfter(operands));
        this.op = op;
        this.settings = settings;
        this.operands = operands;
    }

    @Override
    void passOn(Sweep sweep, int place) {
        sweep.passOn(this, new double[] {sweep.take(this, place)}, op);
    }

    @Override
    int arity() {
        return operands.length;
    }

    @Override
    Node operand(int i) {
        return operands[i];
    }

    @Override
    int[] settings() {
        return settings;
    }
}
