package gradus.render.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class SvgTest {

    /** In SVG a closed outline ends where it began, and what follows is counted from there. */
    @Test
    void secondOutline_isCountedFromTheStartOfTheFirst() {
        var two = new Path2D.Double(new Rectangle2D.Double(10, 10, 5, 5));
        two.append(new Rectangle2D.Double(30, 10, 5, 5), false);

        assertThat(Svg.path(two)).startsWith("M10 10l").contains("zm20 0l");
    }
}
