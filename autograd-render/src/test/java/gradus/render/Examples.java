package gradus.render;

import gradus.autograd.Node;
import gradus.autograd.Tensor;
import gradus.autograd.Var;

/** The graphs that the lectures draw. */
enum Examples {
    /** Row 1.1: z = (x1 + a·x2)². */
    CHAIN_RULE {
        @Override
        Node make() {
            var x1 = new Var(1, "x1");
            var a = new Var(3, "a");
            var x2 = new Var(2, "x2");
            return x1.add(a.mul(x2)).pow(2).named("z");
        }
    },
    /** Row 1.4: f(x, y) = (x + σ(y)) / (σ(x) + (x + y)²), in eight steps. */
    STAGED {
        @Override
        Node make() {
            var x = new Var(3, "x");
            var y = new Var(-4, "y");
            var sigy = y.sigmoid().named("sigy");
            var num = x.add(sigy).named("num");
            var sigx = x.sigmoid().named("sigx");
            var xpy = x.add(y).named("xpy");
            var xpysqr = xpy.pow(2).named("xpysqr");
            var den = sigx.add(xpysqr).named("den");
            var invden = den.inv().named("invden");
            return num.mul(invden).named("f");
        }
    },
    /** x·x: two edges from one node. */
    SQUARE {
        @Override
        Node make() {
            var x = new Var(3, "x");
            return x.mul(x).named("y");
        }
    },
    /** Row 1.6: σ(w0·x0 + w1·x1 + w2) in primitive operations, the circuit of CS231n. */
    CIRCUIT {
        @Override
        Node make() {
            var w0 = new Var(2, "w0");
            var x0 = new Var(-1, "x0");
            var w1 = new Var(-3, "w1");
            var x1 = new Var(-2, "x1");
            var w2 = new Var(-3, "w2");
            var s = w0.mul(x0).add(w1.mul(x1)).add(w2);
            return s.neg().exp().add(1).inv().named("F");
        }
    },
    /** Row 1.8: (a·b) + (a + b). */
    SHARED {
        @Override
        Node make() {
            var a = new Var(2, "a");
            var b = new Var(5, "b");
            return a.mul(b).add(a.add(b)).named("f");
        }
    },
    /** Row 5.1: a linear layer with an activation, and a loss. */
    LAYER {
        @Override
        Node make() {
            var w = Tensor.of(new double[][] {{1, -2, 3}, {0.5, 0.25, -1}}).named("W");
            var x = Tensor.of(1, 2, 3).named("x");
            var b = Tensor.of(0.5, -0.5).named("b");
            var h = w.matmul(x).add(b).sigmoid().named("h");
            return h.mul(h).sum().named("loss");
        }
    };

    abstract Node make();

    Node afterSweep() {
        var node = make();
        node.backward();
        return node;
    }
}
