package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/ops.md} from the catalogue, and fails when the file says something else. */
class OpSheetTest {

    private static final Path FILE = Path.of("..", "docs", "ops.md");
    private static final String UPDATE = "mvn test -pl autograd-core -Dtest=OpSheetTest -Dgradus.golden=update";

    private final List<String> lines = new ArrayList<>();

    @Test
    void sheetInTheDocs_saysWhatTheCatalogueSays() throws IOException {
        write();
        if ("update".equals(System.getProperty("gradus.golden"))) {
            Files.write(FILE, lines);
        }
        assertThat(Files.readAllLines(FILE)).as("%s is stale: %s", FILE, UPDATE).isEqualTo(lines);
        for (var op : Op.catalogue()) {
            assertThat(lines)
                    .as("one row for %s", op)
                    .filteredOn(row -> row.startsWith("| `" + op.id() + "` |"))
                    .isNotEmpty();
        }
    }

    private void write() {
        lines.addAll(List.of(
                "# The operations",
                "",
                "Every op of the engine, as its declaration has it. A sweep goes from the result to the inputs and adds, for"
                        + " each op z = f(x, …) and each operand x, the contribution x̄ += z̄ · ∂z/∂x, where z̄ is the upstream"
                        + " gradient, the adjoint of z.",
                "",
                "In the formulas a condition in brackets, such as [x > 0], is 1 where it holds and 0 elsewhere; ⊙ multiplies"
                        + " element by element.",
                ""));
        section(
                "Of one operand",
                "On `Var`, and on `Tensor` element by element.",
                List.of("op", "drawn", "z =", "∂z/∂x", "domain", "at kinks and edges"));
        for (var op : UnaryOp.values()) {
            row(
                    op,
                    op.expression(List.of("x")),
                    op.gradient(0, List.of("x"), "z"),
                    op.rule().domain(),
                    op.rule().edges());
        }
        section(
                "Of two operands",
                "On `Var` and `Tensor` in any mixture, element by element; what is smaller is stretched, and its gradient is"
                        + " added up again.",
                List.of("op", "drawn", "z =", "∂z/∂x", "∂z/∂y", "domain", "at kinks and edges"));
        var xy = List.of("x", "y");
        for (var op : BinaryOp.values()) {
            row(
                    op,
                    op.expression(xy),
                    op.gradient(0, xy, "z"),
                    op.gradient(1, xy, "z"),
                    op.rule().domain(),
                    op.rule().edges());
        }
        section(
                "Of any number of operands",
                "`Var.sum(…)` and `Var.product(…)`: one node for many scalars.",
                List.of("op", "drawn", "z =", "∂z/∂x₁", "domain"));
        var many = List.of("x₁", "x₂", "…", "xₙ");
        for (var op : NaryOp.values()) {
            row(op, op.expression(many), op.gradient(0, many, "z"), op.rule().domain());
        }
        arrays("Products and transposes", "Of matrices, vectors and batches of matrices.", MatrixOp.values());
        arrays("Reductions", "Of all elements, or along an axis; n elements make one.", ReduceOp.values());
        arrays("Softmax", "Along an axis, without overflow.", SoftmaxOp.values());
        arrays(
                "Layout",
                "Elements in other places: nothing is computed, and gradients go back the same way. `broadcast`, `sum_to`,"
                        + " `embed` and `scatter` are what the gradients of other ops are made of; `element` is the method"
                        + " `get`.",
                LayoutOp.values());
        lines.addAll(List.of(
                "",
                "---",
                "",
                "Written from the catalogue by `OpSheetTest`. After a change of an op: `" + UPDATE + "`."));
    }

    private void section(String title, String text, List<String> columns) {
        if (!lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
        lines.addAll(List.of(
                "## " + title,
                "",
                text,
                "",
                columns.stream().collect(Collectors.joining(" | ", "| ", " |")),
                columns.stream().map(c -> "---").collect(Collectors.joining(" | ", "| ", " |"))));
    }

    /** Ops that are told by their vector–Jacobian product, each with the shapes of its samples. */
    private void arrays(String title, String text, ArrayOp... ops) {
        boolean hasEdges = Arrays.stream(ops).anyMatch(op -> !op.rule().edges().isEmpty());
        var domain = Arrays.stream(ops)
                .map(op -> op.rule().domain())
                .distinct()
                .collect(Collectors.joining("; ", " Domain: ", "."));
        var columns = new ArrayList<>(List.of("op", "drawn", "z =", "contributions", "for example, by shapes"));
        if (hasEdges) {
            columns.add(4, "at kinks and edges");
        }
        section(title, text + domain, columns);
        for (var op : ops) {
            var names = names(op.samples().get(0));
            int gradients = op.arity() == Op.VARIADIC ? 1 : names.size();
            var contributions = IntStream.range(0, gradients)
                    .mapToObj(i -> Names.bar(names.get(i)) + " += "
                            + op.gradient(i, names, "z").replace("{z̄}", "z̄"))
                    .collect(Collectors.joining("<br>"));
            var examples = op.samples().stream()
                    .map(s -> example(op, s, op.expression(names)))
                    .distinct()
                    .limit(4)
                    .collect(Collectors.joining("<br>"));
            var cells = new ArrayList<>(List.of(op.expression(names), contributions, examples));
            if (hasEdges) {
                cells.add(2, op.rule().edges());
            }
            row(op, cells.toArray(String[]::new));
        }
    }

    private static List<String> names(Sample sample) {
        return List.of("x", "y", "v").subList(0, sample.operands().size());
    }

    /** Such as {@code sum(x, axis 0): 3×2 → 2}; the expression is left out where it is the one that is known. */
    private static String example(ArrayOp op, Sample sample, String known) {
        var inputs = sample.operands().stream()
                .map(shape -> Program.leaf(shape, true, new double[shape.size()]))
                .toArray(Node[]::new);
        var expression = op.expression(names(sample), sample.settings());
        return (expression.equals(known) ? "" : expression + ": ")
                + sample.operands().stream().map(Shape::toString).collect(Collectors.joining(", "))
                + " → " + op.of(sample.settings(), inputs).shape();
    }

    private void row(Op op, String... cells) {
        if (!lines.get(lines.size() - 1).startsWith("|")) {
            throw new IllegalStateException("a row needs the head of a table: " + op);
        }
        var all = new ArrayList<>(List.of("`" + op.id() + "`", op.symbol()));
        all.addAll(Arrays.asList(cells));
        lines.add(all.stream().map(c -> c.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")));
    }
}
