package gradus.autograd;

import java.text.Normalizer;
import java.util.stream.Collectors;

/** Names in the notation of the field. */
public final class Names {

    private static final char MACRON = '\u0304';
    private static final char OVERLINE = '\u0305';

    private Names() {}

    /**
     * The adjoint of a variable in bar notation, x̄ = ∂L/∂x: a bar over the letters of the name, not over its digits, as
     * in x̄1 and l̅o̅s̅s̅.
     */
    public static String bar(String name) {
        long letters = name.codePoints().filter(Character::isLetter).count();
        char mark = letters == 1 ? MACRON : OVERLINE;
        var barred = name.codePoints()
                .mapToObj(c -> Character.isLetter(c) ? Character.toString(c) + mark : Character.toString(c))
                .collect(Collectors.joining());
        // Fonts draw ā better than an a with a bar put over it.
        return Normalizer.normalize(barred, Normalizer.Form.NFC);
    }
}
