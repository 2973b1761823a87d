package gradus.autograd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scopes in which the results of a graph were made, by name, the outermost first. Scopes of one name inside of one
 * scope are numbered: Tanh 1, Tanh 2.
 */
final class Scopes {

    private record Piece(long from, long to, Scope.Call call) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final IdentityHashMap<Scope.Call, List<String>> paths = new IdentityHashMap<>();

    private Scopes() {}

    /** For each node, in the order of its stamps, the scopes that it was made in; none for a leaf. */
    static List<List<String>> of(Node[] order) {
        return new Scopes().run(order);
    }

    private List<List<String>> run(Node[] order) {
        long last = order[order.length - 1].stamp();
        ScopeLog.between(order[0].stamp(), last, (from, to, call) -> pieces.add(new Piece(from, to, call)));
        var recorder = Recorder.current();
        if (recorder.scope != null) {
            recorder.scope.tell(recorder.now(), (from, to, call) -> pieces.add(new Piece(from, to, call)));
        }
        if (pieces.isEmpty()) {
            return java.util.Collections.nCopies(order.length, List.of());
        }
        var calls = calls(order);
        name(calls);
        var all = new ArrayList<List<String>>();
        for (var call : calls) {
            all.add(path(call));
        }
        return all;
    }

    /** The innermost scope of each node. Pieces of one thread lie in each other or apart, as brackets do. */
    private List<Scope.@Nullable Call> calls(Node[] order) {
        pieces.sort(Comparator.comparingLong(Piece::from)
                .thenComparing(Comparator.comparingLong(Piece::to).reversed())
                .thenComparingInt(p -> depth(p.call())));
        var open = new ArrayDeque<Piece>();
        var found = new ArrayList<Scope.@Nullable Call>();
        int next = 0;
        for (var node : order) {
            long stamp = node.stamp();
            while (next < pieces.size() && pieces.get(next).from() <= stamp) {
                close(open, pieces.get(next).from());
                open.push(pieces.get(next++));
            }
            close(open, stamp);
            found.add(open.isEmpty() || node.isLeaf() ? null : open.element().call());
        }
        return found;
    }

    private static void close(ArrayDeque<Piece> open, long now) {
        while (!open.isEmpty() && open.element().to() <= now) {
            open.pop();
        }
    }

    private static int depth(Scope.Call call) {
        int depth = 0;
        for (var c = call; c.outer != null; c = c.outer) {
            depth++;
        }
        return depth;
    }

    /** Gives each scope a name that no other one beside it has. */
    private void name(List<Scope.@Nullable Call> calls) {
        var inside = new HashMap<@Nullable Object, Map<String, List<Scope.Call>>>();
        var met = new IdentityHashMap<Scope.Call, Boolean>();
        for (var innermost : calls) {
            for (var c = innermost; c != null && met.put(c, true) == null; c = c.outer) {
                inside.computeIfAbsent(c.outer, outer -> new HashMap<>())
                        .computeIfAbsent(c.name, name -> new ArrayList<>())
                        .add(c);
            }
        }
        var names = new IdentityHashMap<Scope.Call, String>();
        inside.values()
                .forEach(named -> named.forEach((name, twins) -> {
                    for (int i = 0; i < twins.size(); i++) {
                        names.put(twins.get(i), twins.size() == 1 ? name : name + " " + (i + 1));
                    }
                }));
        for (var innermost : calls) {
            var way = new ArrayDeque<String>();
            for (var c = innermost; c != null; c = c.outer) {
                way.push(java.util.Objects.requireNonNull(names.get(c)));
            }
            if (innermost != null) {
                paths.putIfAbsent(innermost, List.copyOf(way));
            }
        }
    }

    private List<String> path(Scope.@Nullable Call call) {
        return call == null ? List.of() : java.util.Objects.requireNonNull(paths.get(call));
    }
}
