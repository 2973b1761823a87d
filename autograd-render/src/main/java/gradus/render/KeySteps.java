package gradus.render;

import java.util.ArrayList;
import java.util.List;

/** Which steps of a list get an image, if not all of them can. */
final class KeySteps {

    private KeySteps() {}

    /**
     * All steps if their images go into the room; else as many as go in, evenly spread. The first and the last are always
     * among them: the page builds its drawing from the last.
     *
     * @param sizes the bytes of each step's image
     * @param room how many bytes there are
     */
    static List<Integer> choose(List<Integer> sizes, int room) {
        int last = sizes.size() - 1;
        for (int count = sizes.size(); ; count--) {
            var chosen = new ArrayList<Integer>();
            for (int i = 0; i < count; i++) {
                chosen.add(count == 1 ? last : (int) Math.round((double) i * last / (count - 1)));
            }
            if (count <= 2 || chosen.stream().mapToInt(sizes::get).sum() <= room) {
                return chosen;
            }
        }
    }
}
