package gradus.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.kernel.hint.Hint;
import gradus.kernel.hint.Hints;
import gradus.kernel.hint.Mistake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each hint of the catalogue by its own samples, compiled as in a cell; and what deserves none. */
@Timeout(120)
class HintsTest {

    /** Words of a mistake that stand in texts and comments, names that only look like it, and mistakes without a hint. */
    private static final String OTHERS = """
            foo.bar()                                            → NameHint.NOT_DECLARED
            int a 3;                                             → none
            String s = "a" + ;                                   → none
            "text with for x in y: z" - 1                        → OperatorHint.TEXT
            int x = "if a > 3: print";                           → TypeHint.TEXT_FOR_NUMBER
            int x = "2 ** 3";                                    → TypeHint.TEXT_FOR_NUMBER
            /* def f(x): */ int y = "a";                         → TypeHint.TEXT_FOR_NUMBER
            int y = "a"; // elif                                 → TypeHint.TEXT_FOR_NUMBER
            Object o = List.of(1); o.size()                      → none
            Var x = "a";                                         → none
            List<String> l = List.of(1, 2);                      → none
            double d = List.of(1);                               → none
            var v = new Var(1); v.add("a")                       → none
            var v = new Var(1); v[0]                             → none
            Tensor.of(1, 2).matmul(3)                            → none
            enum E { A, B } E.C                                  → none
            throw "error";                                       → none
            int[] b = new int["3"];                              → TypeHint.TEXT_FOR_NUMBER
            boolean b = "a";                                     → none
            if (1 > 0 { }                                        → BracketHint.PARENTHESIS_NOT_CLOSED
            int f(int n) { return "a" }                          → SyntaxHint.SEMICOLON
            "abc".substring("a")                                 → TypeHint.TEXT_FOR_NUMBER
            new String("a").length().foo()                       → TypeHint.METHOD_OF_PRIMITIVE
            switch (3) { case 1 -> 2; }                          → none
            class Own { int mul; } new Own() * 2                 → none
            interface F { int f(int x); } F f = (a, b) -> a;     → none
            int notify = 3; notify.x()                           → TypeHint.METHOD_OF_PRIMITIVE
            """;

    private final Shell shell = Shell.start();
    private final Map<String, String> resets = new HashMap<>();

    @AfterEach
    void close() {
        shell.close();
    }

    @ParameterizedTest
    @MethodSource("hints")
    void samples_getTheirOwnHint(String group) {
        var softly = new SoftAssertions();
        for (Hint hint : Hints.ALL) {
            if (!group.equals(groupOf(hint))) {
                continue;
            }
            softly.assertThat(hint.samples()).as(hint.name()).isNotEmpty();
            for (String sample : hint.samples()) {
                Hints.Found found = found(sample);
                softly.assertThat(
                                found == null
                                        ? "none"
                                        : groupOf(found.hint()) + "."
                                                + found.hint().name())
                        .as("%s%n", sample)
                        .isEqualTo(group + "." + hint.name());
            }
        }
        softly.assertAll();
    }

    @Test
    void nodeForNumber_isToldByTheNameInTheCell() {
        var loss = "var loss = new Var(3);\nvar other = new Var(4);\n\n";
        var own = " And a node has its own methods: ";
        var told = Map.of(
                "double d = loss;", "loss.value()",
                "double f() { return loss; }", "loss.value()",
                "double e = loss.mul( other );", "loss.mul( other ).value()",
                "double g = new Var(3);", "new Var(3).value()",
                "Math.sin(loss)", "loss.value()." + own + "loss.sin()",
                "Math.pow(loss.neg(), 2)", "loss.neg().value()." + own + "loss.neg().pow(2)",
                "Math.floor(loss)", "loss.value()",
                "Math.pow(loss, other)", "loss.value()." + own + "loss.pow(other)",
                "Math.max(loss, 1 + 2)", "v.value()");
        var softly = new SoftAssertions();
        told.forEach((cell, node) -> softly.assertThat(found(loss + cell))
                .as(cell)
                .isNotNull()
                .extracting(Hints.Found::advice)
                .isEqualTo("A node is no number; it has one: " + node));
        softly.assertAll();
    }

