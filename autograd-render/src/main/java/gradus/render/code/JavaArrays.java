package gradus.render.code;

import gradus.autograd.ArrayOp;
import gradus.autograd.Shape;
import gradus.autograd.Trace.BackwardStep;
import gradus.autograd.Trace.TraceNode;
import gradus.render.code.Term.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Arrays in Java, row-major: each op by its {@link gradus.autograd.Code} in the loops of its {@link
 * gradus.autograd.Lines}, or by its {@link Moves}; no op is known by name.
 *
 * <p>What is written is a new array, or the name of one that is to be copied.
 */
final class JavaArrays implements Expressions {

    private final StraightLine program;
    private final ScalarExpressions numbers;
    private final JavaHelpers helpers;
    private final List<String> indices;

    JavaArrays(StraightLine program, JavaHelpers helpers) {
        this.program = program;
        this.helpers = helpers;
        numbers = new ScalarExpressions(program, Language.JAVA);
        // After the names of the nodes: an index is called otherwise where a node has that name.
        indices = JavaHelpers.INDICES.stream().map(program.identifiers::of).toList();
    }

    @Override
    public String value(TraceNode z, List<String> before) {
        var op = Objects.requireNonNull(z.op());
        if (isNumbers(z)) {
            return numbers.value(z, before);
        }
        return op.code() == null
                ? moves(z, before)
                        .value(terms(z).stream()
                                .skip(1)
                                .map(Language.JAVA::write)
                                .toList())
                : line(z, before).value(op.code().value(), isArray(z));
    }

    @Override
    public String contribution(BackwardStep step, List<String> before) {
        var z = program.trace.node(step.node());
        var op = Objects.requireNonNull(z.op());
        if (isNumbers(z)) {
            return numbers.contribution(step, before);
        }
        int i = step.operandIndex();
        var upstream = program.gradient(z.id());
        return op.code() == null
                ? moves(z, before).contribution(i, upstream)
                : line(z, before)
                        .contribution(
                                i,
                                op.code().gradient(i),
                                new Name(upstream),
                                isArray(program.trace.node(step.operand())),
                                op.isElementwise());
    }

    private boolean isNumbers(TraceNode z) {
        return !(z.op() instanceof ArrayOp)
                && !isArray(z)
                && z.operands().stream().noneMatch(i -> isArray(program.trace.node(i)));
    }

    static boolean isArray(TraceNode node) {
        return !node.value().isScalar();
    }

    private JavaLine line(TraceNode z, List<String> before) {
        var op = Objects.requireNonNull(z.op());
        var lines = op.lines(shapes(z), z.value().shape(), settings(z));
        var loops = new JavaLoops(lines, !op.isElementwise(), indices);
        var arrays = Stream.concat(Stream.of(z), operands(z))
                .filter(JavaArrays::isArray)
                .flatMap(node -> Stream.of(program.name(node.id()), program.gradient(node.id())))
                .toList();
        return new JavaLine(loops, terms(z), arrays, helpers, program.identifiers, before);
    }

    private JavaMoves moves(TraceNode z, List<String> before) {
        var moves = Moves.of((ArrayOp) Objects.requireNonNull(z.op()), shapes(z), settings(z));
        return new JavaMoves(moves, shapes(z), z.value().shape(), helpers, indices, program.identifiers, before);
    }

    private static int[] settings(TraceNode z) {
        return z.settings().stream().mapToInt(k -> k).toArray();
    }

    private Stream<TraceNode> operands(TraceNode z) {
        return z.operands().stream().map(program.trace::node);
    }

    private List<Shape> shapes(TraceNode z) {
        return operands(z).map(node -> node.value().shape()).toList();
    }

    /** The result, then the operands. */
    private List<Term> terms(TraceNode z) {
        var terms = new ArrayList<Term>(List.of(new Name(program.name(z.id()))));
        operands(z)
                .forEach(node -> terms.add(
                        StraightLine.isWritten(node)
                                ? Term.of(node.value().element(0))
                                : new Name(program.name(node.id()))));
        return terms;
    }
}
