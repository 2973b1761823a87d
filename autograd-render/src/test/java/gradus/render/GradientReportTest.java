package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Var;
import org.junit.jupiter.api.Test;

class GradientReportTest {

    @Test
    void differenceWithoutError_hasASentenceInPlaceOfAnEmptyChart() {
        var p = new Var(2, "p");
        var q = new Var(0, "q");
        var r = new Var(5, "r");
        var exact = GradientReport.of(() -> Var.product(p, q, r), p, q, r);
        assertThat(exact.html()).contains("there is none to draw");
        assertThat(GradientReport.of(() -> p.sin(), p).html()).doesNotContain("there is none to draw");
    }
}
