package gradus.autograd;

import gradus.autograd.StaticGraph.Flat;
import gradus.autograd.StaticGraph.Step;

/** One node of a static graph that is no scalar made by a scalar op, run by the rules of the catalogue. */
final class NodeStep implements Step {

    private final Node made;
    private final int slot;
    private final int[] operands;

    NodeStep(Node made, Schedule schedule) {
        if (made.op() instanceof CustomOp || made.op() instanceof GivenOp) {
            throw new IllegalArgumentException("a static graph runs the ops of the catalogue, and " + made.describe()
                    + " is a function of its own, whose cache belongs to one run");
        }
        this.made = made;
        this.slot = schedule.slot(made);
        this.operands = new int[made.arity()];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = schedule.slot(made.operand(i));
        }
    }

    @Override
    public void forward(Flat flat) {
        flat.write(slot, again(flat).elements());
    }

    /** The same op on the values of this run. */
    private Node again(Flat flat) {
        var x = flat.nodes(operands, made).toArray(Node[]::new);
        var op = made.op();
        if (op instanceof UnaryOp unary) {
            return unary.of(x[0]);
        }
        if (op instanceof BinaryOp binary) {
            return binary.of(x[0], x[1]);
        }
        return ((ArrayOp) java.util.Objects.requireNonNull(op)).of(made.settings(), x);
    }

    @Override
    public void backward(Flat flat) {
        var z = recorded(flat);
        var upstream = flat.adjoint(slot);
        for (int i = 0; i < operands.length; i++) {
            if (made.operand(i).requiresGrad()) {
                var contribution = Sweep.contribution(z, i, upstream);
                if (contribution != null) {
                    flat.add(operands[i], contribution);
                }
            }
        }
    }

    /** The node of this run, with its value as it was computed, on operands of which none leads further. */
    private Node recorded(Flat flat) {
        var x = flat.nodes(operands, made).toArray(Node[]::new);
        for (int i = 0; i < operands.length; i++) {
            x[i].requiresGrad(made.operand(i).requiresGrad());
        }
        var op = java.util.Objects.requireNonNull(made.op());
        boolean recording = Recorder.current().set(true);
        try {
            if (op instanceof ArrayOp array) {
                return array.node(made.shape(), made.settings(), flat.elements(slot), x);
            }
            return new Tensor(op, made.shape(), flat.elements(slot), Node.NONE, x);
        } finally {
            Recorder.current().set(recording);
        }
    }
}
