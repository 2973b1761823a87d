package gradus.autograd;

import java.util.Arrays;

/** A scalar made of any number of scalars. Apart from {@link Var}, so that the common node stays small. */
final class NaryVar extends Var {

    private final NaryOp op;
    private final Var[] x;

    private NaryVar(NaryOp op, double value, Var... x) {
        super(op, value, stampAfter(x));
        this.op = op;
        this.x = x;
    }

    static Var apply(NaryOp op, Var... x) {
        double value = op.value(values(x));
        return isRecorded(x) ? new NaryVar(op, value, x.clone()) : constant(value);
    }

    private static double[] values(Var[] x) {
        return Arrays.stream(x).mapToDouble(Var::value).toArray();
    }

    @Override
    double local(int i) {
        return op.locals(values(x))[i];
    }

    @Override
    void passOn(Sweep sweep, int place) {
        double upstream = sweep.take(this, place);
        var locals = op.locals(values(x));
        for (int i = 0; i < x.length; i++) {
            if (x[i].requiresGrad()) {
                sweep.add(this, x[i], upstream * locals[i]);
            } else {
                sweep.check(this, x[i]);
            }
        }
    }

    @Override
    int arity() {
        return x.length;
    }

    @Override
    Node operand(int i) {
        return x[i];
    }
}
