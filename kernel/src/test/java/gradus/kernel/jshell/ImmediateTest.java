package gradus.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.RecordedOutput;
import gradus.kernel.session.Value;
import java.lang.ref.WeakReference;
import java.util.Objects;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs without a snippet, and what is forgotten. */
@Timeout(60)
class ImmediateTest {

    private final JavaSession session = new JavaSession();
    private int cell;

    @BeforeEach
    void enter() {
        Outputs.enter(new RecordedOutput());
    }

    @AfterEach
    void leave() {
        Outputs.leave();
        session.close();
    }

    private @Nullable Object value(String code) throws CellFailure {
        Value value = session.run(code, ++cell, 1);
        return value == null ? "no value" : value.object();
    }

    private String failure(String code) {
        return String.join(
                "\n",
                catchThrowableOfType(CellFailure.class, () -> value(code))
                        .report()
                        .traceback());
    }

    private Inside inside() {
        return Objects.requireNonNull(session.shell().inside());
    }

    @Test
    void jshell_isOpenOnThisJdk() {
        try (JShell jshell = JShell.create()) {
            assertThat(Inside.of(jshell)).isNotNull();
        }
    }

    /** A declaration that ran as a statement would be gone after its cell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int[] a[] = {{1}};                                   | a[0][0]",
                "final int k = 1                                      | k",
                "static int s = 1;                                    | s",
                "@Deprecated int d = 1;                               | d",
                "var v = 1                                            | v",
                "int m = 0, n = 1;                                    | n",
                "java.util.List<Integer> l = java.util.List.of(1);    | l.get(0)",
                "Map.Entry<String, Integer>[] es = new Map.Entry[] {Map.entry(\"a\", 1)}; | es[0].getValue()",
                "List<? extends Integer> w = List.of(1);              | w.get(0)",
                "Function<Integer, int[]> f = i -> new int[] {i};     | f.apply(1)[0]",
                "int one() { return 1; }                              | one()",
                "<T> T same(T t) { return t; }                        | same(1)",
                "record R(int i) {}                                   | new R(1).i()",
                "enum E { A, B }                                      | E.B.ordinal()",
                "interface I { default int i() { return 1; } }        | new I() {}.i()",
                "/* c */ int commented = 1; // c                      | commented",
            })
    void declaration_outlivesItsCell(String declaration, String use) throws CellFailure {
        assertThat(value(declaration)).isEqualTo("no value");
        assertThat(value(use)).isEqualTo(1);
    }

    @Test
    void lastExpression_isShownAndAStatementIsNot() throws CellFailure {
        value("int x = 1; var list = new ArrayList<Integer>();");
        assertThat(value("x + 1 // more")).isEqualTo(2);
        assertThat(value("x + 1;")).isEqualTo(2);
        assertThat(value("list.add(x);")).isEqualTo(true);
        assertThat(value("list.clear();")).isEqualTo("no value");
        assertThat(value("list.clear()")).isEqualTo("no value");
        assertThat(value("x = 5")).isEqualTo("no value");
        assertThat(value("x++")).isEqualTo("no value");
        assertThat(value("if (x == 6) x = 7; else x = 8;")).isEqualTo("no value");
        assertThat(value("new int[] {x}")).isEqualTo(new int[] {7});
        assertThat(value("switch (x) { case 7 -> \"seven\"; default -> \"other\"; }"))
                .isEqualTo("seven");
        assertThat(value("(Object) null")).isNull();
    }

    @Test
    void piecesOfACell_leaveNoSnippets() throws CellFailure {
        value("var v = new Var(2);");
        int before = inside().size();
        value(
                "var sum = 0;\nfor (int i = 0; i < 3; i++) sum += i;\nv.mul(v).backward();\nSystem.out.println(sum);\nv.grad()");
        assertThat(inside().size()).isEqualTo(before + 1); // sum
    }

    /** The compiler keeps what it has read of the session from one piece to the next. */
    @Test
    void declarationBetweenPieces_isKnownAtOnce() throws CellFailure {
        value("int size() { return 1; }");
        assertThat(value("size()")).isEqualTo(1);
        value("String size() { return \"two\"; }");
        assertThat(value("size().length()")).isEqualTo(3);

        value("class P { int a = 1; }");
        assertThat(value("new P().a")).isEqualTo(1);
        value("class P { int b = 2; }");
        assertThat(value("new P().b")).isEqualTo(2);
        assertThat(failure("new P().a")).contains("cannot find symbol");

        value("var any = new Object() { int hidden = 4; };");
        assertThat(value("any.hidden")).isEqualTo(4);
        assertThat(value("any.hidden + size().length()")).isEqualTo(7);

        assertThat(failure("Pattern.quote(\"a\")")).contains("cannot find symbol");
        value("import java.util.regex.Pattern;");
        assertThat(value("Pattern.quote(\"a\")")).isEqualTo("\\Qa\\E");
    }

    @Test
    void piece_isUnknownToTheNext() throws CellFailure {
        assertThat(value("1 + 1")).isEqualTo(2);
        assertThat(failure("new $JShell$C1()")).contains("cannot find symbol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 / 0", "int f() {\n return 1 / 0; }\nf()", "throw new ArithmeticException();"})
    void failure_tellsItsLine(String code) {
        assertThat(failure("int z = 0;\n" + code))
                .contains("ArithmeticException")
                .contains("Cell 1, line");
    }

    @Test
    void classDeclaredAnew_isForgottenWithItsSnippets() throws CellFailure {
        value("class P { int n = -1; }");
        var first = new WeakReference<>(Objects.requireNonNull(value("new P()")).getClass());
        for (int i = 0; i < 60; i++) {
            assertThat(value("class P { int n = " + i + "; }\nnew P().n")).isEqualTo(i);
        }
        for (int i = 0; i < 50 && first.get() != null; i++) {
            System.gc();
        }
        assertThat(first.get()).isNull();
        assertThat(inside().size()).isLessThan(100);
    }

    @Test
    void objectOfAForgottenClass_works() throws CellFailure {
        value("class Helper { int zero() { return 0; } }\nclass Bad {\n int f() { return 1 / new Helper().zero(); } }");
        value("var kept = new ArrayList<Supplier<Integer>>(); var bad = new Bad(); kept.add(bad::f)");
        for (int i = 0; i < 60; i++) {
            value("class Bad { int f() { return " + i + "; } }\nclass Helper { int n = " + i + "; }");
        }
        System.gc();
        assertThat(failure("kept.get(0).get()")).contains("/ by zero").contains("kept.get(0).get()");
    }

    @Test
    void variableOfAnInferredOldType_isStillUnderstood() throws CellFailure {
        value("class Q { int n = 1; }");
        value("var list = List.of(1, 2)");
        for (int i = 0; i < 60; i++) {
            value("class Q { int n = " + i + "; }\nvar q" + i % 3 + " = new Q();");
        }
        assertThat(value("list.get(1) + q2.n")).isEqualTo(2 + 59);
    }

    @Test
    void membersOfOtherCells_areReachedAsInOnePackage() throws CellFailure {
        value("class A { int x = 1; protected int y = 2; A() {} void f() { x = 3; } static class In { int z = 4; } }");
        value("class B extends A { @Override void f() { super.f(); y = 5; } }");
        assertThat(value("var b = new B(); b.f(); b.x + b.y + new A.In().z")).isEqualTo(3 + 5 + 4);
        value("abstract class C { abstract int g(); int h() { return g(); } }");
        assertThat(value("new C() { int g() { return 6; } }.h()")).isEqualTo(6);
    }
}
