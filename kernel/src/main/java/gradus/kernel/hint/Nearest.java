package gradus.kernel.hint;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The known word that a mistyped one was meant to be. */
public final class Nearest {

    private static final int SHORT = 3;

    private Nearest() {}

    /** The word that is fewest edits away; null if none is near. Case counts least. */
    public static @Nullable String to(String typed, Collection<String> known) {
        int most = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(each -> !each.equals(typed))
                .filter(each -> typed.length() >= SHORT || each.equalsIgnoreCase(typed))
                .min(Comparator.comparingInt((String each) -> each.equalsIgnoreCase(typed) ? 0 : distance(typed, each))
                        .thenComparing(Comparator.comparingInt(String::length).reversed()) // letters are forgotten
                        .thenComparing(Comparator.naturalOrder()))
                .filter(each -> each.equalsIgnoreCase(typed) || distance(typed, each) <= most)
                .orElse(null);
    }

    /** Insertions, deletions, substitutions, and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
