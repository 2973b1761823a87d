package gradus.kernel.work;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a whole POM of the parts that notebooks write: dependencies, repositories, properties. */
final class PomText {

    private static final Pattern PROJECT = Pattern.compile("<project[\\s>]");
    private static final String HEAD = "<project><modelVersion>4.0.0</modelVersion>";
    private static final String NAME = "<groupId>notebook</groupId><artifactId>cell</artifactId><version>1</version>";

    private PomText() {}

    static String whole(String text) {
        if (PROJECT.matcher(text).find()) {
            return text;
        }
        String bare = text.replaceAll("<modelVersion>.*?</modelVersion>", "");
        String wrapped = gathered(gathered(bare, "dependency", "dependencies"), "repository", "repositories");
        return HEAD + NAME + wrapped + "</project>";
    }

    /** Puts elements that stand alone into the list that they belong to. */
    private static String gathered(String text, String element, String list) {
        if (text.contains("<" + list + ">")) {
            return text;
        }
        Matcher each =
                Pattern.compile("(?s)<" + element + ">.*?</" + element + ">").matcher(text);
        var found = new StringBuilder();
        String rest = each.replaceAll(match -> {
            found.append(match.group());
            return "";
        });
        return found.isEmpty() ? text : rest + "<" + list + ">" + found + "</" + list + ">";
    }
}
