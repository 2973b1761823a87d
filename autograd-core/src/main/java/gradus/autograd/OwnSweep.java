package gradus.autograd;

import gradus.autograd.Remark.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a student's gradients with a sweep of the engine, and finds out where they part and why. */
final class OwnSweep {

    private final List<OwnNode> nodes;
    private final Trace trace;
    private final double[] right;

    /** The student's gradients; NaN where none was kept. */
    private final double[] yours;

    private final List<List<Edge>> into = new ArrayList<>();
    private final java.util.IdentityHashMap<OwnNode, Integer> places = new java.util.IdentityHashMap<>();

    /** An edge on which a contribution flows to a child. */
    private record Edge(OwnNode from, int child, double upstream, double local, double given) {
        double contribution() {
            return upstream * local;
        }
    }

    OwnSweep(List<OwnNode> nodes, Trace trace) {
        this.nodes = nodes;
        this.trace = trace;
        right = new double[nodes.size()];
        yours = new double[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            into.add(new ArrayList<>());
            places.put(nodes.get(i), i);
        }
    }

    /** Which operand of the engine's node a child is. */
    static int place(OwnNode own, int child) {
        var node = own.children.get(child).node();
        var operands = own.node().operands();
        return child < operands.size() && operands.get(child) == node ? child : operands.indexOf(node);
    }

    /**
     * What is to be said, after the student's gradients have been given to the engine's nodes.
     *
     * @param isPart whether the root is a part of something larger, from which its gradient came
     */
    List<Remark> remarks(boolean isPart) {
        take();
        sweep();
        var remarks = new ArrayList<Remark>();
        if (!isPart) {
            compare(remarks);
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (!Double.isNaN(yours[i])) {
                nodes.get(i).node().restoreGrad(Node.GradState.REACHED, new double[] {yours[i]});
            }
        }
        return remarks;
    }

    /** All zeros are no gradients: no sweep has run. Nor are those of results, where only inputs keep theirs. */
    private void take() {
        boolean inputs = false;
        boolean results = false;
        for (int i = 0; i < nodes.size(); i++) {
            var own = nodes.get(i);
            yours[i] = own.grad == null ? Double.NaN : own.grad;
            boolean there = own.grad != null && own.grad != 0;
            inputs |= there && own.children.isEmpty();
            results |= there && !own.children.isEmpty() && i < nodes.size() - 1;
        }
        int root = nodes.size() - 1;
        boolean any = inputs || results || (yours[root] != 0 && !Double.isNaN(yours[root]));
        boolean hasResults = nodes.stream().filter(n -> !n.children.isEmpty()).count() > 1;
        for (int i = 0; i <= root; i++) {
            boolean isResult = !nodes.get(i).children.isEmpty();
            boolean unkept = !any
                    || (yours[i] == 0 && i == root)
                    || (inputs && !results && hasResults && isResult && yours[i] == 0);
            yours[i] = unkept ? Double.NaN : yours[i];
        }
    }

    private void sweep() {
        int root = nodes.size() - 1;
        right[root] = 1;
        for (int i = root; i >= 0; i--) {
            var own = nodes.get(i);
            for (int k = 0; k < own.children.size(); k++) {
                int child = java.util.Objects.requireNonNull(places.get(own.children.get(k)));
                double local = own.guess().locals().get(k);
                right[child] += right[i] * local;
                double upstream = Double.isNaN(yours[i]) ? right[i] : yours[i];
                into.get(child).add(new Edge(own, k, upstream, local, own.locals.get(k)));
            }
        }
    }

    private void compare(List<Remark> remarks) {
        int root = nodes.size() - 1;
        double seed = Double.isNaN(yours[root]) ? 1 : yours[root];
        boolean scaled = seed != 1;
        for (int i = 0; i <= root && scaled; i++) {
            scaled = Double.isNaN(yours[i]) || nodes.get(i).agree(yours[i], seed * right[i]);
        }
        if (scaled && (seed != Math.rint(seed) || seed < 2)) {
            return; // a sweep with another upstream gradient than 1: right in itself
        }
        boolean first = true;
        for (int i = root; i >= 0; i--) {
            var own = nodes.get(i);
            if (!Double.isNaN(yours[i]) && !Double.isNaN(right[i]) && !own.agree(yours[i], right[i])) {
                if (first) {
                    remarks.add(parting(i));
                    first = false;
                }
                remarks.add(Remark.of(Kind.GRADIENT_DIFFERS, own.id, Numbers.brief(yours[i]), Numbers.brief(right[i])));
            }
        }
    }

