package gradus.render;

import gradus.autograd.Node;
import gradus.autograd.Op;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How large a graph is, counted without tracing it, so that a graph of a million nodes is told and not drawn.
 *
 * @param nodes all nodes
 * @param edges pairs of a result and an operand
 * @param byOp how many nodes each op has made, by the op's name
 */
record GraphSize(int nodes, int edges, Map<String, Integer> byOp) {

    static GraphSize of(Node root) {
        var met = Collections.<Node>newSetFromMap(new IdentityHashMap<>());
        var todo = new ArrayDeque<Node>();
        var byOp = new TreeMap<String, Integer>();
        int edges = 0;
        met.add(root);
        todo.push(root);
        while (!todo.isEmpty()) {
            var node = todo.pop();
            byOp.merge(kind(node), 1, Integer::sum);
            for (var operand : node.operands()) {
                edges++;
                if (met.add(operand)) {
                    todo.push(operand);
                }
            }
            if (Thread.interrupted()) {
                throw new java.util.concurrent.CancellationException("interrupted while a graph was counted");
            }
        }
        return new GraphSize(met.size(), edges, byOp);
    }

    private static String kind(Node node) {
        Op op = node.op();
        return op != null ? op.id() : node.isConstant() ? "constants" : "inputs";
    }
}
