package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.autograd.Tensor;
import gradus.autograd.Var;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GraphTest {

    @Test
    void gradients_areDashesUntilASweepHasReachedThem() {
        var x = new Var(3, "x");
        var y = x.mul(x).named("y");

        assertThat(Graph.of(y).text())
                .contains("x: value 3.0, gradient —")
                .contains("y = x · x: value 9.0, gradient —");
        y.backward();
        assertThat(Graph.of(y).text()).contains("x: value 3.0, gradient 6.0").contains("gradient 1.0");
    }

    @Test
    void constantsAlone_haveNoHistory_andAreDrawnWithoutGradients() {
        var six = Var.constant(2).mul(3);

        assertThat(Graph.of(six).text())
                .contains("6")
                .doesNotContain("gradient")
                .doesNotContain("·");
        assertThat(Graph.of(six).html()).contains("<img");
    }

    @Test
    void tensorRoot_isDrawn() {
        assertThat(Graph.of(Tensor.randn(1, 3, 4).matmul(Tensor.randn(2, 4)).named("z"))
                        .text())
                .contains("z = u1 u2");
    }

    @Test
    void largeGraph_isToldInCounts() throws IOException {
        var x = new Var(1, "x");
        Var z = x;
        for (int i = 0; i < 50_000; i++) {
            z = z.mul(x).add(1);
        }
        var picture = Graph.of(z.named("z"));

        assertThat(picture.text())
                .startsWith("The graph of z has nodes: 150001, edges: 200000. Up to 200 nodes are listed one by one.")
                .contains("50000  mul")
                .contains("50000  add")
                .contains("50000  constants");
        assertThat(picture.html()).contains("<img");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.png())).getHeight())
                .isGreaterThan(100);
    }

    @Test
    void png_isTwiceTheSizeOfTheDrawing() throws IOException {
        var picture = (GraphPicture) Graph.of(Examples.SQUARE.make());
        var image = ImageIO.read(new ByteArrayInputStream(picture.png()));
        var width = Pattern.compile(" width=\"([0-9.]+)\"").matcher(picture.svg());

        assertThat(width.find()).isTrue();
        assertThat(image.getWidth() / 2.0).isCloseTo(Double.parseDouble(width.group(1)), within(1.0));
    }

    @Test
    void endlessValues_areWrittenAsSuch() {
        var x = new Var(-1, "x");
        assertThat(((GraphPicture) Graph.of(x.log().named("y"))).svg()).contains(">NaN ✗<");
        assertThat(((GraphPicture) Graph.of(x.mul(0).inv().named("y"))).svg()).contains(">−∞ ✗<");
    }
}
