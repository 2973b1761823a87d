package gradus.render.code;

import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A trace as a program without branches: names for all nodes and gradients, one statement a step, and what the forward
 * pass keeps for the backward pass (row 1.2 of the lectures).
 */
final class StraightLine {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_]*");

    final Trace trace;
    final List<String> names = new ArrayList<>();
    final List<String> gradients = new ArrayList<>();
    final Identifiers identifiers = new Identifiers();

    StraightLine(Trace trace) {
        this.trace = trace;
        for (var node : trace.nodes()) {
            boolean written = isWritten(node);
            names.add(written ? "" : identifiers.of(isUnnamedConstant(node) ? "c" : node.label()));
        }
        for (var node : trace.nodes()) {
            gradients.add(node.kind() == Kind.CONSTANT ? "" : identifiers.gradient(name(node.id())));
        }
    }

    private static boolean isUnnamedConstant(TraceNode node) {
        return node.kind() == Kind.CONSTANT && !node.named();
    }

    /** Whether the node is a number that stands in the code wherever it is used. */
    static boolean isWritten(TraceNode node) {
        return node.kind() == Kind.CONSTANT && node.value().isScalar();
    }

    String name(int id) {
        return names.get(id);
    }

    String gradient(int id) {
        return gradients.get(id);
    }

    /** The nodes that take a gradient and are given. */
    List<TraceNode> inputs() {
        return trace.nodes().stream().filter(n -> n.kind() == Kind.INPUT).toList();
    }

    /** All that the forward pass is given: the inputs, then arrays that are constants. */
    List<TraceNode> given() {
        var given = new ArrayList<>(inputs());
        trace.nodes().stream()
                .filter(n -> n.kind() == Kind.CONSTANT && !isWritten(n))
                .forEach(given::add);
        return given;
    }

    List<Statement> forward(Expressions expressions) {
        return trace.forward().stream()
                .map(step -> {
                    var before = new ArrayList<String>();
                    var text = expressions.value(trace.node(step.node()), before);
                    return new Statement(before, name(step.node()), text, false, step.number());
                })
                .toList();
    }

    List<Statement> backward(Expressions expressions) {
        var reached = new HashSet<Integer>(List.of(trace.root()));
        return trace.backward().stream()
                .map(step -> {
                    var before = new ArrayList<String>();
                    var text = expressions.contribution(step, before);
                    boolean adds = !reached.add(step.operand());
                    return new Statement(before, gradient(step.operand()), text, adds, step.number());
                })
                .toList();
    }

    /** What the backward pass needs of the forward pass, in the order in which it came to be. */
    List<String> cache(List<Statement> backward) {
        var words = backward.stream()
                .flatMap(s -> java.util.stream.Stream.concat(s.before().stream(), java.util.stream.Stream.of(s.text())))
                .flatMap(line -> WORD.matcher(line).results().map(m -> m.group()))
                .collect(Collectors.toSet());
        return inOrder(words);
    }

    private List<String> inOrder(Set<String> words) {
        var order = new ArrayList<>(given());
        trace.nodes().stream().filter(n -> n.kind() == Kind.RESULT).forEach(order::add);
        return order.stream().map(n -> name(n.id())).filter(words::contains).toList();
    }
}
