package gradus.render;

import gradus.autograd.Outline;
import gradus.autograd.Trace.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts a graph into parts: by scopes, and where there are more nodes than anyone reads, into blocks at places that few
 * values cross. A part is cut when it is asked for, so that a graph of a million nodes costs no more than what is drawn.
 */
final class Parts {

    /** More than this in one drawing are put into blocks; see {@link #BLOCK}. */
    static final int MOST = 40;

    private static final int BLOCK = 16;
    private static final int MOST_BLOCKS = 12;

    final Outline outline;
    /** The results that are drawn, in order. */
    final int[] results;
    /** For each node the place among {@link #results} of the first that uses it; −1 if none does. */
    final int[] firstUse;
    /** And of the last. */
    final int[] lastUse;
    /** For each result its place among {@link #results}; −1 for one that is not drawn, and for leaves. */
    final int[] place;

    final boolean[] takesGradient;
    private final boolean groups;

    Parts(Outline outline, int depth, boolean groups) {
        this.outline = outline;
        this.groups = groups;
        int n = outline.size();
        var drawn = depth < n ? within(outline, depth) : null;
        results = IntStream.range(0, n)
                .filter(i -> outline.kind(i) == Kind.RESULT && (drawn == null || drawn[i]))
                .toArray();
        place = new int[n];
        firstUse = new int[n];
        lastUse = new int[n];
        takesGradient = new boolean[n];
        Arrays.fill(place, -1);
        Arrays.fill(firstUse, -1);
        Arrays.fill(lastUse, -1);
        for (int p = 0; p < results.length; p++) {
            place[results[p]] = p;
        }
        for (int i = 0; i < n; i++) {
            takesGradient[i] = outline.kind(i) == Kind.INPUT;
            for (int k = 0; k < outline.arity(i); k++) {
                int x = outline.operand(i, k);
                takesGradient[i] |= takesGradient[x];
                if (place[i] >= 0) {
                    firstUse[x] = firstUse[x] < 0 ? place[i] : firstUse[x];
                    lastUse[x] = place[i];
                }
            }
        }
        this.drawn = drawn;
    }

    private final boolean @org.jspecify.annotations.Nullable [] drawn;

    /** Whether a node is not too deep to be drawn. */
    boolean isDrawn(int node) {
        return drawn == null || drawn[node];
    }

    /** The nodes that lie no more than so many edges from the root. */
    private static boolean[] within(Outline outline, int depth) {
        var drawn = new boolean[outline.size()];
        var wave = new ArrayList<>(List.of(outline.root()));
        drawn[outline.root()] = true;
        for (int d = 0; d < depth && !wave.isEmpty(); d++) {
            var next = new ArrayList<Integer>();
            for (int i : wave) {
                for (int k = 0; k < outline.arity(i); k++) {
                    int x = outline.operand(i, k);
                    if (!drawn[x]) {
                        drawn[x] = true;
                        next.add(x);
                    }
                }
            }
            wave = next;
        }
        return drawn;
    }

    /** All of it. */
    Part whole() {
        return new Part(outline.label(outline.root()), 0, results.length, 0);
    }

    /** What a part consists of: parts, of which those of one result are drawn as that result. */
    List<Part> open(Part part) {
        if (!groups) {
            return singles(part);
        }
        var units = units(part);
        if (units.size() == 1 && units.get(0).size() > 1) {
            return open(units.get(0));
        }
        return units.size() > MOST ? blocks(units) : units;
    }

    private List<Part> singles(Part part) {
        return IntStream.range(part.from(), part.to())
                .mapToObj(p -> single(p, part.level()))
                .toList();
    }

    private Part single(int p, int level) {
        return new Part(outline.label(results[p]), p, p + 1, level);
    }

    /** Runs of results of one scope inside of the part, and results that are in none. */
    private List<Part> units(Part part) {
        int level = part.level();
        var units = new ArrayList<Part>();
        for (int p = part.from(); p < part.to(); ) {
            var scope = outline.scope(results[p]);
            int end = p + 1;
            if (scope.size() > level) {
                while (end < part.to() && isIn(end, level, scope.get(level))) {
                    end++;
                }
            }
            units.add(end == p + 1 ? single(p, level) : new Part(scope.get(level), p, end, level + 1));
            p = end;
        }
        return units;
    }

    private boolean isIn(int p, int level, String name) {
        var scope = outline.scope(results[p]);
        return scope.size() > level && scope.get(level).equals(name);
    }

    private List<Part> blocks(List<Part> units) {
        int n = units.size();
        int count = Math.min(MOST_BLOCKS, (n + BLOCK - 1) / BLOCK);
        var crossing = crossing(units);
        var blocks = new ArrayList<Part>();
        int start = 0;
        for (int b = 1; b <= count; b++) {
            int end = b == count ? n : cut(crossing, (int) ((long) b * n / count), n / (3 * count));
            blocks.add(block(units.subList(start, end)));
            start = end;
        }
        return blocks;
    }

    /** Where the fewest values cross, near a place. */
    private static int cut(int[] crossing, int ideal, int slack) {
        int best = ideal;
        for (int d = 1; d <= slack; d++) {
            for (int at : new int[] {ideal - d, ideal + d}) {
                if (crossing[at] < crossing[best]) {
                    best = at;
                }
            }
        }
        return best;
    }

    private static Part block(List<Part> units) {
        var first = units.get(0);
        var last = units.get(units.size() - 1);
        return units.size() == 1
                ? first
                : new Part(
                        first.name() + " … " + last.name(),
                        first.from(),
                        last.to(),
                        first.size() == 1 ? first.level() : first.level() - 1);
    }

    /** For each place between units how many results from before it are used behind it. */
    private int[] crossing(List<Part> units) {
        var change = new int[units.size() + 2];
        int last = units.get(units.size() - 1).to();
        for (int u = 0; u < units.size(); u++) {
            for (int p = units.get(u).from(); p < units.get(u).to(); p++) {
                int use = Math.min(lastUse[results[p]], last - 1);
                int user = use < 0 ? u : unitOf(units, use);
                if (user > u) {
                    change[u + 1]++;
                    change[user + 1]--;
                }
            }
        }
        for (int i = 1; i < change.length; i++) {
            change[i] += change[i - 1];
        }
        return change;
    }

    /** Which of the parts, which follow each other, holds the result at this place. */
    static int unitOf(List<Part> units, int p) {
        int low = 0;
        int high = units.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (units.get(middle).from() <= p) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
