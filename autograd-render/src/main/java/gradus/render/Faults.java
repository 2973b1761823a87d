package gradus.render;

import gradus.autograd.Names;
import gradus.autograd.Remark;
import gradus.autograd.Remark.Kind;
import gradus.autograd.Trace;
import gradus.render.Frame.Writing;
import gradus.render.scene.Glyphs;
import gradus.render.scene.Ink;
import gradus.render.scene.Mark;
import gradus.render.scene.Mark.Anchor;
import gradus.render.scene.Mood;
import gradus.render.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shows what a trace remarks: a cross at the place, and a sentence. A computation that failed ends there; a student's
 * gradients are compared when all is told.
 */
final class Faults {

    private static final String CROSS = " ✗";
    private static final double LEADING = 24;
    private static final double NARROWEST = 520;

    private Faults() {}

    /** Whether there is a backward pass to be told: not where the forward pass has failed. */
    static boolean hasSweep(Trace trace) {
        return !trace.isFailed(trace.root()) && Double.isFinite(trace.seed().element(0));
    }

    /** The frames of a trace, the last of which says what is remarked. */
    static List<Frame> told(List<Frame> frames, Trace trace) {
        var all = new ArrayList<>(frames);
        var end = trace.remarks().stream()
                .filter(r -> r.kind() == Kind.FAILED || r.kind() == Kind.NOT_FINITE)
                .findFirst();
        if (end.isPresent() && !all.isEmpty()) {
            all.add(ended(all.remove(all.size() - 1), end.get(), trace));
        } else if (!trace.remarks().isEmpty()) {
            all.add(compared(trace));
        }
        return all;
    }

    /** The frame at which a computation failed, the last one. */
    private static Frame ended(Frame last, Remark remark, Trace trace) {
        boolean onEdge = remark.operand() != Remark.NODE;
        var values = onEdge ? last.values() : List.of(new Writing(remark.node(), value(trace, remark)));
        var gradients = onEdge
                ? last.gradients().stream()
                        .map(w -> new Writing(w.node(), w.text() + CROSS))
                        .toList()
                : last.gradients();
        return new Frame(
                last.mood() == Mood.CALM ? Mood.FORWARD : last.mood(),
                "✗ " + last.title(),
                last.question(),
                remark.kind() == Kind.FAILED ? attempt(trace) : last.rule(),
                String.join(" ", Sentences.of(trace)),
                values,
                gradients,
                last.nodes().isEmpty() ? List.of(remark.node()) : last.nodes(),
                last.edges(),
                last.flow());
    }

    /** The op that failed, with the shapes that it was given. */
    private static String attempt(Trace trace) {
        var step = trace.forward().get(trace.forward().size() - 1);
        return step.formula() + "   (" + step.numbers() + ")";
    }

    private static String value(Trace trace, Remark remark) {
        return remark.kind() == Kind.FAILED
                ? CROSS.strip()
                : Written.value(trace.node(remark.node()).value()) + CROSS;
    }

    /** When all is told: a student's own gradients beside the right ones. */
    private static Frame compared(Trace trace) {
        var now = marked(Frames.now(trace), trace);
        var said = Sentences.of(trace);
        boolean faulty = trace.remarks().stream().anyMatch(r -> r.kind().isFault());
        var unlike = trace.remarks().stream()
                .filter(r -> r.kind() == Kind.GRADIENT_DIFFERS)
                .map(Remark::node)
                .toList();
        return new Frame(
                now.mood(),
                faulty ? Words.of("own.compared") : Words.of("own.remarks"),
                "",
                said.get(0),
                said.stream().skip(1).collect(Collectors.joining(" ")),
                List.of(),
                now.gradients().stream().filter(w -> unlike.contains(w.node())).toList(),
                now.nodes(),
                now.edges(),
                now.flow());
    }

    /** The frame of a graph as it stands, with what is remarked. */
    static Frame marked(Frame frame, Trace trace) {
        if (trace.remarks().isEmpty()) {
            return frame;
        }
        var values = frame.values().stream().map(w -> value(w, trace)).toList();
        var gradients = frame.gradients().stream()
                .filter(w -> !trace.isFailed(w.node()))
                .map(w -> gradient(w, trace))
                .toList();
        var first = trace.remarks().stream()
                .filter(r -> r.kind().isFault() && r.kind() != Kind.GRADIENT_DIFFERS)
                .reduce((a, b) -> a.kind() == Kind.PARTING ? a : b.kind() == Kind.PARTING ? b : a);
        var edges = trace.remarks().stream()
                .filter(r -> r.operand() != Remark.NODE)
                .map(r -> Frame.edge(r.node(), r.operand()))
                .toList();
        boolean back = !edges.isEmpty() || (first.isPresent() && first.get().kind() == Kind.PARTING);
        return new Frame(
                back ? Mood.BACKWARD : Mood.FORWARD,
                frame.title(),
                frame.question(),
                frame.rule(),
                frame.detail(),
                values,
                gradients,
                first.map(r -> List.of(at(r, trace))).orElse(List.of()),
                edges,
                frame.flow());
    }

    /** The node that a fault is seen at: at an edge, the one that receives. */
    private static int at(Remark remark, Trace trace) {
        return remark.operand() == Remark.NODE
                ? remark.node()
                : trace.node(remark.node()).operands().get(remark.operand());
    }

    private static Writing value(Writing w, Trace trace) {
        return trace.remarks().stream()
                .filter(r -> r.node() == w.node() && r.operand() == Remark.NODE)
                .filter(r -> r.kind() == Kind.FAILED || r.kind() == Kind.NOT_FINITE)
                .findFirst()
                .map(r -> new Writing(w.node(), value(trace, r)))
                .orElse(w);
    }

    /** {@code x̄ = 2 ✗ 4}: the student's gradient, a cross, and the right one. */
    private static Writing gradient(Writing w, Trace trace) {
        return trace.remarks().stream()
                .filter(r -> r.node() == w.node() && r.kind() == Kind.GRADIENT_DIFFERS)
                .findFirst()
                .map(r -> new Writing(
                        w.node(),
                        Words.of(
                                "own.beside",
                                Names.bar(Glyphs.shorten(trace.node(w.node()).label(), 10)),
                                r.parts().get(0),
                                r.parts().get(1))))
                .orElse(w);
    }

    /** A drawing with the sentences of its trace below: for an image that stands alone. */
    static Scene captioned(Scene scene, Trace trace) {
        double width = Math.max(NARROWEST, scene.width());
        var lines = Sentences.of(trace).stream()
                .flatMap(s -> lines(s, width - 2 * GraphScene.MARGIN).stream())
                .toList();
        if (lines.isEmpty()) {
            return scene;
        }
        double height = scene.height() + lines.size() * LEADING + GraphScene.MARGIN;
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Box(0, 0, width, height, 10, Ink.CARD));
        marks.addAll(scene.marks());
        for (int i = 0; i < lines.size(); i++) {
            double y = scene.height() + (i + 0.7) * LEADING;
            marks.add(new Mark.Label(GraphScene.MARGIN, y, lines.get(i), Anchor.START, Ink.PROSE));
        }
        return new Scene(width, height, scene.title(), marks);
    }

    private static List<String> lines(String sentence, double width) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : sentence.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && Glyphs.width(longer, Ink.PROSE) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
