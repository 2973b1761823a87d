package gradus.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.autograd.OwnGraph;
import gradus.autograd.Remark;
import gradus.autograd.Remark.Kind;
import gradus.autograd.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A student's own graph is read as it is, and compared with the engine's. */
@NullUnmarked // as students write
@SuppressWarnings({
    "SameNameButDifferent",
    "UnusedVariable",
    "UnusedMethod",
    "ArrayRecordComponent",
    "IdentityHashMapUsage",
    "unused"
}) // read by the names of the fields
class OwnGraphTest {

    private final Map<String, Object> variables = new LinkedHashMap<>();

    /** A node with a list of pairs, and every mistake that a test wants to make. */
    static final class Num {
        final double value;
        Double grad = 0.0;
        final List<Object[]> children = new ArrayList<>();
        String op = "";

        Num(double value) {
            this.value = value;
        }
    }

    private Num num(String name, double value, double grad, Object... children) {
        var num = new Num(value);
        num.grad = grad;
        for (int i = 0; i < children.length; i += 2) {
            num.children.add(new Object[] {children[i], children[i + 1]});
        }
        variables.put(name, num);
        return num;
    }

    private Trace trace(Object root) {
        return Trace.forwardOf(OwnGraph.of(root, variables).root());
    }

    private static List<String> formulas(Trace trace) {
        return trace.forward().stream().map(Trace.ForwardStep::formula).toList();
    }

    private static Remark only(Trace trace, Kind kind) {
        var all = trace.remarks().stream().filter(r -> r.kind() == kind).toList();
        assertThat(all).as("%s", trace.remarks()).hasSize(1);
        return all.get(0);
    }

    private List<String> parting(Object root) {
        return only(trace(root), Kind.PARTING).parts();
    }

