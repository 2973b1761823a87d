package gradus.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Which steps of a list get an image, if not all of them can. */
final class KeySteps {

    private KeySteps() {}

    /**
     * All steps if their images go into the room; else as many as go in, evenly spread. The first and the last are always
     * among them: the page builds its drawing from the last.
     *
     * @param steps how many there are
     * @param size the bytes of a step's image; asked only for images that may be chosen, since drawing them takes time
     * @param room how many bytes there are
     */
    static List<Integer> choose(int steps, IntUnaryOperator size, int room) {
        int last = steps - 1;
        int most = Math.max(0, room) / Math.max(1, size.applyAsInt(last / 2)) + 2;
        for (int count = Math.min(steps, most); ; count--) {
            var chosen = new ArrayList<Integer>();
            for (int i = 0; i < count; i++) {
                chosen.add(count == 1 ? last : (int) Math.round((double) i * last / (count - 1)));
            }
            if (count <= 2 || chosen.stream().mapToInt(size::applyAsInt).sum() <= room) {
                return chosen;
            }
        }
    }
}
