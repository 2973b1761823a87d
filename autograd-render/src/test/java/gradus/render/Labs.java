package gradus.render;

import gradus.autograd.Tensor;
import gradus.autograd.UnaryOp;
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
    };

    abstract Picture make();

    static String svg(Picture picture) {
        return picture instanceof Plot plot ? plot.svg() : ((Figure) picture).svg();
    }
}
