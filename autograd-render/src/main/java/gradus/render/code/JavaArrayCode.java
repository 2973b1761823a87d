package gradus.render.code;

import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A straight-line program of arrays in Java: the methods that it stands on, then {@code forward} and {@code backward}.
 * Variables that functions see are assigned once; what is added to an array is added in place.
 */
final class JavaArrayCode {

    private static final String INDENT = "    ";
    private static final int FURTHEST = 72;
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_]*");

    private final StraightLine p;
    private final JavaHelpers helpers = new JavaHelpers();
    private final Map<String, String> sums = new HashMap<>();

    private JavaArrayCode(StraightLine p) {
        this.p = p;
    }

    static List<String> of(StraightLine p) {
        return new JavaArrayCode(p).lines();
    }

    private List<String> lines() {
        var expressions = new JavaArrays(p, helpers);
        var forward = p.forward(expressions);
        var backward = p.backward(expressions);
        var words = p.cache(backward);
        var cache = p.trace.nodes().stream()
                .filter(n -> words.contains(p.name(n.id())))
                .toList();
        var body = new ArrayList<String>();
        body.addAll(Listing.wrapped("record Cache(", declared(cache, p.names), ") {}"));
        body.add("record Forward(double value, Cache cache) {}");
        body.addAll(Listing.wrapped("record Gradients(", declared(p.inputs(), p.gradients), ") {}"));
        body.add("");
        body.addAll(shapes());
        body.addAll(Listing.wrapped("Forward forward(", declared(p.given(), p.names), ") {"));
        body.addAll(Listing.aligned(INDENT, "// ", forward(forward), FURTHEST));
        body.addAll(Listing.wrapped(
                INDENT + "return new Forward(" + p.name(p.trace.root()) + ", new Cache(",
                names(cache, p.names),
                "));"));
        body.add("}");
        body.add("");
        body.add("Gradients backward(double " + p.gradient(p.trace.root()) + ", Cache cache) {");
        for (boolean array : new boolean[] {true, false}) {
            var kept = cache.stream()
                    .filter(n -> JavaArrays.isArray(n) == array)
                    .map(n -> p.name(n.id()) + " = cache." + p.name(n.id()) + "()")
                    .toList();
            if (!kept.isEmpty()) {
                body.addAll(Listing.wrapped(INDENT + (array ? "double[] " : "double "), kept, ";"));
            }
        }
        body.addAll(Listing.aligned(INDENT, "// ", backward(backward), FURTHEST));
        body.addAll(Listing.wrapped(INDENT + "return new Gradients(", names(p.inputs(), p.gradients), ");"));
        body.add("}");
        var all = new ArrayList<>(helpers.lines());
        all.add("");
        all.addAll(body);
        return all;
    }

    private List<String> shapes() {
        var shapes = p.given().stream()
                .filter(JavaArrays::isArray)
                .map(n -> p.name(n.id()) + ": " + n.value().shape())
                .toList();
        return shapes.isEmpty() ? List.of() : Listing.comment("// ", shapes);
    }

    private static List<String> names(List<TraceNode> nodes, List<String> names) {
        return nodes.stream().map(n -> names.get(n.id())).toList();
    }

    private static List<String> declared(List<TraceNode> nodes, List<String> names) {
        return nodes.stream().map(n -> declared(n, names.get(n.id()))).toList();
    }

    private static String declared(TraceNode node, String name) {
        return (JavaArrays.isArray(node) ? "double[] " : "double ") + name;
    }

    private List<Listing.Line> forward(List<Statement> statements) {
        var lines = new ArrayList<Listing.Line>();
        for (int i = 0; i < statements.size(); i++) {
            var s = statements.get(i);
            var node = p.trace.node(p.trace.forward().get(i).node());
            s.before().forEach(line -> lines.add(new Listing.Line(line, s.number())));
            lines.add(line(declared(node, s.target()) + " = " + owned(node, s.text()) + ";", s, node));
        }
        return lines;
    }

    private List<Listing.Line> backward(List<Statement> statements) {
        var lines = new ArrayList<Listing.Line>();
        for (int i = 0; i < statements.size(); i++) {
            var s = statements.get(i);
            var node = p.trace.node(p.trace.backward().get(i).operand());
            s.before().forEach(line -> lines.add(new Listing.Line(line, s.number())));
            lines.add(line(contribution(node, s, statements.subList(0, i), statements) + ";", s, node));
        }
        return lines;
    }

    private String contribution(TraceNode node, Statement s, List<Statement> earlier, List<Statement> all) {
        if (!s.adds() && (JavaArrays.isArray(node) || node.kind() == Kind.INPUT)) {
            return declared(node, s.target()) + " = " + owned(node, s.text());
        }
        return JavaArrays.isArray(node)
                ? helpers.add(s.target(), s.text())
                : node.kind() == Kind.INPUT
                        ? s.target() + " += " + s.text()
                        : sum(s, arrived(s, earlier), arrived(s, all));
    }

    private static int arrived(Statement s, List<Statement> steps) {
        return (int) steps.stream().filter(t -> t.target().equals(s.target())).count();
    }

    /** A number that a function sees is assigned once: until all has arrived, the sum has another name. */
    private String sum(Statement s, int arrived, int all) {
        var before = sums.getOrDefault(s.target(), "");
        var name = arrived + 1 == all ? s.target() : p.identifiers.of(s.target() + "_" + (arrived + 1));
        sums.put(s.target(), name);
        boolean choice = s.adds() && s.text().contains(" ? ");
        return "double " + name + " = " + before + (s.adds() ? " + " : "") + (choice ? "(" + s.text() + ")" : s.text());
    }

    /** No two names mean one array. */
    private static String owned(TraceNode node, String text) {
        return JavaArrays.isArray(node) && NAME.matcher(text).matches() ? text + ".clone()" : text;
    }

    private static Listing.Line line(String code, Statement s, TraceNode node) {
        return new Listing.Line(
                code,
                s.number(),
                JavaArrays.isArray(node) ? node.value().shape().toString() : "");
    }
}
