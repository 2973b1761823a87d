package gradus.autograd;

import gradus.autograd.StaticGraph.Flat;
import gradus.autograd.StaticGraph.Step;
import java.util.List;

/** Scalars in neighbouring slots that one op makes. */
final class ScalarRun {

    private ScalarRun() {}

    static Step of(Op op, List<Node> nodes, int from, Schedule schedule) {
        var x = Operands.of(nodes, 0, schedule);
        if (op instanceof UnaryOp unary) {
            return new Unary(unary, from, nodes.size(), x);
        }
        return new Binary((BinaryOp) op, from, nodes.size(), x, Operands.of(nodes, 1, schedule));
    }

    /** The slots of the operands, {@code first + k·step} for a regular run, and whether gradients are asked for. */
    private static final class Operands {

        private final int first;
        private final int step;
        private final int[] slots;
        private final boolean regular;
        private final boolean needed;

        private Operands(int[] slots, boolean needed) {
            this.slots = slots;
            this.first = slots[0];
            this.step = slots.length > 1 ? slots[1] - slots[0] : 1;
            this.needed = needed;
            boolean same = step == 0 || step == 1;
            for (int k = 0; k < slots.length && same; k++) {
                same = slots[k] == first + k * step;
            }
            this.regular = same;
        }

        static Operands of(List<Node> nodes, int i, Schedule schedule) {
            boolean needed = nodes.stream().anyMatch(node -> node.operand(i).requiresGrad());
            return new Operands(
                    nodes.stream()
                            .mapToInt(node -> schedule.slot(node.operand(i)))
                            .toArray(),
                    needed);
        }
    }

    private record Unary(UnaryOp op, int from, int length, Operands x) implements Step {

        @Override
        public void forward(Flat flat) {
            var v = flat.values;
            for (int k = 0; k < length; k++) {
                v[from + k] = op.value(v[x.slots[k]]);
            }
        }

        @Override
        public void backward(Flat flat) {
            var v = flat.values;
            var adjoints = flat.adjoints;
            for (int k = 0; k < length; k++) {
                int p = x.slots[k];
                adjoints[p] += adjoints[from + k] * op.local(v[p], v[from + k]);
            }
        }
    }

    private record Binary(BinaryOp op, int from, int length, Operands x, Operands y) implements Step {

        @Override
        public void forward(Flat flat) {
            var v = flat.values;
            if (x.regular && y.regular) {
                int p = x.first;
                int q = y.first;
                for (int k = from; k < from + length; k++) {
                    v[k] = op.value(v[p], v[q]);
                    p += x.step;
                    q += y.step;
                }
                return;
            }
            for (int k = 0; k < length; k++) {
                v[from + k] = op.value(v[x.slots[k]], v[y.slots[k]]);
            }
        }

        @Override
        public void backward(Flat flat) {
            if (x.needed && y.needed && x.regular && y.regular && x.step == 1 && y.step == 0 && x.first != y.first) {
                backwardToOne(flat.values, flat.adjoints);
                return;
            }
            if (x.needed) {
                backwardToX(flat.values, flat.adjoints);
            }
            if (y.needed) {
                backwardToY(flat.values, flat.adjoints);
            }
        }

        /** Neighbours on the left, one and the same on the right, which gathers its sum in a register. */
        private void backwardToOne(double[] v, double[] adjoints) {
            double b = v[y.first];
            double sum = 0;
            int p = x.first;
            for (int k = from; k < from + length; k++) {
                double upstream = adjoints[k];
                double a = v[p];
                adjoints[p] += upstream * op.localX(a, b, v[k]);
                sum += upstream * op.localY(a, b, v[k]);
                p++;
            }
            adjoints[y.first] += sum;
        }

        private void backwardToX(double[] v, double[] adjoints) {
            for (int k = 0; k < length; k++) {
                int p = x.slots[k];
                adjoints[p] += adjoints[from + k] * op.localX(v[p], v[y.slots[k]], v[from + k]);
            }
        }

        private void backwardToY(double[] v, double[] adjoints) {
            for (int k = 0; k < length; k++) {
                int q = y.slots[k];
                adjoints[q] += adjoints[from + k] * op.localY(v[x.slots[k]], v[q], v[from + k]);
            }
        }
    }
}
