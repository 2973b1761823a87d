package gradus.render;

import gradus.autograd.LocalGradients;
import gradus.autograd.Outline;
import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.autograd.Value;
import gradus.render.Look.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the drawing of a part shows, as a trace of its own: nodes as they are, smaller parts as one node each, and what
 * flows in from outside. Where too much flows in, each node gets a bundle of its own.
 */
final class PartDrawing {

    private static final int MOST_SOURCES = 16;
    private static final int FEW = 3;

    /** What a node of the drawing stands for; several nodes of the graph may stand at one. */
    private final Map<Integer, Integer> itemOf = new HashMap<>();

    private final List<TraceNode> items = new ArrayList<>();
    private final Map<Integer, Role> roles = new HashMap<>();
    private final Map<Integer, Part> parts = new LinkedHashMap<>();
    /** For each item that is a node of the graph its number there. */
    private final Map<Integer, Integer> nodes = new HashMap<>();

    /** Sources that are drawn where they are used, with the words for many of them. */
    private final Map<Integer, String> bundled = new HashMap<>();

    private final Parts graph;
    private final Outline outline;
    private final List<Part> units;
    private final Part part;

    PartDrawing(Parts graph, Part part) {
        this.graph = graph;
        this.part = part;
        outline = graph.outline;
        units = part.size() == 0 ? List.of() : graph.open(part);
        sources();
        units.forEach(this::unit);
        if (units.isEmpty()) {
            plain(outline.root(), List.of(), null);
        }
    }

    /** The drawing as a trace; the numbers of its nodes are its own. */
    Trace trace() {
        return new Trace(items, items.size() - 1, Value.of(Double.NaN), List.of(), List.of());
    }

    Map<Integer, Role> roles() {
        return roles;
    }

    /** The parts that can be opened, by the number of their node. */
    Map<Integer, Part> parts() {
        return parts;
    }

    /** The number in the graph of a node of the drawing; −1 if it stands for something else. */
    int node(int item) {
        return nodes.getOrDefault(item, -1);
    }

    /** Whether anything is drawn otherwise than as a whole trace is. */
    boolean isWhole() {
        return roles.isEmpty() && items.size() == outline.size();
    }

    /** The node of the graph whose value and gradient are written to an item; null for none. */
    @Nullable
    TraceNode shown(int item) {
        int node = node(item) >= 0 ? node(item) : outputOf(item);
        return node < 0 ? null : outline.node(node);
    }

    /** Whether sweeps can bring a gradient to a node of the graph. */
    boolean takesGradient(TraceNode shown) {
        return graph.takesGradient[shown.id()];
    }

    /** The result that a part gives to others; −1 if there are several, or it is no part. */
    private int outputOf(int item) {
        var of = parts.get(item);
        return of == null ? -1 : output(of);
    }

    private int output(Part of) {
        int found = -1;
        for (int p = of.from(); p < of.to(); p++) {
            if (leaves(graph.results[p], of)) {
                if (found >= 0) {
                    return -1;
                }
                found = graph.results[p];
            }
        }
        return found;
    }

    private boolean leaves(int node, Part of) {
        return node == outline.root() || graph.lastUse[node] >= of.to();
    }

    // What flows in.

    private void sources() {
        var own = new LinkedHashSet<Integer>();
        var constants = new LinkedHashSet<Integer>();
        var outside = new LinkedHashSet<Integer>();
        for (int p = part.from(); p < part.to(); p++) {
            int z = graph.results[p];
            for (int k = 0; k < outline.arity(z); k++) {
                int x = outline.operand(z, k);
                if (!graph.isDrawn(x)) {
                    continue;
                }
                if (graph.place[x] >= 0) {
                    if (graph.place[x] < part.from()) {
                        outside.add(x);
                    }
                } else if (graph.firstUse[x] < part.from() || graph.lastUse[x] >= part.to()) {
                    outside.add(x);
                } else if (Parts.unitOf(units, graph.firstUse[x]) != Parts.unitOf(units, graph.lastUse[x])
                        || units.get(Parts.unitOf(units, graph.firstUse[x])).size() == 1) {
                    (outline.kind(x) == Kind.INPUT ? own : constants).add(x);
                }
            }
        }
        boolean many = units.size() + own.size() + constants.size() + outside.size() > Parts.MOST;
        sources(outside, "graph.outside", many, true);
        sources(own, "graph.inputs", many, false);
        sources(constants, "graph.constants", many, false);
    }

