package gradus.render;

import gradus.autograd.Excerpt;
import gradus.autograd.Names;
import gradus.autograd.Numbers;
import gradus.autograd.Trace;
import gradus.autograd.Trace.TraceNode;
import gradus.autograd.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The arrays of a frame as tables for a page without scripts: operands and result of a forward step; upstream gradient,
 * local gradient and contribution of a backward step. Colour tells sign and size, and the numbers stand in it. The script
 * of the page makes the same tables, which can be pointed at.
 */
final class HeatTables {

    /** One fewer than elsewhere: tables stand beside each other. */
    private static final int DIGITS = 4;

    private HeatTables() {}

    /** What a template needs; empty where a frame has no arrays. */
    static List<Map<String, Object>> of(Trace trace, Frame frame) {
        var tables = new ArrayList<Map<String, Object>>();
        if (frame.step() != Frame.NO_STEP) {
            var step = trace.backward().get(frame.step());
            var node = trace.node(step.node());
            var operand = trace.node(step.operand());
            if (!node.value().isScalar() || !operand.value().isScalar()) {
                tables.add(table("", bar(node), step.upstream()));
                if (step.local() != null) {
                    tables.add(table("⊙", "∂" + Written.label(node) + "/∂" + Written.label(operand), step.local()));
                }
                tables.add(table("⟶ +=", bar(operand), step.contribution()));
            }
        } else if (!frame.values().isEmpty() && frame.nodes().size() == 1) {
            var node = trace.node(frame.nodes().get(0));
            var operands = node.operands().stream().distinct().map(trace::node).toList();
            if (!node.value().isScalar()
                    || operands.stream().anyMatch(x -> !x.value().isScalar())) {
                operands.forEach(x -> tables.add(table("", Written.label(x), x.value())));
                tables.add(table("⟶", Written.label(node), node.value()));
            }
        }
        return tables;
    }

    private static String bar(TraceNode node) {
        return Names.bar(Written.label(node));
    }

    private static Map<String, Object> table(String joint, String name, Value value) {
        double most = IntStream.range(0, value.size())
                .mapToDouble(k -> Math.abs(value.element(k)))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        var excerpt = Excerpt.ofTable(value.shape(), StepperData.LONGEST);
        var rows = value.isScalar()
                ? List.of(List.of(0))
                : Matrix.of(value.shape(), excerpt).stream()
                        .flatMap(m -> m.rows().stream())
                        .toList();
        return Map.of(
                "joint",
                joint,
                "caption",
                name + (value.isScalar() ? "" : " " + value.shape()),
                "rows",
                rows.stream()
                        .map(row -> Map.of("cells", cells(row, value, most)))
                        .toList());
    }

    private static List<Map<String, String>> cells(List<Integer> row, Value value, double most) {
        return row.stream()
                .map(k -> k == Excerpt.GAP
                        ? Map.of("text", "…", "colour", "transparent")
                        : Map.of(
                                "text",
                                Numbers.brief(value.element(k), DIGITS),
                                "colour",
                                shade(value.element(k), most)))
                .toList();
    }

    /** Blue for positive and vermilion for negative numbers, the more the larger: pale enough for letters of any theme. */
    private static String shade(double x, double most) {
        if (!(Math.abs(x) > 0) || !(most > 0)) {
            return "transparent";
        }
        double alpha = Math.min(0.5, 0.07 + 0.43 * Math.abs(x) / most);
        return String.format(Locale.ROOT, "rgba(%s,%.2f)", x > 0 ? "0,114,178" : "213,94,0", alpha);
    }
}
