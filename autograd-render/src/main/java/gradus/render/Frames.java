package gradus.render;

import gradus.autograd.Names;
import gradus.autograd.Trace;
import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.ForwardStep;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.render.Frame.Writing;
import gradus.render.scene.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells a trace as a sequence of frames: the start, each forward step, the seed, each contribution. */
final class Frames {

    private final Trace trace;
    private final boolean[] takesGradient;

    private Frames(Trace trace) {
        this.trace = trace;
        takesGradient = Written.takesGradient(trace);
    }

    /** The frames of a stepper. */
    static List<Frame> of(Trace trace) {
        var frames = new Frames(trace);
        var all = new ArrayList<Frame>();
        all.add(frames.start());
        trace.forward().forEach(step -> all.add(frames.forward(step)));
        all.add(frames.seed());
        trace.backward().forEach(step -> all.add(frames.backward(step)));
        return all;
    }

    /** The graph as it stands: all values, and the gradients that earlier sweeps have left. */
    static Frame now(Trace trace) {
        var frames = new Frames(trace);
        var values = trace.nodes().stream()
                .filter(n -> n.kind() != Kind.CONSTANT)
                .map(n -> new Writing(n.id(), Written.value(n.value())))
                .toList();
        var gradients = frames.withGradient().stream()
                .map(n -> new Writing(n.id(), Written.gradient(n, n.gradient())))
                .toList();
        return new Frame(Mood.CALM, "", "", "", "", values, gradients, List.of(), List.of(), "");
    }

    private List<TraceNode> withGradient() {
        return trace.nodes().stream().filter(n -> takesGradient[n.id()]).toList();
    }

    private Frame start() {
        var inputs = trace.nodes().stream().filter(n -> n.kind() == Kind.INPUT).toList();
        var known = inputs.stream()
                .map(n -> new Writing(n.id(), Written.value(n.value())))
                .toList();
        var unknown = withGradient().stream()
                .map(n -> new Writing(n.id(), Written.gradient(n, null)))
                .toList();
        var rule = inputs.stream()
                .map(n -> Written.label(n) + (n.value().isScalar() ? " = " : ": ") + Written.value(n.value()))
                .limit(12)
                .collect(Collectors.joining(", "));
        return new Frame(
                Mood.CALM,
                Words.of("step.start"),
                "",
                rule,
                Words.of("step.start.detail"),
                known,
                unknown,
                List.of(),
                List.of(),
                "");
    }

    private Frame forward(ForwardStep step) {
        var node = trace.node(step.node());
        var edges = IntStream.range(0, node.operands().size())
                .mapToObj(i -> Frame.edge(node.id(), i))
                .toList();
        return new Frame(
                Mood.FORWARD,
                Words.of("step.forward", step.number()) + ": " + node.label(),
                step.formula() + " = ?",
                rule(step, node),
                node.value().isScalar()
                        ? ""
                        : Written.label(node) + " = " + node.value().brief(),
                List.of(new Writing(node.id(), Written.value(node.value()))),
                List.of(),
                List.of(node.id()),
                edges,
                "");
    }

    private static String rule(ForwardStep step, TraceNode node) {
        if (step.numbers().contains("⟶")) {
            return step.formula() + "   (" + step.numbers() + ")";
        }
        // v5 = −v4 with v4 = 1: the numbers are "−1 = −1".
        if (step.numbers().equals(Written.value(node.value()) + " = " + Written.value(node.value()))) {
            return step.formula() + " = " + Written.value(node.value());
        }
        boolean numbersAlone = (node.label() + " = " + step.numbers()).startsWith(step.formula() + " = ");
        return numbersAlone ? node.label() + " = " + step.numbers() : step.formula() + " = " + step.numbers();
    }

    private Frame seed() {
        var root = trace.node(trace.root());
        var bar = Names.bar(root.label());
        var rule = bar + " = ∂" + root.label() + "/∂" + root.label() + " = ";
        return new Frame(
                Mood.BACKWARD,
                Words.of("step.seed") + ": " + bar,
                rule + "?",
                rule + trace.seed().brief(),
                Words.of("step.seed.detail"),
                List.of(),
                List.of(new Writing(root.id(), Written.gradient(root, trace.seed()))),
                List.of(root.id()),
                List.of(),
                "");
    }

    private Frame backward(BackwardStep step) {
        var from = trace.node(step.node());
        var to = trace.node(step.operand());
        boolean scalar = step.local() != null && step.upstream().isScalar();
        var question = step.local() == null
                ? step.localFormula() + " = ?"
                : Names.bar(to.label()) + " += " + Names.bar(from.label()) + (scalar ? " · ∂" : " ⊙ ∂") + from.label()
                        + "/∂" + to.label() + " = ?";
        return new Frame(
                Mood.BACKWARD,
                Words.of("step.backward", step.number()) + ": " + from.label() + " → " + to.label(),
                question,
                step.rule(),
                detail(step),
                List.of(),
                List.of(new Writing(to.id(), Written.gradient(to, step.after()))),
                List.of(to.id()),
                List.of(Frame.edge(from.id(), step.operandIndex())),
                "+= " + Written.value(step.contribution()));
    }

    /** The local gradient with its number, {@code ∂z/∂v2 = 2·v2 = 14}. */
    private static String detail(BackwardStep step) {
        var local = step.local();
        if (local == null) {
            return Words.of("step.contribution", Written.value(step.contribution()));
        }
        var number = Written.value(local);
        return step.localFormula().endsWith(" = " + number)
                ? step.localFormula()
                : step.localFormula() + " = " + number;
    }
}
