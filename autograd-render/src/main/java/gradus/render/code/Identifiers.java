package gradus.render.code;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of variables, made of any names, that Java and Python both take and that differ from each other. */
final class Identifiers {

    private static final int LONGEST = 40;

    /** Words of the two languages, and what the code itself refers to. */
    private static final List<String> RESERVED = List.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " final finally float for goto if implements import instanceof int interface long native new"
                            + " package private protected public return short static strictfp super switch synchronized this"
                            + " throw throws transient try void volatile while true false null var record yield sealed"
                            + " permits non_sealed _ and as async await def del elif except from global in is lambda nonlocal"
                            + " not or pass raise with False None True match type print math np abs max min Math Double"
                            + " Tensor Var Node NoGrad Forward forward backward cache clone finalize getClass hashCode notify"
                            + " notifyAll toString wait")
                    .split(" "));

    private final Set<String> taken = new HashSet<>(RESERVED);

    /** A new identifier that looks like this name. */
    String of(String name) {
        return fresh(letters(name));
    }

    /** A new identifier for the gradient by that of {@link #of}. */
    String gradient(String identifier) {
        return fresh("d" + identifier);
    }

    private String fresh(String wanted) {
        var first = RESERVED.contains(wanted) ? wanted + "_" : wanted;
        var candidate = first;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = first + (first.endsWith("_") ? "" : "_") + i;
        }
        return candidate;
    }

    /** Python takes two names for one if they have the same compatible form (NFKC), so this form is taken at once. */
    private static String letters(String name) {
        var text = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .limit(LONGEST)
                .forEach(c -> {
                    if (text.isEmpty() ? Character.isLetter(c) || c == '_' : isPart(c)) {
                        text.appendCodePoint(c);
                    } else if (!text.isEmpty() && text.charAt(text.length() - 1) != '_') {
                        text.append('_');
                    } else if (Character.isDigit(c)) {
                        text.append('v').appendCodePoint(c);
                    }
                });
        while (text.length() > 1 && text.charAt(text.length() - 1) == '_') {
            text.setLength(text.length() - 1);
        }
        return text.isEmpty() || text.toString().equals("_") ? "v" : text.toString();
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
