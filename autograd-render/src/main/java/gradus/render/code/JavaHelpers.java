package gradus.render.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The few methods on which a listing of arrays in Java stands, each written once, and only those that it calls. */
final class JavaHelpers {

    /** Of loops, the outermost first. */
    static final List<String> INDICES = List.of("i", "j", "k", "l", "i5", "i6", "i7", "i8", "i9", "i10");

    /** What a function over a line does: where it starts, and what element x does to the result. */
    private static final Map<String, List<String>> OVER_LINE = Map.of(
            "sum", List.of("0", "z += x.at(i)"),
            "product", List.of("1", "z *= x.at(i)"),
            "max", List.of("Double.NEGATIVE_INFINITY", "z = Math.max(z, x.at(i))"),
            "min", List.of("Double.POSITIVE_INFINITY", "z = Math.min(z, x.at(i))"));

    private final TreeSet<Integer> arrays = new TreeSet<>();
    private final TreeSet<Integer> puts = new TreeSet<>();
    private final Map<String, List<String>> overLine = new TreeMap<>();
    private boolean adds;

    /** A new array of these lengths, row-major, whose elements are written with the indices. */
    String array(List<Integer> lengths, List<String> indices, String element) {
        arrays.add(lengths.size());
        return "array(" + numbers(lengths) + ", " + function(indices, element) + ")";
    }

    /** A number made of a line, whose elements are written with the index. */
    String overLine(String function, int length, String index, String element) {
        overLine.put(function, OVER_LINE.get(function));
        return function + "(" + length + ", " + function(List.of(index), element) + ")";
    }

    /** A new array to which the elements of x, an array of these lengths, are added at the places written with the indices. */
    String put(int size, String x, List<Integer> lengths, List<String> indices, String place) {
        puts.add(lengths.size());
        return "put(" + size + ", " + x + ", " + numbers(lengths) + ", " + function(indices, place) + ")";
    }

    /** The elements of x are added to those of z. */
    String add(String z, String x) {
        adds = true;
        return "add(" + z + ", " + x + ")";
    }

    private static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String function(List<String> indices, String result) {
        return (indices.size() == 1 ? indices.get(0) : "(" + String.join(", ", indices) + ")") + " -> " + result;
    }

    /** The methods that were called. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        var ranks = new TreeSet<>(arrays);
        if (!overLine.isEmpty()) {
            ranks.add(1);
        }
        ranks.forEach(rank -> lines.add("interface " + element(rank) + " { double at(" + parameters(rank) + "); }"));
        puts.forEach(rank -> lines.add("interface " + place(rank) + " { int at(" + parameters(rank) + "); }"));
        arrays.forEach(rank -> method(
                lines,
                "double[] array(" + lengths(rank) + ", " + element(rank) + " element)",
                "double[] z = new double[" + String.join(" * ", bounds(rank)) + "];",
                rank,
                "z[" + flat(rank) + "] = element.at(" + indices(rank) + ");"));
        overLine.forEach((name, how) -> method(
                lines,
                "double " + name + "(int ni, Element x)",
                "double z = " + how.get(0) + ";",
                1,
                how.get(1) + ";"));
        puts.forEach(rank -> method(
                lines,
                "double[] put(int size, double[] x, " + lengths(rank) + ", " + place(rank) + " place)",
                "double[] z = new double[size];",
                rank,
                "z[place.at(" + indices(rank) + ")] += x[" + flat(rank) + "];"));
        if (adds) {
            lines.addAll(List.of(
                    "",
                    "double[] add(double[] z, double[] x) {",
                    "    for (int i = 0; i < z.length; i++) z[i] += x[i];",
                    "    return z;",
                    "}"));
        }
        return lines;
    }

    private static void method(List<String> lines, String head, String start, int rank, String body) {
        lines.add("");
        lines.add(head + " {");
        lines.add("    " + start);
        for (int axis = 0; axis < rank; axis++) {
            var i = INDICES.get(axis);
            lines.add("    ".repeat(axis + 1) + "for (int " + i + " = 0; " + i + " < n" + i + "; " + i + "++)"
                    + (axis + 1 < rank ? "" : " " + body));
        }
        lines.add("    return z;");
        lines.add("}");
    }

    private static String element(int rank) {
        return rank == 1 ? "Element" : "Element" + rank;
    }

    private static String place(int rank) {
        return rank == 1 ? "Place" : "Place" + rank;
    }

    private static String parameters(int rank) {
        return joined(rank, ", ", "int ");
    }

    private static String lengths(int rank) {
        return joined(rank, ", ", "int n");
    }

    private static List<String> bounds(int rank) {
        return INDICES.subList(0, rank).stream().map(i -> "n" + i).toList();
    }

    private static String indices(int rank) {
        return joined(rank, ", ", "");
    }

    private static String joined(int rank, String between, String before) {
        return INDICES.subList(0, rank).stream().map(i -> before + i).collect(Collectors.joining(between));
    }

    /** Such as {@code (i * nj + j) * nk + k}. */
    private static String flat(int rank) {
        return IntStream.range(1, rank)
                .boxed()
                .reduce(
                        INDICES.get(0),
                        (text, axis) -> (axis > 1 ? "(" + text + ")" : text) + " * n" + INDICES.get(axis) + " + "
                                + INDICES.get(axis),
                        (a, b) -> b);
    }
}