    private void sources(Set<Integer> sources, String words, boolean many, boolean areOutside) {
        if (many && sources.size() > MOST_SOURCES) {
            sources.forEach(x -> bundled.put(x, words));
        } else {
            sources.forEach(x -> plain(x, List.of(), areOutside ? new Role(Look.Kind.OUTSIDE, "") : null));
        }
    }

    /** Draws what a unit uses of the many sources: as one node of each kind, unless it is just a few. */
    private void bundles(Part unit) {
        if (bundled.isEmpty()) {
            return;
        }
        var used = new TreeMap<String, Set<Integer>>();
        for (int p = unit.from(); p < unit.to(); p++) {
            int z = graph.results[p];
            for (int k = 0; k < outline.arity(z); k++) {
                int x = outline.operand(z, k);
                if (bundled.containsKey(x)) {
                    used.computeIfAbsent(bundled.get(x), words -> new LinkedHashSet<>())
                            .add(x);
                }
            }
        }
        used.forEach((words, sources) -> {
            if (sources.size() > FEW) {
                add(Kind.INPUT, Words.of(words, sources.size()), List.of(), null, new Role(Look.Kind.BUNDLE, ""));
                sources.forEach(x -> itemOf.put(x, items.size() - 1));
            } else {
                var role = words.equals("graph.outside") ? new Role(Look.Kind.OUTSIDE, "") : null;
                sources.stream()
                        .filter(x -> !nodes.containsKey(itemOf.getOrDefault(x, -1)))
                        .forEach(x -> plain(x, List.of(), role));
            }
        });
    }

    // What is in the part.

    private void unit(Part unit) {
        bundles(unit);
        if (unit.size() == 1) {
            int z = graph.results[unit.from()];
            boolean leaves = part.size() < graph.results.length && leaves(z, part);
            var operands = new ArrayList<Integer>();
            var cut = new ArrayList<Integer>();
            for (int k = 0; k < outline.arity(z); k++) {
                var item = itemOf.get(outline.operand(z, k));
                if (item != null) {
                    operands.add(item);
                } else {
                    cut.add(outline.operand(z, k));
                }
            }
            if (!cut.isEmpty()) {
                operands.add(cut(cut));
            }
            plain(z, operands, leaves ? new Role(Look.Kind.OUTPUT, "") : null);
        } else {
            group(unit);
        }
    }

    private void group(Part unit) {
        var operands = new LinkedHashSet<Integer>();
        var cut = new ArrayList<Integer>();
        for (int p = unit.from(); p < unit.to(); p++) {
            int z = graph.results[p];
            for (int k = 0; k < outline.arity(z); k++) {
                int x = outline.operand(z, k);
                var item = itemOf.get(x);
                if (item != null) {
                    operands.add(item);
                } else if (!graph.isDrawn(x)) {
                    cut.add(x);
                }
            }
        }
        if (!cut.isEmpty()) {
            operands.add(cut(cut));
        }
        int output = output(unit);
        var role = new Role(Look.Kind.GROUP, Words.of("graph.nodes", count(unit)));
        add(Kind.RESULT, unit.name(), List.copyOf(operands), output < 0 ? null : outline.node(output), role);
        parts.put(items.size() - 1, unit);
        for (int p = unit.from(); p < unit.to(); p++) {
            itemOf.put(graph.results[p], items.size() - 1);
        }
    }

    /** Its results, and the inputs and constants that it alone uses. */
    int count(Part of) {
        int count = of.size();
        for (int p = of.from(); p < of.to(); p++) {
            int z = graph.results[p];
            for (int k = 0; k < outline.arity(z); k++) {
                int x = outline.operand(z, k);
                boolean isFirst = graph.firstUse[x] == p && firstPlace(z, x) == k;
                count += graph.place[x] < 0 && graph.isDrawn(x) && isFirst && graph.lastUse[x] < of.to() ? 1 : 0;
            }
        }
        return count;
    }

    private int firstPlace(int z, int x) {
        int k = 0;
        while (outline.operand(z, k) != x) {
            k++;
        }
        return k;
    }

