package gradus.render.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** A straight-line program of numbers in Java: a method {@code forward} and a method {@code backward}, as in a cell. */
final class JavaCode {

    private static final String INDENT = "    ";

    private JavaCode() {}

    static List<String> of(StraightLine p, Expressions expressions) {
        var forward = p.forward(expressions);
        var backward = p.backward(expressions);
        var cache = p.cache(backward);
        var root = p.name(p.trace.root());
        var given = p.given().stream().map(n -> "double " + p.name(n.id())).toList();
        var lines = new ArrayList<String>();
        lines.add("record Forward(double value, double[] cache) {}");
        lines.add("");
        lines.addAll(Listing.wrapped("Forward forward(", given, ") {"));
        lines.addAll(Listing.aligned(INDENT, "// ", lines(forward)));
        lines.addAll(Listing.wrapped(INDENT + "return new Forward(" + root + ", new double[] {", cache, "});"));
        lines.add("}");
        lines.add("");
        lines.add("double[] backward(double " + p.gradient(p.trace.root()) + ", double[] cache) {");
        if (!cache.isEmpty()) {
            var parts = IntStream.range(0, cache.size())
                    .mapToObj(i -> cache.get(i) + " = cache[" + i + "]")
                    .toList();
            lines.addAll(Listing.wrapped(INDENT + "double ", parts, ";"));
        }
        lines.addAll(Listing.aligned(INDENT, "// ", lines(backward)));
        lines.addAll(Listing.wrapped(
                INDENT + "return new double[] {",
                p.inputs().stream().map(n -> p.gradient(n.id())).toList(),
                "};"));
        lines.add("}");
        return lines;
    }

    private static List<Listing.Line> lines(List<Statement> statements) {
        var there = new HashSet<String>();
        return statements.stream()
                .map(s -> new Listing.Line(
                        (there.add(s.target()) && !s.adds() ? "double " : "") + s.target() + (s.adds() ? " += " : " = ")
                                + s.text() + ";",
                        s.number()))
                .toList();
    }
}
