package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import gradus.autograd.Node;
import gradus.autograd.Op;
import gradus.autograd.OpLog;
import gradus.autograd.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures in other languages: nothing that English puts into them is left. */
class LanguagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{3,}");
    private static final Pattern IMAGE = Pattern.compile("data:image/svg\\+xml;base64,([^\"]*)");
    private static final Pattern DATA = Pattern.compile("(?s)<script type=\"application/json\"[^>]*>(.*?)</script>");

    @ParameterizedTest
    @ValueSource(strings = {"cs", "ro", "ru"})
    void graph_hasNoEnglishWord(String language) {
        assertTranslated(language, () -> Graph.of(Examples.STAGED.afterSweep()), "graph.title", "graph.value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cs", "ro", "ru"})
    void stepper_hasNoEnglishWord(String language) {
        assertTranslated(
                language,
                () -> Stepper.of(Examples.LAYER.make()),
                "step.forward",
                "step.backward",
                "step.contribution",
                "value.shape",
                "page.last",
                "page.jacobian");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cs", "ro", "ru"})
    void chart_hasNoEnglishWord(String language) {
        assertTranslated(language, Labs.INITHIST::make, "inithist.values", "inithist.mean", "inithist.saturated");
    }

    /** Names of functions, of keys and of languages, and those of the examples. */
    private static final Set<String> NAMES =
            Set.of(("NaN ReLU Linear Sequential Tanh Xavier xavier Enter Tab randn fan relu tanh sigmoid sin"
                            + " loss epoch fit measured sigy num sigx xpy xpysqr den invden")
                    .split(" "));

    /** In another alphabet every English word is seen, also one that is in no bundle. */
    @Test
    void picturesInRussian_haveNoEnglish() {
        var pictures = new LinkedHashMap<String, Supplier<Picture>>();
        for (var example : Examples.values()) {
            pictures.put("graph of " + example, () -> Graph.of(example.afterSweep()));
            pictures.put("stepper of " + example, () -> Stepper.of(example.make()));
            pictures.put("questions of " + example, () -> Stepper.of(example.make(), Steps.ALL.predict()));
        }
        for (var style : GraphStyle.values()) {
            pictures.put(
                    "graph as " + style,
                    () -> Graph.of(Examples.LAYER.afterSweep(), GraphOptions.DEFAULT.style(style)));
        }
        for (var lab : Labs.values()) {
            pictures.put(lab.name(), lab::make);
        }
        for (var own : OwnPictures.values()) {
            pictures.put("own " + own, () -> Graph.of(own.node()));
        }
        pictures.put(
                "derivation",
                () -> new TextPicture(List.of(Derivation.of(large()).toString())));
        pictures.put("ops", () -> logged(LanguagesTest::large));
        pictures.put(
                "tensor",
                () -> new TextPicture(
                        List.of(TensorTable.of(Tensor.randn(1, 30, 30).named("W"))
                                .html()
                                .replaceAll("<[^>]*>", " "))));
        var ops = Op.catalogue().stream().map(Op::id).collect(Collectors.toSet());
        pictures.forEach((name, picture) -> assertThat(
                        ENGLISH.matcher(shown("ru", picture)).results().map(MatchResult::group))
                .as(name)
                .allMatch(word -> NAMES.contains(word) || ops.contains(word)));
    }

    private static Node large() {
        var w = Tensor.randn(1, 30, 30).named("W");
        return w.matmul(Tensor.randn(2, 30, 2).named("x")).sum().named("loss");
    }

    private static Picture logged(Runnable program) {
        var log = OpLog.start(name -> name.startsWith("gradus.render.LanguagesTest"));
        program.run();
        log.close();
        return OpTable.of(log, place -> new OpTable.Source("", ""));
    }

    private static void assertTranslated(String language, Supplier<Picture> picture, String... some) {
        var english = shown("en", picture);
        var translated = shown(language, picture);
        var words = bundle("");
        var used = words.keySet().stream()
                .filter(key -> !parts(words.getString(key)).isEmpty())
                .filter(key -> parts(words.getString(key)).stream().allMatch(part -> has(english, part)))
                .toList();

        // Some words are the same in both languages, such as "gradient": then other phrases have them too.
        var own = bundle(language);
        var all = words.keySet().stream()
                .map(key -> own.getString(key).equals(words.getString(key)) ? "" : own.getString(key))
                .collect(Collectors.joining("\n"));

        assertThat(used).contains(some);
        assertThat(some)
                .allSatisfy(key -> assertThat(parts(own.getString(key)))
                        .allSatisfy(part -> assertThat(translated).contains(part)));
        assertThat(used)
                .allSatisfy(key -> assertThat(parts(words.getString(key)))
                        .filteredOn(part -> !has(all, part))
                        .allSatisfy(part -> assertThat(has(translated, part))
                                .as("\"%s\" in %s", part, translated)
                                .isFalse()));
    }

    /** What stands between the places of a phrase, where it has a word. */
    private static List<String> parts(String phrase) {
        return Arrays.stream(PLACE.split(phrase))
                .map(String::strip)
                .filter(part -> WORD.matcher(part).find())
                .toList();
    }

    private static boolean has(String text, String part) {
        return Pattern.compile(
                        "(?U)" + (Character.isLetter(part.charAt(0)) ? "\\b" : "") + Pattern.quote(part) + "(?!\\p{L})")
                .matcher(text)
                .find();
    }

    /** All that a reader may see or hear of a picture: its text, its page, its images, and what the page says later. */
    private static String shown(String language, Supplier<Picture> picture) {
        Words.language(language);
        try {
            var html = picture.get().html();
            var images = IMAGE.matcher(html)
                    .results()
                    .map(m -> new String(Base64.getDecoder().decode(m.group(1)), StandardCharsets.UTF_8));
            var data = DATA.matcher(html)
                    .results()
                    .flatMap(m -> strings(JsonParser.parseString(m.group(1)).getAsJsonObject()));
            return Stream.of(Stream.of(picture.get().text(), visible(html)), images.map(LanguagesTest::visible), data)
                    .flatMap(s -> s)
                    .collect(Collectors.joining("\n"));
        } finally {
            Words.language("en");
        }
    }

    private static String visible(String markup) {
        return markup.replaceAll("(?s)<(script|style).*?</\\1>", "")
                .replaceAll("<[^>]*?\\b(?:alt|aria-label)=\"([^\"]*)\"[^>]*>", "$1\n")
                .replaceAll("<[^>]*>", "\n")
                .replace("&#39;", "'");
    }

    private static Stream<String> strings(JsonElement json) {
        if (json.isJsonObject()) {
            return json.getAsJsonObject().entrySet().stream()
                    .filter(e -> !e.getKey().equals("m") && !e.getKey().equals("program"))
                    .flatMap(e -> strings(e.getValue()));
        }
        if (json.isJsonArray()) {
            return StreamSupport.stream(json.getAsJsonArray().spliterator(), false)
                    .flatMap(LanguagesTest::strings);
        }
        return json.isJsonPrimitive() ? Stream.of(json.getAsString()) : Stream.empty();
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "gradus.render.words",
                language.isEmpty() ? Locale.ROOT : Locale.forLanguageTag(language),
                Words.class.getModule());
    }
}
