package gradus.render;

import gradus.autograd.Context;
import gradus.autograd.ScalarFunction;
import gradus.autograd.Tensor;
import gradus.autograd.UnaryOp;
import gradus.autograd.Var;
import gradus.autograd.init.DeepNet;
import gradus.autograd.init.Initialization;
import gradus.autograd.nn.Linear;
import gradus.autograd.nn.ReLU;
import gradus.autograd.nn.Sequential;
import gradus.autograd.nn.Tanh;
import java.util.List;

/** The charts that the lectures need, small enough for golden files. */
enum Labs {
    /** Row 7.3: the loss of linear regression, by a log axis. */
    PLOT_LOSS {
        @Override
        Picture make() {
            return Plot.of("loss", List.of(980.0, 646.588709, 427.493018, 283.426078, 188.612226, 126.139359))
                    .log()
                    .x("epoch");
        }
    },
    /** Row 7.7: points, and the curve fitted to them. */
    PLOT_FIT {
        @Override
        Picture make() {
            var x = new double[12];
            var y = new double[12];
            for (int i = 0; i < x.length; i++) {
                x[i] = i * 0.5;
                y[i] = Math.sin(x[i]) + 0.1 * Math.cos(37 * i);
            }
            return Plot.points("measured", x, y)
                    .and("sin x", Math::sin, 0, 5.5)
                    .and("x − x³/6", t -> t - t * t * t / 6, 0, 2.5)
                    .title("A fit")
                    .x("x")
                    .y("y");
        }
    },
    /** Row 8.2, on a smaller net. */
    INITHIST {
        @Override
        Picture make() {
            return InitHistogram.of(
                    new DeepNet(6, 40, 50, UnaryOp.TANH, 0),
                    Initialization.lecture().toArray(Initialization[]::new));
        }
    },
    /** Row 8.3: values and gradients of ReLU. */
    INITHIST_RELU {
        @Override
        Picture make() {
            return InitHistogram.both(
                    new DeepNet(6, 40, 50, UnaryOp.RELU, 0), Initialization.XAVIER, Initialization.HE);
        }
    },
    /** A net of the student's own. */
    INITHIST_NET {
        @Override
        Picture make() {
            return InitHistogram.of(
                    new Sequential(
                            new Linear(2, 16, Initialization.HE, 1),
                            new Tanh(),
                            new Linear(16, 16, Initialization.HE, 2),
                            new ReLU(),
                            new Linear(16, 1, Initialization.HE, 3)),
                    Tensor.randn(5, 100, 2));
        }
    },
    /** Row 6.1, on the function of row 4.1. */
    CHECK {
        @Override
        Picture make() {
            var x = new Var(2, "x");
            var y = new Var(3, "y");
            return GradientReport.of(x.mul(y).add(x.sin()));
        }
    },
    /** A wrong gradient, one at a kink, and names that take room. */
    CHECK_WRONG {
        @Override
        Picture make() {
            class Wrong implements ScalarFunction {
                @Override
                public double forward(Context cache, double... x) {
                    cache.save(x[0]);
                    return x[0] * x[0];
                }

                @Override
                public Double[] backward(Context cache, double upstream) {
                    return new Double[] {upstream * cache.number(0)};
                }
            }
            var a = new Var(3, "a");
            var b = new Var(1e-6, "b");
            var w = Tensor.of(new double[][] {{1, -2}, {0.5, 4}}).named("W");
            return GradientReport.of(
                    new Wrong().apply(a).add(b.relu()).add(w.tanh().sum()));
        }
    },
    /** Row 5.2: the Jacobian of an elementwise function is diagonal. */
    JACOBIAN_DIAGONAL {
        @Override
        Picture make() {
            var x = Tensor.of(-1, 0, 2, 5).named("x");
            return JacobianPicture.of(x.sigmoid().named("y"), x);
        }
    },
    /** Row 5.1: W and x of a linear layer side by side. */
    JACOBIAN_LINEAR {
        @Override
        Picture make() {
            var w = Tensor.of(new double[][] {{1, -2, 3}, {0.5, 0.25, -1}}).named("W");
            var x = Tensor.of(1, -2, 3).named("x");
            return JacobianPicture.of(w.matmul(x).named("z"), w, x);
        }
    },
    /** Larger than a screen. */
    JACOBIAN_LARGE {
        @Override
        Picture make() {
            var x = Tensor.randn(1, 70).named("x");
            return JacobianPicture.of(x.softmax(0).named("p"), x);
        }
    },
    /** Row 1.9 on a shared node. */
    VISITS {
        @Override
        Picture make() {
            var x = new Var(2, "x");
            var a = x.mul(x).named("a");
            var b = a.add(a).named("b");
            return VisitCounts.of(b.mul(a).add(x.sin()).named("f"));
        }
    },
    /** Row 1.9: 2ⁿ against n. */
    VISITS_LADDER {
        @Override
        Picture make() {
            return VisitCounts.ladder(16);
        }
    },
    /** Row 7.6. */
    ACTIVATIONS {
        @Override
        Picture make() {
            return Activations.of(UnaryOp.SIGMOID, UnaryOp.TANH, UnaryOp.RELU);
        }
    },
    /** Row 7.4: too small, right, too large. */
    CONTOUR {
        @Override
        Picture make() {
            var w = new Var(-2, "w");
            var b = new Var(2, "b");
            var loss = w.mul(w).mul(3).add(b.mul(b)).add(w.mul(b)).named("loss");
            return Contour.of(loss, w, b).steps(20);
        }
    },
    /** Row 7.5, layers. */
    DEPTH_LAYERS {
        @Override
        Picture make() {
            return Depth.ofLayers(12, 40, UnaryOp.SIGMOID, UnaryOp.TANH, UnaryOp.RELU);
        }
    },
    /** Row 7.5, a recurrent net. */
    DEPTH_STEPS {
        @Override
        Picture make() {
            return Depth.ofSteps(40, 20, 0.5, 0.9, 1.1, 1.5);
        }
    };

    abstract Picture make();

    static String svg(Picture picture) {
        return picture instanceof Plot plot
                ? plot.svg()
                : picture instanceof Contour contour ? contour.svg() : ((Figure) picture).svg();
    }
}
