package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void text_isWholeUpToAThousandElements() {
        assertThat(Excerpt.ofText(new Shape(100, 10)).places(0)).hasSize(100);
        assertThat(Excerpt.ofText(new Shape(143, 7)).places(0)).containsExactly(0, 1, 2, Excerpt.GAP, 140, 141, 142);
        assertThat(Excerpt.ofText(new Shape(200, 6)).places(1)).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void table_isWholeUpToItsLongestAxis() {
        var excerpt = Excerpt.ofTable(new Shape(10, 11), 10);
        assertThat(excerpt.places(0)).hasSize(10).doesNotContain(Excerpt.GAP);
        assertThat(excerpt.places(1)).containsExactly(0, 1, 2, Excerpt.GAP, 8, 9, 10);
    }

    @Test
    void table_showsSixOfManyMatrices() {
        assertThat(Excerpt.ofTable(new Shape(7, 2, 2), 10).places(0)).containsExactly(0, 1, 2, Excerpt.GAP, 4, 5, 6);
    }

    @Test
    void elements_areThoseOfAllShownPlaces() {
        var shape = new Shape(2, 8);
        var counted = Value.of(shape, IntStream.range(0, 16).asDoubleStream().toArray());
        assertThat(Excerpt.ofTable(shape, 6).of(counted)).containsExactly(0, 1, 2, 5, 6, 7, 8, 9, 10, 13, 14, 15);
    }
}
