package gradus.kernel.jshell;

import gradus.autograd.Node;
import gradus.autograd.Op;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The row of the catalogue of ops that stands behind a method of {@code Var} or {@code Tensor}. */
final class OpRules {

    private static final Set<String> OPERANDS = Set.of("Var", "Tensor", "Node", "double");
    private static final List<String> NAMES = List.of("x", "y");
    private static final List<String> ADJOINTS = List.of("x̄", "ȳ");
    private static final List<String> MANY = List.of("x₁", "x₂", "…", "xₙ");

    private OpRules() {}

    /**
     * Formula, gradients, domain and edges, a line each; empty where the method is no op.
     *
     * @param owner the class of the method
     */
    static List<String> of(Class<?> owner, Signature method) {
        if (!Node.class.isAssignableFrom(owner)) {
            return List.of();
        }
        boolean isVariadic = method.text().contains("...");
        int arity = isVariadic
                ? Op.VARIADIC
                : 1 + (int) method.types().stream().filter(OPERANDS::contains).count();
        return Op.catalogue().stream()
                .filter(each -> each.id().equals(method.name()) && each.arity() == arity)
                .findFirst()
                .map(OpRules::lines)
                .orElse(List.of());
    }

    private static List<String> lines(Op op) {
        List<String> names = op.arity() == Op.VARIADIC ? MANY : NAMES.subList(0, op.arity());
        Stream<String> formula =
                Stream.of("z = " + op.expression(names) + (names.equals(MANY) ? "" : ", where x is this"));
        Stream<String> gradients = IntStream.range(0, op.arity() == Op.VARIADIC ? 1 : op.arity())
                .mapToObj(i -> op.isElementwise()
                        ? "∂z/∂" + names.get(i) + " = " + op.gradient(i, names, "z")
                        : ADJOINTS.get(i) + " += " + op.gradient(i, names, "z").replace("{z̄}", "z̄"));
        Stream<String> domain = Stream.of("domain: " + op.rule().domain());
        Stream<String> edges =
                Stream.of(op.rule().edges()).filter(each -> !each.isEmpty()).map(each -> "at kinks and edges: " + each);
        return Stream.of(formula, gradients, domain, edges)
                .flatMap(each -> each)
                .collect(Collectors.toList());
    }
}
