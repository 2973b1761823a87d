package gradus.autograd.expr;

import gradus.autograd.expr.Parser.Definition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Formulas as a class writes them on the board, with the values of their variables, in any order.
 *
 * <pre>{@code
 * var e = Expression.parse("z = (x1 + a*x2)^2, x1=1, x2=2, a=3");
 * e.names()     // ⇒ [x1, x2, a, z]
 * }</pre>
 *
 * <p>Known are + − · * × / ÷ ^, superscripts such as ², |x|, √, the functions of the op catalogue by their names (also σ
 * and ln), π, and e as the base of a power. A number may stand before a name: 2x.
 */
public final class Expression {

    static final String EULER = "e";

    private final List<Definition> definitions;
    private final Set<String> free;

    private Expression(List<Definition> definitions, Set<String> free) {
        this.definitions = definitions;
        this.free = free;
    }

    /**
     * Reads {@code name = formula, name = formula, …}; a variable's value is such a part too.
     *
     * @throws IllegalArgumentException if the text is not understood (the place is marked), a name is defined twice, or a
     *     name is defined by way of itself (the cycle is named)
     */
    public static Expression parse(String text) {
        var byName = new LinkedHashMap<String, Definition>();
        for (var definition : new Parser(text).definitions()) {
            if (definition.name().equals(EULER)) {
                throw new IllegalArgumentException(
                        "e is the base of the exponential here; call the variable otherwise");
            }
            if (byName.put(definition.name(), definition) != null) {
                throw new IllegalArgumentException(definition.name() + " is defined twice");
            }
        }
        var free = new LinkedHashSet<String>();
        byName.values().forEach(d -> d.term().names(free));
        free.removeAll(byName.keySet());
        return new Expression(inOrder(byName), free);
    }

    /** Inputs first, then each formula after those that it uses, otherwise in the order given. */
    private static List<Definition> inOrder(Map<String, Definition> byName) {
        var ordered = new LinkedHashMap<String, Definition>();
        for (var definition : byName.values()) {
            if (definition.term() instanceof Term.Literal) {
                ordered.put(definition.name(), definition);
            }
        }
        for (var definition : byName.values()) {
            place(definition, byName, ordered, new ArrayList<>());
        }
        return List.copyOf(ordered.values());
    }

    private static void place(
            Definition definition, Map<String, Definition> byName, Map<String, Definition> ordered, List<String> path) {
        if (ordered.containsKey(definition.name())) {
            return;
        }
        int seen = path.indexOf(definition.name());
        path.add(definition.name());
        if (seen >= 0) {
            throw new IllegalArgumentException(
                    "a graph has no cycles, and here is one: " + String.join(" ← ", path.subList(seen, path.size())));
        }
        for (var name : definition.term().names()) {
            var used = byName.get(name);
            if (used != null) {
                place(used, byName, ordered, path);
            }
        }
        path.remove(path.size() - 1);
        ordered.put(definition.name(), definition);
    }

    /** The names that are defined, each after those that it is computed from. */
    public List<String> names() {
        return definitions.stream().map(Definition::name).toList();
    }

    /** The names that are used and not defined: variables that must be there already. */
    public Set<String> free() {
        return Set.copyOf(free);
    }

    /** The Java that defines the variables, one line each: {@code var z = x1.add(a.mul(x2)).pow(2);}. */
    public String toJava() {
        return definitions.stream().map(Expression::line).collect(Collectors.joining("\n"));
    }

    private static String line(Definition d) {
        var right = d.term() instanceof Term.Literal input
                ? "new Var(" + input.written() + ")"
                : d.term().java();
        return "var " + d.name() + " = " + right + ";";
    }
}
