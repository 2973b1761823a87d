package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.autograd.nn.Layer;
import gradus.autograd.nn.Linear;
import gradus.autograd.nn.MLP;
import gradus.autograd.nn.MSELoss;
import gradus.autograd.nn.Sequential;
import gradus.autograd.nn.Tanh;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static List<String> scopesOfResults(Node root) {
        return Trace.forwardOf(root).nodes().stream()
                .filter(n -> n.op() != null)
                .map(n -> String.join("/", n.scope()))
                .toList();
    }

    @Test
    void withoutScopes_nodesAreInNone() {
        var x = new Var(2);
        assertThat(scopesOfResults(x.mul(x).add(1))).containsExactly("", "");
    }

    @Test
    void resultsOfAScope_bearItsName_andLeavesDoNot() {
        var x = new Var(2);
        var inside = Scope.run("part", () -> x.mul(x).add(new Var(1)));
        assertThat(Trace.forwardOf(inside.exp()).nodes().stream().map(n -> String.join("/", n.scope())))
                .containsExactly("", "part", "", "part", "");
    }

    @Test
    void scopes_lieInEachOther() {
        var x = new Var(2);
        Var y;
        try (var outer = Scope.of("outer")) {
            assertThat(outer).isNotNull();
            var before = x.mul(2);
            y = Scope.run("inner", before::exp).add(1);
        }
        assertThat(scopesOfResults(y)).containsExactly("outer", "outer/inner", "outer");
    }

    @Test
    void scopesOfOneName_areNumbered() {
        var x = new Var(2);
        var y = Scope.run("part", () -> x.mul(x));
        var z = Scope.run("part", () -> y.mul(y));
        assertThat(scopesOfResults(z)).containsExactly("part 1", "part 2");
    }

    @Test
    void scopeThatMadeNothingOfTheGraph_takesNoNumber() {
        var x = new Var(2);
        Scope.run("part", () -> x.mul(5));
        assertThat(scopesOfResults(Scope.run("part", () -> x.mul(x)))).containsExactly("part");
    }

    @Test
    void openScope_isKnownAlready() {
        var x = new Var(2);
        try (var open = Scope.of("open")) {
            assertThat(open).isNotNull();
            assertThat(scopesOfResults(x.mul(x))).containsExactly("open");
        }
    }

    @Test
    void failure_closesTheScope() {
        var x = new Var(2);
        assertThatThrownBy(() -> Scope.run("fails", () -> {
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(scopesOfResults(x.mul(x))).containsExactly("");
    }

    @Test
    void scopeClosedTwice_isClosedOnce() {
        var x = new Var(2);
        var outer = Scope.of("outer");
        var inner = Scope.of("inner");
        inner.close();
        inner.close();
        var y = x.mul(x);
        outer.close();
        assertThat(scopesOfResults(y)).containsExactly("outer");
    }

    @Test
    void outerScopeClosed_closesThoseLeftOpenInside() {
        var x = new Var(2);
        var outer = Scope.of("outer");
        Scope.of("forgotten");
        var y = x.mul(x);
        outer.close();
        assertThat(scopesOfResults(y.exp())).containsExactly("outer/forgotten", "");
    }

    /** A block of the clock has 4096 stamps: this takes several, with those of another thread between them. */
    @Test
    void scopeOverManyBlocks_holdsNothingOfOtherThreads() throws InterruptedException {
        var x = new Var(1);
        var elsewhere = new ArrayList<Var>();
        Var y = x;
        try (var scope = Scope.of("long")) {
            assertThat(scope).isNotNull();
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < 5000; k++) {
                    y = y.add(x);
                }
                var other = new Thread(() -> {
                    Var z = new Var(1);
                    for (int k = 0; k < 5000; k++) {
                        z = z.add(z);
                    }
                    elsewhere.add(z);
                });
                other.start();
                other.join();
            }
        }
        assertThat(scopesOfResults(y)).hasSize(15_000).containsOnly("long");
        assertThat(scopesOfResults(elsewhere.get(1))).hasSize(5000).containsOnly("");
    }

    @Test
    void longTraining_forgetsTheOldScopes_andKeepsTheNew() {
        var x = new Var(2);
        var old = Scope.run("old", () -> x.mul(x));
        Var last = old;
        for (int i = 0; i < 2 * ScopeLog.MOST; i++) {
            last = Scope.run("step", () -> x.mul(x));
        }
        assertThat(scopesOfResults(old)).containsExactly("");
        assertThat(scopesOfResults(last)).containsExactly("step");
    }

    @Test
    void layers_openScopesOfTheirOwn() {
        var net = new MLP(2, 3, 1);
        var loss = new MSELoss()
                .apply(
                        net.forward(Tensor.zeros(4, 2).detach()),
                        Tensor.zeros(4, 1).detach());
        assertThat(scopesOfResults(loss).stream().distinct())
                .containsExactly("MLP/Linear(2 → 3)", "MLP/Tanh", "MLP/Linear(3 → 1)", "MSELoss");
    }

    @Test
    void layerUsedTwice_isTwoScopes() {
        var layer = new Linear(2, 2);
        var x = Tensor.of(1, 2);
        assertThat(scopesOfResults(layer.apply(layer.forward(x))).stream().distinct())
                .containsExactly("Linear(2 → 2) 1", "Linear(2 → 2) 2");
    }

    @Test
    void studentsLayer_hasAScopeWhereItIsApplied() {
        class Doubled extends Layer {
            @Override
            public Tensor forward(Tensor x) {
                return x.mul(2).add(1);
            }
        }
        var net = new Sequential(new Doubled(), new Tanh());
        assertThat(scopesOfResults(net.forward(Tensor.of(1, 2))))
                .containsExactly("Sequential/Doubled", "Sequential/Doubled", "Sequential/Tanh");
    }

    @Test
    void withoutRecording_noScopeIsKept() {
        var x = new Var(2);
        var kept = Scope.run("kept", () -> x.mul(x));
        for (int i = 0; i < 2 * ScopeLog.MOST; i++) {
            NoGrad.run(() -> Scope.run("evaluation", () -> x.mul(x)));
        }
        assertThat(scopesOfResults(kept)).containsExactly("kept");
    }
}
