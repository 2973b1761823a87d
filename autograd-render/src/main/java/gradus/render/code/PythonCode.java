package gradus.render.code;

import java.util.ArrayList;
import java.util.List;

/** A straight-line program in Python: a function {@code forward} and a function {@code backward}. */
final class PythonCode {

    private static final String INDENT = "    ";

    private PythonCode() {}

    /** @param arrays whether values are arrays, of which two names may mean one: += would then change both */
    static List<String> of(StraightLine p, Expressions expressions, boolean arrays) {
        var forward = p.forward(expressions);
        var backward = p.backward(expressions);
        var cache = p.cache(backward);
        var root = p.name(p.trace.root());
        var body = new ArrayList<String>();
        body.addAll(Listing.wrapped(
                "def forward(", p.given().stream().map(n -> p.name(n.id())).toList(), "):"));
        body.addAll(Listing.aligned(INDENT, "# ", lines(forward, arrays)));
        body.addAll(Listing.wrapped(INDENT + "cache = (", cache, cache.size() == 1 ? ",)" : ")"));
        body.add(INDENT + "return " + root + ", cache");
        body.add("");
        body.add("");
        body.add("def backward(" + p.gradient(p.trace.root()) + ", cache):");
        if (!cache.isEmpty()) {
            body.addAll(names(INDENT, cache, " = cache"));
        }
        body.addAll(Listing.aligned(INDENT, "# ", lines(backward, arrays)));
        body.addAll(names(
                INDENT + "return ",
                p.inputs().stream().map(n -> p.gradient(n.id())).toList(),
                ""));
        var all = new ArrayList<String>();
        if (arrays) {
            all.addAll(List.of("import numpy as np", "", ""));
        } else if (body.stream().anyMatch(line -> line.contains("math."))) {
            all.addAll(List.of("import math", "", ""));
        }
        all.addAll(body);
        return all;
    }

    private static List<Listing.Line> lines(List<Statement> statements, boolean arrays) {
        var lines = new ArrayList<Listing.Line>();
        for (var s : statements) {
            s.before().forEach(line -> lines.add(new Listing.Line(line, s.number())));
            var is = !s.adds() ? " = " : arrays ? " = " + s.target() + " + " : " += ";
            lines.add(new Listing.Line(s.target() + is + s.text(), s.number()));
        }
        return lines;
    }

    /** Names with commas, in brackets where they take more than one line. */
    private static List<String> names(String before, List<String> names, String after) {
        var comma = names.size() == 1 ? "," : "";
        var lines = Listing.wrapped(before, names, comma + after);
        return lines.size() == 1 ? lines : Listing.wrapped(before + "(", names, ")" + after);
    }
}
