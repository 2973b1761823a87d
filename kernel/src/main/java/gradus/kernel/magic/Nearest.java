package gradus.kernel.magic;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The known word that a mistyped one was meant to be. */
final class Nearest {

    private Nearest() {}

    /** The word that is fewest edits away; null if none is near. */
    static @Nullable String to(String typed, List<String> known) {
        int most = Math.max(1, typed.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(typed, each)))
                .filter(each -> distance(typed, each) <= most)
                .orElse(null);
    }

    /** Levenshtein's distance: insertions, deletions and substitutions. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
