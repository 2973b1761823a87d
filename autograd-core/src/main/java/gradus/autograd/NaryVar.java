package gradus.autograd;

import java.util.Arrays;

/** A scalar made of any number of scalars. Apart from {@link Var}, so that the common node stays small. */
final class NaryVar extends Var {

    private final NaryOp op;
    private final Var[] x;

    NaryVar(NaryOp op, Var... x) {
        super(op, op.value(values(x)), Arrays.stream(x).anyMatch(Var::requiresGrad));
        this.op = op;
        this.x = x.clone();
    }

    private static double[] values(Var[] x) {
        return Arrays.stream(x).mapToDouble(Var::value).toArray();
    }

    @Override
    double local(int i) {
        return op.locals(values(x))[i];
    }

    @Override
    void passOn(double[] adjoints) {
        var locals = op.locals(values(x));
        for (int k = 0; k < x.length; k++) {
            if (takes(x[k])) {
                adjoints[x[k].place] += adjoints[place] * locals[k];
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