    /** A stub for all that lies behind these nodes and is not drawn. */
    private int cut(List<Integer> behind) {
        var met = new LinkedHashSet<>(behind);
        var waiting = new ArrayList<>(met);
        while (!waiting.isEmpty()) {
            int i = waiting.remove(waiting.size() - 1);
            for (int k = 0; k < outline.arity(i); k++) {
                int x = outline.operand(i, k);
                if (!graph.isDrawn(x) && met.add(x)) {
                    waiting.add(x);
                }
            }
        }
        add(Kind.INPUT, Words.of("graph.cut", met.size()), List.of(), null, new Role(Look.Kind.CUT, ""));
        return items.size() - 1;
    }

    private void plain(int node, List<Integer> operands, @Nullable Role role) {
        var whole = outline.node(node);
        boolean outside = role != null && role.kind() == Look.Kind.OUTSIDE;
        items.add(new TraceNode(
                items.size(),
                whole.kind(),
                whole.label(),
                whole.named(),
                outside ? null : whole.op(),
                operands,
                whole.settings(),
                whole.value(),
                whole.gradient(),
                whole.scope()));
        itemOf.put(node, items.size() - 1);
        nodes.put(items.size() - 1, node);
        if (role != null) {
            roles.put(items.size() - 1, role);
        }
    }

    private void add(Kind kind, String label, List<Integer> operands, @Nullable TraceNode output, Role role) {
        roles.put(items.size(), role);
        items.add(new TraceNode(
                items.size(),
                kind,
                label,
                true,
                null,
                operands,
                List.of(),
                output == null ? Value.of(Double.NaN) : output.value(),
                output == null ? null : output.gradient(),
                List.of()));
    }

    // What is told of an item on hovering, line by line.

    String hint(int item) {
        var of = parts.get(item);
        if (of != null) {
            return items.get(item).label() + ": " + Words.of("graph.nodes", count(of)) + "\n" + ops(of) + "\n"
                    + Words.of("graph.opens");
        }
        int node = node(item);
        return node < 0 ? items.get(item).label() : String.join("\n", told(node));
    }

    /** The formula of a node with its numbers, its value and gradient, and its local gradients. */
    List<String> told(int node) {
        var excerpt = outline.excerpt(node);
        var whole = excerpt.node(excerpt.root());
        var lines = new ArrayList<String>();
        if (excerpt.forward().isEmpty()) {
            lines.add(GraphScene.maker(excerpt, whole));
        } else {
            var step = excerpt.forward().get(0);
            boolean same = step.formula().endsWith(" = " + step.numbers());
            boolean shapes = step.numbers().contains("⟶");
            lines.add(step.formula() + (same ? "" : shapes ? "   (" + step.numbers() + ")" : " = " + step.numbers()));
        }
        if (whole.kind() != Kind.CONSTANT) {
            var gradient = whole.gradient();
            lines.add(Words.of("graph.value", inFull(whole.value()))
                    + (graph.takesGradient[node]
                            ? ", " + Words.of("graph.gradient", gradient == null ? "—" : inFull(gradient))
                            : ""));
        }
        lines.addAll(locals(excerpt, node));
        return lines;
    }

    /** A number to its last digit; an array so that it can be read. */
    private static String inFull(Value value) {
        return value.isScalar() ? value.toString() : value.brief();
    }

    /** How a node came to be, with names. */
    String formula(int node) {
        var excerpt = outline.excerpt(node);
        return excerpt.forward().isEmpty()
                ? items.get(itemOf.getOrDefault(node, 0)).label()
                : excerpt.forward().get(0).formula();
    }

    /** The local gradients of a node towards those operands that take a gradient. */
    List<String> locals(Trace excerpt, int node) {
        var locals = new LocalGradients(excerpt);
        var lines = new ArrayList<String>();
        for (int k = 0; k < outline.arity(node); k++) {
            var local = locals.of(excerpt.root(), k);
            if (local != null && graph.takesGradient[outline.operand(node, k)]) {
                lines.add(OpWords.of(local.toString()));
            }
        }
        return lines;
    }

    /** How many nodes each op has made, the most frequent first. */
    private String ops(Part of) {
        var counts = new TreeMap<String, Integer>();
        for (int p = of.from(); p < of.to(); p++) {
            counts.merge(outline.op(graph.results[p]), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
