package gradus.autograd;

/**
 * A scalar whose value and local gradients were given and not computed; or the end of a computation that failed, which has
 * neither and serves its trace alone.
 */
final class GivenVar extends Var {

    private final Op op;
    private final int[] settings;
    private final Node[] operands;

    GivenVar(Op op, int[] settings, double value, Node... operands) {
        super(op, value, stampAfter(operands));
        this.op = op;
        this.settings = settings;
        this.operands = operands;
    }

    /** Whether this is the end of a computation that failed. */
    boolean isFailure() {
        return !(op instanceof GivenOp given) || !given.isKnown();
    }

    @Override
    double local(int i) {
        return op instanceof GivenOp given ? given.local(i) : Double.NaN;
    }

    @Override
    void passOn(Sweep sweep, int place) {
        double upstream = sweep.take(this, place);
        for (int i = 0; i < operands.length; i++) {
            if (operands[i] instanceof Var x && x.requiresGrad()) {
                sweep.add(this, x, upstream * local(i));
            } else {
                sweep.check(this, operands[i]);
            }
        }
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
