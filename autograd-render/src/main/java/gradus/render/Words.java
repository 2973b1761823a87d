package gradus.render;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words that pictures show, in the language that was chosen: one bundle file a language, {@code words.properties} for
 * English. Formulas, names and numbers are the same in every language.
 *
 * <pre>{@code
 * Words.of("step.forward", 3)   // ⇒ Forward (3)
 * }</pre>
 */
public final class Words {

    private static final String BUNDLE = "gradus.render.words";

    /** The languages that there is a bundle for, English first. */
    public static final List<String> LANGUAGES = List.of("en", "cs", "ro", "ru");

    private static volatile ResourceBundle words = bundle("en");

    private Words() {}

    /**
     * Chooses the language of all pictures from now on.
     *
     * @param language one of {@link #LANGUAGES}
     * @throws IllegalArgumentException if there is no bundle for it
     */
    public static void language(String language) {
        var wanted = language.toLowerCase(Locale.ROOT);
        if (!LANGUAGES.contains(wanted)) {
            throw new IllegalArgumentException(
                    "there is no language \"" + language + "\"; these are: " + String.join(", ", LANGUAGES));
        }
        words = bundle(wanted);
    }

    /** The language of pictures now, one of {@link #LANGUAGES}. */
    public static String language() {
        var language = words.getLocale().getLanguage();
        return language.isEmpty() ? "en" : language;
    }

    /**
     * A phrase.
     *
     * @param key its name in the bundle
     * @param parts what stands for {0}, {1}, … in it
     * @throws IllegalArgumentException if no bundle has it: a mistake in Gradus itself
     */
    public static String of(String key, Object... parts) {
        return fill(pattern(key), parts);
    }

    /** A phrase in English, with its places. */
    static String english(String key) {
        return bundle("en").getString(key);
    }

    private static String pattern(String key) {
        try {
            return words.getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("the bundle of words has no " + key, e);
        }
    }

    /** In one pass, so that a part that holds "{1}" stays as it is. */
    private static String fill(String pattern, Object... parts) {
        var text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            boolean place = pattern.charAt(i) == '{'
                    && i + 2 < pattern.length()
                    && pattern.charAt(i + 2) == '}'
                    && Character.isDigit(pattern.charAt(i + 1));
            if (place) {
                text.append(parts[pattern.charAt(i + 1) - '0']);
                i += 2;
            } else {
                text.append(pattern.charAt(i));
            }
        }
        return text.toString();
    }

    /** English is the root bundle: what another bundle lacks, and not the language of the machine. */
    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                BUNDLE, language.equals("en") ? Locale.ROOT : Locale.forLanguageTag(language), Words.class.getModule());
    }
}
