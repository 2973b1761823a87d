package gradus.render;

import gradus.autograd.Node;
import gradus.autograd.OwnGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Graphs of a student's own class, with gradients that are wrong. */
@SuppressWarnings("unused") // read by the names of the fields
enum OwnPictures {
    /** f = x·y + x with = in place of +=. */
    OVERWRITTEN {
        @Override
        Node node() {
            var x = new Num(2, 1);
            var y = new Num(3, 2);
            var p = new Num(6, 1, new Edge(3, x), new Edge(2, y));
            return node(Map.of("x", x, "y", y), "f", new Num(8, 1, new Edge(1, p), new Edge(1, x)));
        }
    },
    /** mul takes its own operand for the local gradient. */
    WRONG_LOCAL {
        @Override
        Node node() {
            var x = new Num(2, 2);
            var y = new Num(3, 2);
            var p = new Num(6, 1, new Edge(2, x), new Edge(2, y));
            return node(Map.of("x", x, "y", y, "p", p), "f", new Num(6.5, 1, new Edge(1, p)));
        }
    },
    /** Two sweeps, and the gradients not set to zero between them. */
    TWO_SWEEPS {
        @Override
        Node node() {
            var x = new Num(3, 12);
            return node(Map.of("x", x), "y", new Num(9, 2, new Edge(3, x), new Edge(3, x)));
        }
    };

    record Edge(double localGradient, Num child) {}

    static final class Num {
        public final double value;
        public final double grad;
        public final List<Edge> children;

        Num(double value, double grad, Edge... children) {
            this.value = value;
            this.grad = grad;
            this.children = List.of(children);
        }
    }

    abstract Node node();

    static Node node(Map<String, Object> leaves, String name, Num root) {
        var variables = new LinkedHashMap<String, Object>(leaves);
        variables.put(name, root);
        return OwnGraph.of(root, variables).root();
    }
}
