package gradus.kernel.hint;

import java.util.Locale;

/** Letters of other alphabets that look like Latin ones. */
final class LookAlike {

    /** Greek and Cyrillic ones, each above the Latin one that is drawn like it. */
    private static final String OTHERS = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονАВЕКМНОРСТУХЅІЈаеорсухѕіјԁһ";

    private static final String LATIN = "ABEZHIKMNOPTYXovABEKMHOPCTYXSIJaeopcyxsijdh";

    private LookAlike() {}

    /** The name as it looks. */
    static String plain(String name) {
        var plain = new StringBuilder();
        name.codePoints().forEach(each -> {
            int at = OTHERS.indexOf(each);
            plain.appendCodePoint(at < 0 ? each : LATIN.charAt(at));
        });
        return plain.toString();
    }

    /** What is wrong with a name that looks like another. */
    static String advice(String name) {
        int odd = name.codePoints()
                .filter(each -> !plain(Character.toString(each)).equals(Character.toString(each)))
                .findFirst()
                .orElseThrow();
        String unicode = String.valueOf(Character.getName(odd)).toLowerCase(Locale.ROOT);
        return "This name only looks like " + plain(name) + ": a letter in it is another one (" + unicode
                + "). Type it anew";
    }
}