    private Remark parting(int i) {
        var own = nodes.get(i);
        var edges = into.get(i);
        if (i == nodes.size() - 1) {
            return told(own, i, Parting.SEED, null, yours[i]);
        }
        for (var e : edges) {
            if (!Double.isNaN(e.given) && !own.agree(e.given, e.local) && given(own, yours[i], edges)) {
                return told(own, i, Parting.LOCAL, e, e.given, e.local);
            }
        }
        if (yours[i] == 0) {
            return told(own, i, Parting.NOTHING, edges.get(0));
        }
        var found = ofOneEdge(own, i, edges);
        if (found != null) {
            return found;
        }
        double factor = yours[i] / right[i];
        if (factor >= 2 && own.agree(factor, Math.rint(factor))) {
            return told(own, i, Parting.MULTIPLE, null, factor);
        }
        var sum = edges.stream().map(e -> Numbers.factor(e.contribution())).collect(Collectors.joining(" + "));
        return remark(own, i, Parting.OTHER, null, List.of(sum));
    }

    /** Whether the student's own local gradients explain what was found. */
    private static boolean given(OwnNode own, double yours, List<Edge> edges) {
        double sum = 0;
        for (var e : edges) {
            sum += e.upstream * (Double.isNaN(e.given) ? e.local : e.given);
        }
        return own.agree(yours, sum);
    }

    private @Nullable Remark ofOneEdge(OwnNode own, int i, List<Edge> edges) {
        double g = yours[i];
        double all = edges.stream().mapToDouble(Edge::contribution).sum();
        for (var e : edges) {
            if (edges.size() > 1 && own.agree(g, e.contribution())) {
                return told(own, i, Parting.OVERWRITTEN, e, e.contribution());
            }
        }
        for (var e : edges) {
            if (edges.size() > 2 && own.agree(g, all - e.contribution())) {
                return told(own, i, Parting.MISSING, e, e.contribution());
            }
            if (own.agree(g, all - 2 * e.contribution())) {
                return told(own, i, Parting.SIGN, e, e.contribution());
            }
        }
        double locals = edges.stream().mapToDouble(Edge::local).sum();
        for (var e : edges) {
            boolean alone = own.agree(g, all - e.contribution() + e.local) || own.agree(g, locals);
            if (alone && e.upstream != 1) {
                return told(own, i, Parting.UPSTREAM, e, e.local, e.upstream);
            }
        }
        for (var e : edges) {
            var found = ofPieces(own, i, e, all);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The other node may have passed on its adjoint in pieces: too early, or again and again. */
    private @Nullable Remark ofPieces(OwnNode own, int i, Edge e, double all) {
        var pieces = into.get(java.util.Objects.requireNonNull(places.get(e.from)));
        double others = all - e.contribution();
        double ahead = 0;
        double behind = 0;
        double again = 0;
        double againBack = 0;
        for (int k = 0; k < pieces.size(); k++) {
            double piece = pieces.get(k).contribution();
            ahead += piece;
            behind += pieces.get(pieces.size() - 1 - k).contribution();
            again += ahead;
            againBack += behind;
            if (k < pieces.size() - 1) {
                for (double passed : new double[] {ahead, behind, piece}) {
                    if (own.agree(yours[i], others + passed * e.local)) {
                        return told(own, i, Parting.INCOMPLETE, e, passed, e.upstream);
                    }
                }
            }
        }
        if (pieces.size() > 1) {
            for (double passed : new double[] {again, againBack}) {
                if (own.agree(yours[i], others + passed * e.local)) {
                    return told(own, i, Parting.AGAIN, e, passed, e.upstream);
                }
            }
        }
        return null;
    }

    private Remark told(OwnNode own, int i, Parting parting, @Nullable Edge edge, double... numbers) {
        return remark(
                own,
                i,
                parting,
                edge,
                java.util.Arrays.stream(numbers).mapToObj(Numbers::brief).toList());
    }

    /** Where an edge is at fault the remark is on the edge, else on the node. */
    private Remark remark(OwnNode own, int i, Parting parting, @Nullable Edge edge, List<String> numbers) {
        var parts = new ArrayList<String>();
        parts.add(parting.name());
        parts.add(trace.node(own.id).label());
        parts.add(Numbers.brief(yours[i]));
        parts.add(Numbers.brief(right[i]));
        parts.add(edge == null ? "" : trace.node(edge.from.id).label());
        parts.addAll(numbers);
        return edge == null
                ? new Remark(Kind.PARTING, own.id, Remark.NODE, parts)
                : new Remark(Kind.PARTING, edge.from.id, place(edge.from, edge.child), parts);
    }
}
