package gradus.render;

import gradus.autograd.BinaryOp;
import gradus.autograd.Node;
import gradus.autograd.UnaryOp;
import gradus.autograd.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A scalar computed by chance, the same for the same seed: every scalar op, with nodes that are used again. */
final class RandomGraph {

    private static final List<UnaryOp> UNARY = List.of(UnaryOp.values());
    private static final List<BinaryOp> BINARY = List.of(BinaryOp.values());

    private RandomGraph() {}

    static Var of(long seed) {
        var random = new Random(seed);
        var nodes = new ArrayList<Var>();
        for (int i = 0; i < 3; i++) {
            nodes.add(new Var(0.25 + random.nextDouble(), "x" + i));
        }
        var unused = new ArrayList<>(nodes);
        int ops = 4 + random.nextInt(12);
        for (int i = 0; i < ops; i++) {
            var z = step(random, nodes, unused);
            // Neither so large that it overflows, nor outside of a domain.
            var kept = z.value() > 0.05 && z.value() < 4 ? z : (Var) UnaryOp.SIGMOID.of(z);
            nodes.add(kept);
            unused.add(kept);
        }
        return Var.sum(unused.toArray(Var[]::new)).named("f");
    }

    private static Var step(Random random, List<Var> nodes, List<Var> unused) {
        int kind = random.nextInt(10);
        if (kind < 4) {
            var op = UNARY.get(random.nextInt(UNARY.size()));
            return (Var) op.of(take(random, nodes, unused));
        }
        if (kind < 8) {
            var op = BINARY.get(random.nextInt(BINARY.size()));
            Node y = random.nextInt(4) == 0
                    ? new Var(1 + random.nextInt(3)).requiresGrad(false)
                    : take(random, nodes, unused);
            return (Var) op.of(take(random, nodes, unused), y);
        }
        var operands = new Var[1 + random.nextInt(3)];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = take(random, nodes, unused);
        }
        return kind == 8 ? Var.sum(operands) : Var.product(operands);
    }

    private static Var take(Random random, List<Var> nodes, List<Var> unused) {
        var from = unused.isEmpty() || random.nextInt(3) == 0 ? nodes : unused;
        var node = from.get(random.nextInt(from.size()));
        unused.remove(node);
        return node;
    }
}