    /** What the engine keeps to itself is no way to call it. */
    @Test
    void constructors_areThoseThatACellMayUse() {
        assertThat(found("new Var()"))
                .isNotNull()
                .extracting(Hints.Found::advice)
                .isEqualTo("It is called so: new Var(double) or new Var(double, String)");
    }

    /** Words of a mistake that stand in texts and comments, names that only look like it, and mistakes without a hint. */
    @Test
    void mistake_getsNoHintOfAnother() {
        var softly = new SoftAssertions();
        for (String line : OTHERS.strip().lines().toList()) {
            String[] parts = line.split("→", -1);
            Hints.Found found = found(parts[0].strip());
            softly.assertThat(
                            found == null
                                    ? "none"
                                    : groupOf(found.hint()) + "." + found.hint().name())
                    .as(line)
                    .isEqualTo(parts[1].strip());
        }
        softly.assertAll();
    }

    @Test
    void correctCode_hasNoMistake() {
        for (String each : List.of(
                "int and = 1, or = 2, in = 3, def = 4;\nand + or + in + def",
                "String s = \"for x in y:\";\n// print(x)\ns",
                "boolean b;\nif (b = true) { }",
                "int[] a = {1};\na.length + \"a\".length() + List.of().size()",
                "for (int i = 0, j = 1; i < j; i++, j--) { }",
                "Function<Integer, Integer> f = x -> x + 1;",
                "char c = 'h';\nString t = \"h\" + c + 1.5f;")) {
            assertThat(mistake(each)).as(each).isNull();
        }
    }

    @Test
    void everyGroup_isInTheCatalogue() {
        assertThat(Hints.ALL).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    }

    static Stream<String> hints() {
        return Hints.ALL.stream().map(HintsTest::groupOf).distinct();
    }

    private static String groupOf(Hint hint) {
        return ((Enum<?>) hint).getDeclaringClass().getSimpleName();
    }

    private Hints.@Nullable Found found(String cells) {
        Mistake mistake = null;
        for (String cell : cells.split("\n\n", -1)) {
            mistake = mistake(cell);
        }
        if (mistake == null) {
            throw new AssertionError("This compiles: " + cells);
        }
        return Hints.of(mistake);
    }

    private @Nullable Mistake mistake(String cell) {
        List<Snippets.Piece> pieces = new Snippets(shell.analysis()).of(cell);
        var broken = pieces.stream()
                .filter(Snippets.Piece::isBroken)
                .map(CellPlan::asItIs)
                .toList();
        List<CellPlan.Step> steps = broken.isEmpty() ? CellPlan.of(pieces, new SessionNames(shell)) : broken;
        if (!broken.isEmpty() && !broken.get(0).piece().isUnfinished()) {
            List<Problem> problems = shell.syntax().problems(broken.get(0).source());
            if (!problems.isEmpty()) {
                return CompileErrors.mistake(
                        problems.get(0),
                        new Origins.Origin(1, 1, broken.get(0).source()),
                        new SessionScope(shell, resets));
            }
        }
        var declarations = new Declarations(shell.jshell());
        for (CellPlan.Step step : steps) {
            var origin = new Origins.Origin(1, 1, step.piece().source());
            for (Problem each : Limits.tooLong(step.source())) {
                return CompileErrors.mistake(each, origin, new SessionScope(shell, resets));
            }
            for (SnippetEvent event : shell.jshell().eval(step.source())) {
                declarations.see(event);
                resets.putAll(declarations.resets());
                boolean isRefused = event.status() == Status.REJECTED || Limits.areExceeded(shell.jshell(), event);
                if (isRefused && event.causeSnippet() == null && !step.isOutline()) {
                    Problem error = shell.jshell()
                            .diagnostics(event.snippet())
                            .filter(Diag::isError)
                            .map(each -> Problem.of(each, step.inserted()))
                            .findFirst()
                            .orElseThrow();
                    return CompileErrors.mistake(error, origin, new SessionScope(shell, resets));
                }
            }
        }
        return null;
    }
}