    @ParameterizedTest
    @EnumSource
    void everyStyle_isReadAsTheSameGraph(OwnStyles style) {
        var made = style.make();
        var own = OwnGraph.of(Objects.requireNonNull(made.get("f")), made);

        var trace = Trace.of(own.root());

        assertThat(formulas(trace)).containsExactly("v1 = x · y", "v2 = sin(x)", "f = v1 + v2");
        assertThat(trace.remarks()).isEmpty();
        assertThat(own.root().value()).isEqualTo(6.909297426825682, within(1e-6));
        var x = trace.nodes().stream()
                .filter(n -> n.label().equals("x"))
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(x.gradient()).element(0)).isEqualTo(2.5838531634528574, within(1e-6));
    }

    @Test
    void localGradients_tellTwoPlusTwoFromTwoTimesTwo() {
        var x = num("x", 2, 0);
        var y = num("y", 2, 0);

        assertThat(formulas(trace(num("z", 4, 0, 2.0, x, 2.0, y)))).containsExactly("z = x · y");
        assertThat(formulas(trace(num("z", 4, 0, 1.0, x, 1.0, y)))).containsExactly("z = x + y");
    }

    @Test
    void ambiguousOp_isTakenTheSameAndCalledAGuess() {
        var x = num("x", 2, 0);
        var y = num("y", 2, 0);
        var trace = trace(num("z", 4, 0, x, null, y, null));

        assertThat(formulas(trace)).containsExactly("z = x + y");
        assertThat(only(trace, Kind.OP_GUESSED).parts()).containsExactly("z = x + y");
    }

    @Test
    void numberWithoutANode_isFound() {
        var x = num("x", 2, 0);

        assertThat(formulas(trace(num("z", 6, 0, 3.0, x)))).containsExactly("z = x · 3");
        assertThat(formulas(trace(num("z", 7, 0, 1.0, x)))).containsExactly("z = x + 5");
        assertThat(formulas(trace(num("z", -3, 0, 1.0, x)))).containsExactly("z = x − 5");
        assertThat(formulas(trace(num("z", 8, 0, 12.0, x)))).containsExactly("z = x³");
        assertThat(formulas(trace(num("z", 5, 0, -1.0, x)))).containsExactly("z = 7 − x");
        assertThat(formulas(trace(num("z", 5, 0, -2.5, x)))).containsExactly("z = 10 / x");
    }

    @Test
    void manyOperands_areASumOrAProduct() {
        var a = num("a", 2, 0);
        var b = num("b", 3, 0);
        var c = num("c", 4, 0);

        assertThat(formulas(trace(num("z", 9, 0, 1.0, a, 1.0, b, 1.0, c)))).containsExactly("z = a + b + c");
        assertThat(formulas(trace(num("z", 24, 0, 12.0, a, 8.0, b, 6.0, c)))).containsExactly("z = a · b · c");
    }

    @Test
    void unknownOp_keepsTheLocalGradientsThatWereGiven() {
        var x = num("x", 2, 5);
        var y = num("y", 3, 7);
        var trace = trace(num("z", 100, 1, 5.0, x, 7.0, y));

        assertThat(formulas(trace)).containsExactly("z = f(x, y)");
        assertThat(trace.remarks()).extracting(Remark::kind).containsExactly(Kind.OP_UNKNOWN);
    }

    @Test
    void noSweep_isNoMistake() {
        var x = num("x", 3, 0);
        var trace = trace(num("z", 9, 0, 3.0, x, 3.0, x));

        assertThat(trace.remarks()).isEmpty();
        assertThat(trace.nodes()).allSatisfy(n -> assertThat(n.gradient()).isNull());
    }

    @Test
    void partOfALargerGraph_isNotAccused() {
        var x = num("x", 3, 114);
        var s = num("s", 9, 19, 3.0, x, 3.0, x);
        num("z", 90, 1, 19.0, s);

        assertThat(trace(s).remarks()).isEmpty();
    }

    @Test
    void overwrittenContribution_isToldByItsEdge() {
        // x·x with grad = … instead of grad += …
        var x = num("x", 3, 3);
        var z = num("z", 9, 1, 3.0, x, 3.0, x);

        assertThat(parting(z)).containsExactly("OVERWRITTEN", "x", "3", "6", "z", "3");
        assertThat(only(trace(z), Kind.GRADIENT_DIFFERS).parts()).containsExactly("3", "6");
    }

    @Test
    void wrongLocalGradientOfMul_isToldByItsEdge() {
        // mul with its own operand as local gradient
        var x = num("x", 2, 2);
        var y = num("y", 3, 3);
        var z = num("z", 6, 1, 2.0, x, 3.0, y);
        var trace = trace(z);

        assertThat(formulas(trace)).containsExactly("z = x · y");
        assertThat(trace.remarks().stream().filter(r -> r.kind() == Kind.LOCAL_DIFFERS))
                .extracting(Remark::parts)
                .containsExactly(List.of("2", "3", "z", "x"), List.of("3", "2", "z", "y"));
        assertThat(only(trace, Kind.PARTING).parts()).containsExactly("LOCAL", "y", "3", "2", "z", "3", "2");
    }

    @Test
    void onlyTheFirstOfManyWrongGradients_isTheParting() {
        // z = (x·3)², v̄ overwritten by the local gradient's sign: all behind it is wrong too
        var x = num("x", 2, -36);
        var v = num("v", 6, -12, 3.0, x);
        var z = num("z", 36, 1, 6.0, v, 6.0, v);

        assertThat(parting(z)).startsWith("OTHER", "v", "−12", "12");
        assertThat(trace(z).remarks().stream().filter(r -> r.kind() == Kind.GRADIENT_DIFFERS))
                .hasSize(2);
    }

    @Test
    void wrongSign_isToldByItsEdge() {
        // z = x − y, added as if it were x + y
        var x = num("x", 5, 1);
        var y = num("y", 3, 1);
        var z = num("z", 2, 1, x, null, y, null);

        assertThat(formulas(trace(z))).containsExactly("z = x − y");
        assertThat(parting(z)).containsExactly("SIGN", "y", "1", "−1", "z", "−1");
    }

    @Test
    void forgottenUpstreamGradient_isToldByItsEdge() {
        var x = num("x", 2, 3);
        var v = num("v", 6, 5, 3.0, x);
        var z = num("z", 30, 1, 5.0, v);

        assertThat(parting(z)).containsExactly("UPSTREAM", "x", "3", "15", "v", "3", "5");
    }

    @Test
    void depthFirstSweep_isToldToHavePassedOnTooEarly() {
        // s = x², z = s·s + s: s passes on 9 of its 19
        var x = num("x", 3, 54);
        var s = num("s", 9, 19, 3.0, x, 3.0, x);
        var p = num("p", 81, 1, 9.0, s, 9.0, s);
        var z = num("z", 90, 1, 1.0, p, 1.0, s);

        assertThat(parting(z)).containsExactly("OTHER", "x", "54", "114", "", "57 + 57");
    }

    @Test
    void depthFirstSweep_isToldToHavePassedOnTooEarlyOnASingleEdge() {
        // s = 2x, z = s·s + s at x = 3: s̄ = 13, and passed on was 6
        var x = num("x", 3, 12);
        var s = num("s", 6, 13, 2.0, x);
        var p = num("p", 36, 1, 6.0, s, 6.0, s);
        var z = num("z", 42, 1, 1.0, p, 1.0, s);

        assertThat(parting(z)).containsExactly("INCOMPLETE", "x", "12", "26", "s", "6", "13");
    }

    @Test
    void passingOnAtEachVisit_isTold() {
        // s is visited twice, and passes on all that it has each time: 1, then 2
        var x = num("x", 3, 6);
        var s = num("s", 6, 2, 2.0, x);
        var z = num("z", 12, 1, 1.0, s, 1.0, s);

        assertThat(parting(z)).containsExactly("AGAIN", "x", "6", "4", "s", "3", "2");
    }

    @Test
    void twoSweepsWithoutZeroing_areTold() {
        var x = num("x", 3, 12);
        var z = num("z", 9, 2, 3.0, x, 3.0, x);

        assertThat(parting(z)).containsExactly("SEED", "z", "2", "1", "", "2");
        assertThat(trace(z).remarks().stream().filter(r -> r.kind() == Kind.GRADIENT_DIFFERS))
                .hasSize(2);
    }

    @Test
    void secondSweepWithANewSeed_isToldAsMultiple() {
        var x = num("x", 2, 6);
        var z = num("z", 6, 1, 3.0, x);

        assertThat(parting(z)).containsExactly("MULTIPLE", "x", "6", "3", "", "2");
    }

    @Test
    void missingChild_isSuspectedWhereAVariableHasTheNumber() {
        var x = num("x", 2, 3);
        num("y", 3, 0);
        var z = num("z", 6, 1, 3.0, x);

        assertThat(only(trace(z), Kind.CHILD_SUSPECTED).parts()).containsExactly("z = x · 3", "3", "y");
    }

    @Test
    void nothingArrived_isTold() {
        var x = num("x", 2, 3);
        var y = num("y", 3, 0);
        var z = num("z", 6, 1, 3.0, x, 2.0, y);

        assertThat(parting(z)).containsExactly("NOTHING", "y", "0", "2", "z");
    }

    @Test
    void missingContribution_isToldByItsEdge() {
        var x = num("x", 2, 12);
        var a = num("a", 6, 1, 3.0, x);
        var b = num("b", 10, 1, 5.0, x);
        var c = num("c", 14, 1, 7.0, x);
        var z = num("z", 30, 1, 1.0, a, 1.0, b, 1.0, c);

        assertThat(parting(z)).containsExactly("MISSING", "x", "12", "15", "a", "3");
    }

    @Test
    void cycle_isRefusedInWords() {
        var x = num("x", 2, 0);
        var y = num("y", 3, 0, 1.0, x);
        x.children.add(new Object[] {1.0, y});

        assertThatThrownBy(() -> trace(y))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("goes round in a circle");
    }

    @Test
    void childOfItself_isRefusedInWords() {
        var x = num("x", 2, 0);
        x.children.add(new Object[] {1.0, x});

        assertThatThrownBy(() -> trace(x)).hasMessageContaining("is a child of its own");
    }

    @Test
    void nullChild_isNone() {
        var x = num("x", 2, 0);
        var z = num("z", 6, 0, 3.0, x, 0.0, null);

        assertThat(formulas(trace(z))).containsExactly("z = x · 3");
    }

    @Test
    void deepChain_isReadWithoutRecursion() {
        var top = num("x", 1, 0);
        for (int i = 0; i < 100_000; i++) {
            var next = new Num(top.value + 1);
            next.children.add(new Object[] {1.0, top});
            top = next;
        }

        assertThat(OwnGraph.of(top).root().value()).isEqualTo(100_001);
    }

    @Test
    void objectWithoutRoles_isToldWhatIsMissing() {
        assertThat(OwnGraph.isNode("text")).isFalse();
        assertThatThrownBy(() -> OwnGraph.of(new Object() {
                    final double weight = 3;

                    @Override
                    public String toString() {
                        return "weight " + weight;
                    }
                }))
                .hasMessageContaining("is no node of a graph: that has a number (value, val, data, …)");
    }

    @Test
    void elementsOfArraysAndLists_haveTheirNames() {
        var a = new Num(2);
        var b = new Num(3);
        var z = new Num(6);
        z.children.add(new Object[] {3.0, a});
        z.children.add(new Object[] {2.0, b});
        variables.put("w", new Num[] {a});
        variables.put("list", List.of(List.of(b)));

        assertThat(formulas(trace(z))).containsExactly("v1 = w[0] · list[0][0]");
    }
}
