package gradus.autograd;

import gradus.autograd.StaticGraph.Flat;
import gradus.autograd.StaticGraph.Step;
import java.util.Arrays;

/**
 * One {@link NaryOp} of a static graph. It takes all local gradients in one pass, since one by one they cost n² for n
 * operands.
 */
final class NaryStep implements Step {

    private final NaryOp op;
    private final int slot;
    private final int[] operands;
    private final boolean[] requiresGrad;

    NaryStep(NaryOp op, Node made, Schedule schedule) {
        this.op = op;
        this.slot = schedule.slot(made);
        this.operands = new int[made.arity()];
        this.requiresGrad = new boolean[operands.length];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = schedule.slot(made.operand(i));
            requiresGrad[i] = made.operand(i).requiresGrad();
        }
    }

    @Override
    public void forward(Flat flat) {
        flat.values[slot] = op.value(operands(flat));
    }

    @Override
    public void backward(Flat flat) {
        var locals = op.locals(operands(flat));
        for (int i = 0; i < operands.length; i++) {
            if (requiresGrad[i]) {
                flat.adjoints[operands[i]] += flat.adjoints[slot] * locals[i];
            }
        }
    }

    private double[] operands(Flat flat) {
        return Arrays.stream(operands).mapToDouble(i -> flat.values[i]).toArray();
    }
}
