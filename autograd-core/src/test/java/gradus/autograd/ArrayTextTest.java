package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArrayTextTest {

    /** Arrays as NumPy itself prints them; the resource names the version, and src/test/python how it was made. */
    @TestFactory
    Stream<DynamicTest> array_isPrintedAsByNumPy() throws IOException {
        try (var resource = Objects.requireNonNull(getClass().getResourceAsStream("numpy-arrays.txt"))) {
            var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            var arrays = text.split("(?m)^---\\|", -1);
            assertThat(arrays).hasSizeGreaterThan(70);
            return Arrays.stream(arrays).skip(1).map(ArrayTextTest::comparison);
        }
    }

    private static DynamicTest comparison(String array) {
        int head = array.indexOf('\n');
        var fields = array.substring(0, head).split("\\|", -1);
        var shape = new Shape(Arrays.stream(fields[2].split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray());
        var given = Arrays.stream(fields[3].split(" ", -1))
                .mapToDouble(ArrayTextTest::number)
                .toArray();
        var elements = new double[shape.size()];
        Arrays.setAll(elements, k -> given[k % given.length]);
        var expected = array.substring(head + 1, array.length() - 1);
        return DynamicTest.dynamicTest(
                fields[0],
                () -> assertThat(ArrayText.of(fields[1], Value.of(shape, elements)))
                        .isEqualTo(expected));
    }

    private static double number(String python) {
        return switch (python) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(python);
        };
    }

    @Test
    void scalar_isWrittenInFull() {
        assertThat(ArrayText.of("x = ", Value.of(1 / 3.0))).isEqualTo("x = 0.3333333333333333");
    }

    @Test
    void emptyArray_tellsItsShape() {
        assertThat(ArrayText.of(Value.of(Tensor.zeros(0)))).isEqualTo("[]");
        assertThat(ArrayText.of("W = ", Value.of(Tensor.zeros(2, 0, 3)))).isEqualTo("W = [] of shape 2×0×3");
    }

    /** Names may hold characters that Java counts as two. */
    @Test
    void furtherLines_standUnderTheFirst() {
        var text = ArrayText.of("😀 = ", Value.of(Tensor.of(new double[][] {{1}, {2}})));
        assertThat(text).isEqualTo("😀 = [[1.],\n     [2.]]");
    }
}
