package gradus.autograd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An op that may have made a student's node: its value fits; whether its local gradients do, is counted.
 *
 * @param op its name in the catalogue; empty for none
 * @param make makes the node of the operands
 * @param locals the right local gradients
 * @param constant the number that the op takes beside its operands; NaN for none
 * @param isGuess whether another op fits as well
 */
record OpGuess(String op, Function<List<Var>, Var> make, List<Double> locals, double constant, boolean isGuess) {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("+", "add sum"),
            Map.entry("plus", "add sum"),
            Map.entry("-", "sub neg"),
            Map.entry("minus", "sub neg"),
            Map.entry("subtract", "sub"),
            Map.entry("negate", "neg"),
            Map.entry("*", "mul product"),
            Map.entry("times", "mul product"),
            Map.entry("multiply", "mul product"),
            Map.entry("prod", "product mul"),
            Map.entry("/", "div inv"),
            Map.entry("divide", "div"),
            Map.entry("**", "pow"),
            Map.entry("^", "pow"),
            Map.entry("power", "pow"),
            Map.entry("square", "pow"),
            Map.entry("ln", "log"),
            Map.entry("sine", "sin"),
            Map.entry("cosine", "cos"),
            Map.entry("logistic", "sigmoid"),
            Map.entry("sigma", "sigmoid"),
            Map.entry("reciprocal", "inv"));

    /** A graph has few names, each many times. */
    private static final Map<String, Set<String>> NAMED = new ConcurrentHashMap<>();

    private static final int MOST_NAMES = 1_000;

    /** The ops of the catalogue that this text may name; empty if none. */
    static Set<String> named(String text) {
        var known = NAMED.get(text);
        if (known == null) {
            known = find(text);
            if (NAMED.size() < MOST_NAMES) {
                NAMED.put(text, known);
            }
        }
        return known;
    }

    private static Set<String> find(String text) {
        var plain = text.toLowerCase(Locale.ROOT)
                .replaceFirst("(backward|node|op|var|grad)\\d*$", "")
                .replaceFirst("^\\*\\*.*", "**")
                .strip();
        var names = new HashSet<String>();
        for (var op : Op.catalogue()) {
            if (!(op instanceof ArrayOp)
                    && !plain.isEmpty()
                    && (op.id().equals(plain) || op.symbol().equals(plain))) {
                names.add(op.id());
            }
        }
        names.addAll(List.of(ALIASES.getOrDefault(plain, "").split(" ")));
        names.remove("");
        if (names.contains("add")) {
            names.add("sum");
        } else if (names.contains("mul")) {
            names.add("product");
        }
        return names;
    }

    /** The op that made a node of children; the first that fits best. */
    static OpGuess of(OwnNode z) {
        var all = new ArrayList<OpGuess>();
        var x = z.children.stream().mapToDouble(c -> c.value).toArray();
        boolean known = z.locals.stream().noneMatch(d -> Double.isNaN(d));
        if (x.length == 1) {
            unary(z, x[0], all);
        } else if (x.length == 2) {
            binary(z, x, all);
        } else {
            nary(z, x, all);
        }
        int catalogue = all.size();
        if (x.length == 1) {
            withConstant(z, x[0], known ? z.locals.get(0) : Double.NaN, all);
        }
        var named = named(z.op);
        var best = best(z, all.stream().filter(g -> named.contains(g.op)).toList(), 0);
        if (best != null) {
            return best;
        }
        // Some number makes every op fit; where one without a number does, only a plain number is believed.
        var full = all.stream()
                .filter(g -> known && g.matches(z) == x.length && (catalogue == 0 || g.isPlain()))
                .toList();
        if (!full.isEmpty()) {
            return full.get(0)
                    .guessed(full.stream()
                                    .filter(all.subList(0, catalogue)::contains)
                                    .count()
                            > 1);
        }
        // With local gradients that fit nothing, a number that makes the value fit proves nothing.
        best = best(z, all.subList(0, known ? catalogue : all.size()), x.length);
        return best == null ? unknown(z) : best;
    }

    private static @Nullable OpGuess best(OwnNode z, List<OpGuess> from, int sure) {
        var best = from.stream().max(Comparator.comparingInt(g -> g.matches(z))).orElse(null);
        if (best == null) {
            return null;
        }
        // Of equals the first.
        int most = best.matches(z);
        var first = from.stream().filter(g -> g.matches(z) == most).toList();
        return first.get(0).guessed(sure > 0 && first.size() > 1);
    }

    private boolean isPlain() {
        return Double.isNaN(constant) || constant * 100 == Math.rint(constant * 100);
    }

    private OpGuess guessed(boolean guess) {
        return new OpGuess(op, make, locals, constant, guess);
    }

    /** How many of the student's local gradients are right. */
    private int matches(OwnNode z) {
        int count = 0;
        for (int i = 0; i < locals.size(); i++) {
            count += z.agree(z.locals.get(i), locals.get(i)) ? 1 : 0;
        }
        return count;
    }

    private static OpGuess unknown(OwnNode z) {
        var numbers = z.locals.stream().mapToDouble(d -> d).toArray();
        var locals = List.copyOf(z.locals);
        var name = z.op.isEmpty() ? "f" : z.op;
        double value = z.value;
        return new OpGuess("", x -> GivenOp.at(name, value, numbers, x.toArray(Var[]::new)), locals, Double.NaN, false);
    }

    private static void unary(OwnNode z, double x, List<OpGuess> all) {
        for (var op : UnaryOp.values()) {
            double value = op.value(x);
            if (z.agree(value, z.value)) {
                var locals = List.of(op.local(x, value));
                all.add(new OpGuess(op.id(), v -> (Var) op.of(v.get(0)), locals, Double.NaN, false));
            }
        }
    }

    private static void binary(OwnNode z, double[] x, List<OpGuess> all) {
        for (var op : BinaryOp.values()) {
            double value = op.value(x[0], x[1]);
            if (z.agree(value, z.value)) {
                var locals = List.of(op.localX(x[0], x[1], value), op.localY(x[0], x[1], value));
                all.add(new OpGuess(op.id(), v -> (Var) op.of(v.get(0), v.get(1)), locals, Double.NaN, false));
            }
        }
        for (var op : List.of(BinaryOp.SUB, BinaryOp.DIV, BinaryOp.POW)) {
            double value = op.value(x[1], x[0]);
            if (z.agree(value, z.value)) {
                var locals = List.of(op.localY(x[1], x[0], value), op.localX(x[1], x[0], value));
                all.add(new OpGuess(op.id(), v -> (Var) op.of(v.get(1), v.get(0)), locals, Double.NaN, false));
            }
        }
    }

    private static void nary(OwnNode z, double[] x, List<OpGuess> all) {
        if (z.agree(NaryOp.SUM.value(x), z.value)) {
            all.add(new OpGuess(
                    "sum",
                    v -> Var.sum(v.toArray(Var[]::new)),
                    java.util.Arrays.stream(NaryOp.SUM.locals(x)).boxed().toList(),
                    Double.NaN,
                    false));
        }
        if (z.agree(NaryOp.PRODUCT.value(x), z.value)) {
            all.add(new OpGuess(
                    "product",
                    v -> Var.product(v.toArray(Var[]::new)),
                    java.util.Arrays.stream(NaryOp.PRODUCT.locals(x)).boxed().toList(),
                    Double.NaN,
                    false));
        }
    }

    /** Ops of the operand and a number, which is what makes the value fit. */
    private static void withConstant(OwnNode z, double x, double local, List<OpGuess> all) {
        right(z, BinaryOp.MUL, x, x == 0 ? local : z.value / x, all);
        right(z, BinaryOp.POW, x, z.value == 0 ? 2 : local * x / z.value, all);
        right(z, BinaryOp.POW, x, Math.log(z.value) / Math.log(x), all);
        right(z, BinaryOp.POW, x, 2, all);
        right(z, BinaryOp.POW, x, 3, all);
        if (z.value < x) {
            right(z, BinaryOp.SUB, x, x - z.value, all);
        } else {
            right(z, BinaryOp.ADD, x, z.value - x, all);
        }
        right(z, BinaryOp.DIV, x, x / z.value, all);
        left(z, BinaryOp.SUB, x, z.value + x, all);
        left(z, BinaryOp.DIV, x, z.value * x, all);
        left(z, BinaryOp.POW, x, Math.pow(z.value, 1 / x), all);
        right(z, z.value > x ? BinaryOp.MAX : BinaryOp.MIN, x, z.value, all);
    }

    private static void right(OwnNode z, BinaryOp op, double x, double given, List<OpGuess> all) {
        double c = round(given);
        double value = op.value(x, c);
        if (Double.isFinite(c) && z.agree(value, z.value)) {
            var locals = List.of(op.localX(x, c, value));
            all.add(new OpGuess(op.id(), v -> (Var) op.of(v.get(0), Var.constant(c)), locals, c, false));
        }
    }

    private static void left(OwnNode z, BinaryOp op, double x, double given, List<OpGuess> all) {
        double c = round(given);
        double value = op.value(c, x);
        if (Double.isFinite(c) && z.agree(value, z.value)) {
            var locals = List.of(op.localY(c, x, value));
            all.add(new OpGuess(op.id(), v -> (Var) op.of(Var.constant(c), v.get(0)), locals, c, false));
        }
    }

    /** 2.9999999999999996 is 3. */
    private static double round(double c) {
        double rounded = Math.rint(c * 1e6) / 1e6;
        return OwnNode.agree(c, rounded, 1e-12) ? rounded : c;
    }
}
