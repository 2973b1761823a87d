package gradus.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.autograd.Var;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Completion;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Prose;
import gradus.render.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MagicsTest {

    private final FakeSession session = new FakeSession();

    private @Nullable Object run(String name, String arguments) throws CellFailure {
        return Magics.run(new Piece.MagicCall(name, arguments, "", 1, 0), session);
    }

    private String text(String name, String arguments) throws CellFailure {
        return run(name, arguments) instanceof MimeBundle bundle ? bundle.text() : "";
    }

    private ErrorReport failure(String name, String arguments) {
        return catchThrowableOfType(CellFailure.class, () -> run(name, arguments))
                .report();
    }

    @Test
    void everyMagic_hasNameDescriptionAndExample() {
        assertThat(Magics.all()).allSatisfy(each -> {
            assertThat(each.name()).matches("%%?[a-z]+");
            assertThat(each.description()).endsWith(".");
            assertThat(each.example()).startsWith(each.name());
            assertThat(Magics.usage(each)).startsWith("Usage: " + each.name());
            assertThat(Magics.usage(each).lines().takeWhile(line -> !line.startsWith("Example: ")))
                    .allMatch(line -> line.length() <= Prose.TERMINAL);
        });
    }

    @Test
    void names_areUnique() {
        assertThat(Magics.all().stream().map(Magic::name)).doesNotHaveDuplicates();
    }

    @Test
    void wrongArgument_getsReasonAndUsage() {
        ErrorReport report = failure("%who", "me");
        assertThat(report.name()).isEqualTo("UsageError");
        assertThat(report.message()).isEqualTo("%who: Unmatched argument at index 0: 'me'");
        assertThat(String.join("\n", report.traceback())).contains("Usage: %who", "Example: %who");
    }

    @Test
    void mistypedMagic_getsTheNearestName() {
        assertThat(failure("%whho", "").message()).isEqualTo("There is no magic %whho. Did you mean %who?");
    }

    @Test
    void unknownMagic_isSentToTheList() {
        assertThat(failure("%frobnicate", "").message())
                .isEqualTo("There is no magic %frobnicate. %lsmagic lists them all.");
    }

    @Test
    void who_listsTypesAndNames() throws CellFailure {
        session.variables.put("x", 1);
        session.variables.put("word", "a");
        assertThat(text("%who", "")).isEqualTo("Integer x\nString word");
    }

    @Test
    void lang_choosesTheLanguageOfPictures() throws CellFailure {
        try {
            assertThat(text("%lang", "cs")).isEqualTo("Jazyk obrázků: čeština (cs).");
            assertThat(text("%lang", "")).contains("čeština");
            assertThat(text("%reset", "")).isEqualTo("Vše, co jste deklarovali, je zapomenuto.");
            assertThat(failure("%lang", "xx").message()).contains("en, cs, ro, ru");
        } finally {
            run("%lang", "en");
        }
        assertThat(text("%lang", "")).contains("English");
    }

    @Test
    void code_isWrittenInTheLanguagesAskedFor() throws CellFailure {
        session.variables.put("f", new Var(3, "x").mul(2).named("f"));
        assertThat(run("%code", "f"))
                .isInstanceOfSatisfying(
                        Picture.class, picture -> assertThat(picture.text()).contains("Java", "Python"));
        assertThat(run("%code", "f --language python"))
                .isInstanceOfSatisfying(
                        Picture.class,
                        picture -> assertThat(picture.text())
                                .contains("def forward(x)")
                                .doesNotContain("Java"));
        assertThat(failure("%code", "f --language c").message()).contains("there is no language \"c\"");
    }

    @Test
    void latex_derivesByTheVariableAskedFor() throws CellFailure {
        var x = new Var(3, "x");
        session.variables.put("f", x.mul(new Var(2, "y")).named("f"));
        assertThat(run("%latex", "f --to x")).asString().contains("∂f/∂x = 2").doesNotContain("∂f/∂y = ");
        assertThat(run("%latex", "f")).asString().contains("∂f/∂x = 2", "∂f/∂y = 3");
        assertThat(failure("%latex", "f --to q").message()).contains("f is not computed from q");
    }

    @Test
    void reset_resetsTheSession() throws CellFailure {
        run("%reset", "");
        assertThat(session.wasReset).isTrue();
    }

    @Test
    void lsmagic_listsEveryMagic() throws CellFailure {
        assertThat(text("%lsmagic", "").lines()).hasSameSizeAs(Magics.all());
    }

    @Test
    void help_explainsAMagicWithOrWithoutPercent() throws CellFailure {
        assertThat(text("%help", "who")).isEqualTo(text("%help", "%who")).startsWith("Usage: %who");
    }

    @Test
    void help_ofAnUnknownMagicSuggestsOne() {
        assertThat(failure("%help", "hwo").message()).contains("there is no magic %hwo");
    }

    @Test
    void completion_offersNames() {
        assertThat(MagicCompletion.at("int a;\n%res", 11)).isEqualTo(new Completion(List.of("%reset"), "magic", 7, 11));
    }

    @Test
    void completion_leavesJavaAlone() {
        assertThat(MagicCompletion.at("int a = b", 9)).isNull();
    }
}
