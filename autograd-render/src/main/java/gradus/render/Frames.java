package gradus.render;

import gradus.autograd.Names;
import gradus.autograd.Trace;
import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.ForwardStep;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.render.Frame.Writing;
import gradus.render.Steps.Pass;
import gradus.render.scene.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tells a trace as a sequence of frames: the start, each forward step, the seed, each contribution. */
final class Frames {

    private static final int MOST_INPUTS = 12;

    private final Trace trace;
    private final boolean[] takesGradient;

    private Frames(Trace trace) {
        this.trace = trace;
        takesGradient = Written.takesGradient(trace);
    }

    /** The frames of a stepper through both passes. */
    static List<Frame> of(Trace trace) {
        return of(trace, Pass.BOTH);
    }

    /** The frames of a stepper. */
    static List<Frame> of(Trace trace, Pass pass) {
        var frames = new Frames(trace);
        var all = new ArrayList<Frame>();
        all.add(frames.start(pass));
        if (pass != Pass.BACKWARD) {
            trace.forward().forEach(step -> all.add(frames.forward(step)));
        }
        if (pass != Pass.FORWARD && Faults.hasSweep(trace)) {
            all.add(frames.seed());
            for (int k = 0; k < trace.backward().size(); k++) {
                all.add(frames.backward(k));
            }
        }
        return Faults.told(all, trace);
    }

    /** The graph as it stands: all values, and the gradients that earlier sweeps have left. */
    static Frame now(Trace trace) {
        return Faults.marked(new Frames(trace).now(), trace);
    }

    private Frame now() {
        var values = trace.nodes().stream()
                .filter(n -> n.kind() != Kind.CONSTANT)
                .map(n -> new Writing(n.id(), Written.value(n.value())))
                .toList();
        var gradients = withGradient().stream()
                .map(n -> new Writing(n.id(), Written.gradient(n, n.gradient())))
                .toList();
        return new Frame(Mood.CALM, "", "", "", "", values, gradients, List.of(), List.of(), "");
    }

    private List<TraceNode> withGradient() {
        return trace.nodes().stream().filter(n -> takesGradient[n.id()]).toList();
    }

    /** Before a pass, its operands are known: the inputs, or all values. */
    private Frame start(Pass pass) {
        var inputs = trace.nodes().stream().filter(n -> n.kind() == Kind.INPUT).toList();
        boolean forward = pass != Pass.BACKWARD;
        var known = trace.nodes().stream()
                .filter(n -> n.kind() == Kind.INPUT || (n.kind() == Kind.RESULT && !forward))
                .map(n -> new Writing(n.id(), Slot.value(n)))
                .toList();
        var unknown = pass == Pass.FORWARD
                ? List.<Writing>of()
                : withGradient().stream()
                        .map(n -> new Writing(n.id(), Written.gradient(n, null)))
                        .toList();
        var rule = Phrase.NONE;
        for (var n : inputs.subList(0, Math.min(inputs.size(), MOST_INPUTS))) {
            rule = rule.and(rule.isEmpty() ? "" : ", ")
                    .and(Written.label(n) + (n.value().isScalar() ? " = " : ": "))
                    .and(Slot.value(n));
        }
        return new Frame(
                Mood.CALM,
                Words.of("step.start"),
                "",
                List.of(rule),
                Phrase.of(Words.of(forward ? "step.start.detail" : "step.start.values")),
                known,
                unknown,
                List.of(),
                List.of(),
                Phrase.NONE,
                Frame.NO_STEP);
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
                equation(step, node),
                node.value().isScalar() || !Written.isWhole(node.value())
                        ? Phrase.NONE
                        : Phrase.of(Written.label(node) + " = ").and(Slot.value(node)),
                List.of(new Writing(node.id(), Slot.value(node))),
                List.of(),
                List.of(node.id()),
                edges,
                Phrase.NONE,
                Frame.NO_STEP);
    }

    /** With names, with numbers, and the value; for arrays their shapes, since the numbers would not fit on a line. */
    private List<Phrase> equation(ForwardStep step, TraceNode node) {
        int arrow = step.numbers().lastIndexOf(" ⟶ ");
        if (node.op() == null) {
            return List.of(Phrase.of(step.formula() + ": " + node.label()), Slot.value(node));
        }
        if (arrow >= 0) {
            var shapes =
                    Phrase.of(step.formula() + "   (" + step.numbers().substring(0, arrow + 3) + node.label() + ": ");
            return List.of((node.value().isScalar()
                            ? shapes.and(Slot.value(node))
                            : shapes.and(node.value().shape().toString()))
                    .and(")"));
        }
        return List.of(
                Phrase.of(step.formula().substring(0, node.label().length())),
                Phrase.of(step.formula().substring(node.label().length() + 3)),
                Substitution.of(trace, node),
                Slot.value(node));
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

    private Frame backward(int k) {
        var step = trace.backward().get(k);
        var from = trace.node(step.node());
        var to = trace.node(step.operand());
        boolean scalar = step.local() != null && step.upstream().isScalar();
        var product = step.local() == null
                ? OpWords.of(step.localFormula())
                : Names.bar(to.label()) + " += " + Names.bar(from.label()) + (scalar ? " · ∂" : " ⊙ ∂") + from.label()
                        + "/∂" + to.label();
        var history = Phrase.of(": ").and(Slot.history(trace, k));
        var equation = scalar
                ? List.of(
                        Phrase.of(product),
                        Slot.upstream(k, step)
                                .and(" · ")
                                .and(Slot.localFactor(k, step))
                                .and(history))
                : List.of(Phrase.of(product).and(history));
        return new Frame(
                Mood.BACKWARD,
                Words.of("step.backward", step.number()) + ": " + from.label() + " → " + to.label(),
                product + " = ?",
                equation,
                remark(k, step),
                List.of(),
                List.of(new Writing(to.id(), Slot.adjoint(to, k, step))),
                List.of(to.id()),
                List.of(Frame.edge(from.id(), step.operandIndex())),
                Phrase.of("+= ").and(Slot.contribution(k, step)),
                k);
    }

    /** The local gradient with its number, {@code ∂z/∂v2 = 2·v2 = 14}. */
    private static Phrase remark(int k, BackwardStep step) {
        var local = step.local();
        if (local == null) {
            var slot = Slot.contribution(k, step);
            var words = Words.of("step.contribution", "\uE000").split("\uE000", 2);
            return Phrase.of(words[0]).and(slot).and(words[1]);
        }
        var formula = Phrase.of(step.localFormula());
        return step.localFormula().endsWith(" = " + Written.value(local))
                ? formula
                : formula.and(" = ").and(Slot.local(k, step));
    }
}
