package gradus.kernel.jshell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the snippets of a cell run. JShell takes one declaration after the other, where a Java file is read as
 * a whole; so what a snippet needs and the same cell declares further down comes first.
 *
 * <p>A class that carries the name of an imported one, such as a {@code Node} of the student's own, is announced by an
 * outline before anything that uses it: else those uses would mean the other one.
 */
final class CellPlan {

    /**
     * A snippet to run.
     *
     * @param source what is run in place of the piece
     * @param inserted where {@code source} has more than the piece, as an index in it, and how much
     * @param isOutline whether it only announces the class that a later step declares
     */
    record Step(Snippets.Piece piece, String source, Inserted inserted, boolean isOutline) {

        /** The same method, which says that it throws; null if it is none, or says something already. */
        @Nullable
        Step throwing(Collection<String> exceptions) {
            Declared method = Declared.of(piece.source());
            boolean hasHead = method.kind().equals("method")
                    && inserted.equals(Inserted.NOTHING)
                    && !method.namesOfHead().contains("throws");
            if (!hasHead) {
                return null;
            }
            int at = method.bodyAt();
            String text = "throws " + String.join(", ", exceptions) + " ";
            String whole =
                    piece.source().substring(0, at) + text + piece.source().substring(at);
            return new Step(piece, whole, new Inserted(at, text.length()), false);
        }
    }

    /**
     * Text that the student did not write.
     *
     * @param others what was inserted before this; null for nothing
     */
    record Inserted(int at, int length, @Nullable Inserted others) {

        static final Inserted NOTHING = new Inserted(0, 0, null);

        Inserted(int at, int length) {
            this(at, length, null);
        }

        /** Where a place of the text that is run stands in the student's own. */
        int before(int place) {
            int own = place < at ? place : Math.max(at, place - length);
            return others == null ? own : others.before(own);
        }
    }

    private final List<Snippets.Piece> pieces;
    private final List<Declared> declared = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final SessionNames names;
    private final List<Step> steps = new ArrayList<>();
    private final Set<Integer> done = new HashSet<>();

    private CellPlan(List<Snippets.Piece> pieces, SessionNames names) {
        this.pieces = pieces;
        this.names = names;
    }

    static List<Step> of(List<Snippets.Piece> pieces, SessionNames names) {
        return pieces.size() < 2 ? pieces.stream().map(CellPlan::asItIs).toList() : new CellPlan(pieces, names).steps();
    }

    static Step asItIs(Snippets.Piece piece) {
        return RecordConstructors.opened(piece);
    }

    private List<Step> steps() {
        var twice = new HashSet<String>();
        for (int i = 0; i < pieces.size(); i++) {
            Declared each = Declared.of(pieces.get(i).source());
            declared.add(each);
            boolean isOverload = each.kind().equals("method") && byName.containsKey(each.name());
            if (each.isDeclaration() && byName.put(each.name(), i) != null && !isOverload) {
                twice.add(each.name()); // the student declares it anew in the middle: the order is meant
            }
        }
        byName.keySet().removeAll(twice);
        announce();
        for (int i = 0; i < pieces.size(); i++) {
            add(i);
        }
        return steps;
    }

    private void announce() {
        for (int i = 0; i < pieces.size(); i++) {
            if (isOverloaded(i)) {
                String head =
                        pieces.get(i).source().substring(0, declared.get(i).bodyAt());
                // JShell reads those of one name together if each of them uses the name.
                String body =
                        "{ throw new IllegalStateException(\"\" + new Object() { Object NAME; Object o = NAME; }.o); }"
                                .replace("NAME", declared.get(i).name());
                steps.add(new Step(pieces.get(i), head + body, Inserted.NOTHING, true));
            }
        }
        for (int i = 0; i < pieces.size(); i++) {
            Declared each = declared.get(i);
            if (each.isType() && byName.containsKey(each.name()) && names.isImported(each.name())) {
                steps.add(new Step(pieces.get(i), each.outline(pieces.get(i).source()), Inserted.NOTHING, true));
            }
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (isSealedHere(i) && !names.isDeclared(step(i).source())) {
                steps.add(new Step(
                        pieces.get(i), declared.get(i).unsealed(pieces.get(i).source()), Inserted.NOTHING, true));
            }
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (isNonSealedHere(i)) {
                String closed = declared.get(i).closed(pieces.get(i).source());
                steps.add(new Step(pieces.get(i), closed, Inserted.NOTHING, true));
            }
        }
    }

    /**
     * A {@code non-sealed} class is right below a sealed class alone, and that one below it: so it is announced
     * as one that nothing extends, which is right in any order.
     */
    private boolean isNonSealedHere(int i) {
        Declared each = declared.get(i);
        return each.isNonSealed()
                && IntStream.range(0, pieces.size())
                        .anyMatch(
                                j -> isSealedHere(j) && each.isA(declared.get(j).name()));
    }

    /** A sealed class and those that it permits name each other; JShell wants to know one of them first. */
    private boolean isSealedHere(int i) {
        Declared each = declared.get(i);
        return each.isSealed()
                && byName.containsKey(each.name())
                && !each.subclasses(declared).isEmpty();
    }

    /** Methods of one name may call each other; JShell looks for what a method waits for by its name alone. */
    private boolean isOverloaded(int i) {
        Declared each = declared.get(i);
        return each.kind().equals("method")
                && byName.containsKey(each.name())
                && byName.get(each.name()) != firstOf(each)
                && declared.stream().anyMatch(other -> other.name().equals(each.name()) && other.callsItsName());
    }

    private int firstOf(Declared method) {
        return IntStream.range(0, declared.size())
                .filter(i -> declared.get(i).name().equals(method.name()))
                .findFirst()
                .orElse(-1);
    }

    private void add(int i) {
        if (!done.add(i)) {
            return;
        }
        for (String name : neededFirst(i)) {
            Integer at = byName.get(name);
            if (at != null && at > i) {
                add(at);
            }
        }
        steps.add(step(i));
    }

    private Set<String> neededFirst(int i) {
        Declared each = declared.get(i);
        if (isSealedHere(i)) {
            var subclasses = new HashSet<>(each.permitted().isEmpty() ? each.subclasses(declared) : each.permitted());
            subclasses.removeIf(name -> byName.containsKey(name) && isNonSealedHere(byName.get(name)));
            return subclasses;
        }
        if (!each.isDeclaration()) {
            return withWhatTheyUse(each.names());
        }
        Set<String> names = each.namesOfHead();
        names.removeIf(name -> byName.containsKey(name) && isSealedHere(byName.get(name)) && !each.isNonSealed());
        return names;
    }

    /** A statement runs at once, and with it the methods that it calls. */
    private Set<String> withWhatTheyUse(Set<String> names) {
        var all = new HashSet<String>();
        var next = new ArrayList<>(names);
        while (!next.isEmpty()) {
            String name = next.remove(next.size() - 1);
            Integer at = byName.get(name);
            if (at != null && all.add(name)) {
                next.addAll(declared.get(at).names());
            }
        }
        return all;
    }

    private Step step(int i) {
        Snippets.Piece piece = pieces.get(i);
        Declared each = declared.get(i);
        if (!isSealedHere(i) || !each.permitted().isEmpty()) {
            return asItIs(piece);
        }
        // In a file, a sealed class permits those beside it; for JShell each snippet is a file of its own.
        String permits = each.subclasses(declared).stream().collect(Collectors.joining(", ", "permits ", " "));
        int at = each.bodyAt();
        String source =
                piece.source().substring(0, at) + permits + piece.source().substring(at);
        return new Step(piece, source, new Inserted(at, permits.length()), false);
    }
}
