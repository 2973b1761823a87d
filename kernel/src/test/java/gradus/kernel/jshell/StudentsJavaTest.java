package gradus.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.kernel.hint.ThrownHint;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.SourceLine;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Java in the order and with the habits of students, who write cells as they would write files. */
@Timeout(60)
class StudentsJavaTest {

    private final Student student = new Student();

    @AfterEach
    void leave() {
        student.close();
    }

    @Test
    void subclass_mayStandAboveItsClass() throws CellFailure {
        assertThat(student.value("""
                        class Derived extends Base { @Override int h() { return super.h() + 1; } }
                        class Base { int h() { return 1; } }
                        new Derived().h()""")).isEqualTo(2);
    }

    @Test
    void classesOfTheEnginesNames_mayReferToEachOther() throws CellFailure {
        assertThat(student.value("""
                        class Graph {
                            List<Node> nodes = new ArrayList<>();
                            Node add(String name) { var n = new Node(name, this); nodes.add(n); return n; }
                        }
                        class Node {
                            String name; Graph in;
                            Node(String name, Graph in) { this.name = name; this.in = in; }
                            Graph empty() { return new Graph(); }
                        }
                        new Graph().add("a").name""")).isEqualTo("a");
    }

    @Test
    void recordAboveTheStudentsVar_holdsThatVar() throws CellFailure {
        assertThat(student.value("""
                        record Child(double gradient, Var var) {}
                        class Var {
                            double value; List<Child> children = new ArrayList<>();
                            Var(double value) { this.value = value; }
                            Var square() {
                                var r = new Var(value * value);
                                r.children.add(new Child(2 * value, this));
                                return r;
                            }
                        }
                        new Var(3).square().children.get(0).gradient()""")).isEqualTo(6.0);
    }

    @Test
    void classOfTheEnginesName_thatDoesNotCompile_leavesTheEnginesClass() throws CellFailure {
        student.failure(
                "class Layer { int f() { return 1 } }\nclass Expression {}\nclass Var { int f() { return \"\"; } }");
        assertThat(student.value("new Var(2).value()")).isEqualTo(2.0);
    }

    @Test
    void nonSealedClassesAndInterfaces_mayBeExtended() throws CellFailure {
        String animals = """
                sealed abstract class Animal {}
                final class Cat extends Animal {}
                public non-sealed class Dog extends Animal {}
                class Puppy extends Dog {}
                new Puppy() instanceof Animal""";
        assertThat(student.value(animals)).isEqualTo(true);
        assertThat(student.value(animals)).isEqualTo(true);
        assertThat(student.value("""
                        sealed interface Shape permits Round, Flat { int corners(); }
                        non-sealed interface Round extends Shape { default int corners() { return 0; } }
                        record Flat(int corners) implements Shape {}
                        class Ball implements Round {}
                        new Ball().corners() + new Flat(4).corners()""")).isEqualTo(4);
        assertThat(student.value("String s = \"non-sealed class\"; s")).isEqualTo("non-sealed class");
    }

    @Test
    void overloads_mayCallEachOther() throws CellFailure {
        assertThat(student.value("""
                        String report(int n, double x) { return n + "d" + (n > 0 ? report(n, new Var(x), Tensor.of(1)) : ""); }
                        String report(int n, Var v, Tensor t) { return n + "v" + report(n - 1, v.value()); }
                        report(1, 2.0)""")).isEqualTo("1d1v0d");
        assertThat(student.output.stderr()).isEmpty();
    }

    /** A helper of other parameters, beside those of an earlier attempt, is what a student writes next. */
    @Test
    void overloads_mayBeDeclaredAnewWithOtherParameters() throws CellFailure {
        assertThat(student.value("""
                        long visits(int[][] c) { return visits(c, c.length - 1); }
                        long visits(int[][] c, int i) { long n = 1; for (int k : c[i]) n += visits(c, k); return n; }
                        visits(new int[][] {{}, {0, 0}})""")).isEqualTo(3L);
        for (int i = 0; i < 3; i++) {
            assertThat(student.value("""
                        long visits(int[][] c) { var n = new long[1]; visits(c, c.length - 1, n); return n[0] + %d; }
                        void visits(int[][] c, int i, long[] n) { n[0]++; for (int k : c[i]) visits(c, k, n); }
                        visits(new int[][] {{}, {0, 0}})""".formatted(i))).isEqualTo(3L + i);
        }
    }

    @Test
    void mistakeInTheSyntax_letsNothingRun() throws CellFailure {
        student.run("List<Integer> ran = new ArrayList<>();");
        student.failure("int a = 1;\nran.add(a);\nint b = 2\nint c = 3;\nran.add(c);");
        student.failure("ran.add(1);\nfor (int i = 0; i < 2; i++) { ran.add(i) }\nint d = 4;");
        assertThat(student.shown("ran.add(1);\nint e = 2\ne + 1"))
                .startsWith("Cell 4, line 2: ';' expected\n    int e = 2\n             ^\n  Hint: A semicolon");
        assertThat(student.value("ran.size()")).isEqualTo(0);
        assertThat(student.shown("a")).contains("cannot find symbol");
    }

    @Test
    void everyKindOfSnippet_standsInOneCell() throws CellFailure {
        assertThat(student.value("""
                        import java.time.LocalDate;
                        // a comment
                        LocalDate day = LocalDate.of(2000, 1, 1);
                        private static final int K = 3;
                        <T> T id(T t) { return t; }
                        var said = new StringBuilder();
                        int[] numbers = {1, 2}, more[] = {};
                        for (int v : numbers) said.append(v);
                        if (K > 2)
                            said.append("a");
                        else
                            said.append("b");
                        day;
                        Runnable r = () -> {};
                        enum E { A, B }
                        switch (E.A) { case A -> said.append("A"); default -> {} }
                        label: for (;;) { break label; }
                        @FunctionalInterface interface F { int f(); };
                        said.append(id(5)).toString() // the value""")).isEqualTo("12aA5");
    }

    @Test
    void whatIsTooLargeForAClassFile_isTold_andTheSessionGoesOn() throws CellFailure {
        for (String text : List.of(
                '"' + "x".repeat(70_000) + '"',
                '"' + "é".repeat(40_000) + '"',
                '"' + "x".repeat(40_000) + "\" + \"" + "y".repeat(40_000) + '"')) {
            assertThat(student.shown("String s = " + text + ";")).contains("constant string too long", "65,534 bytes");
        }
        assertThat(student.shown("int f(int r) { " + "r = r * r + 12345; ".repeat(9_000) + "return r; }"))
                .contains("code too large", "64 KiB");
        assertThat(student.value("String t = \"" + "x".repeat(65_534) + "\";\nt.length()"))
                .isEqualTo(65_534);
    }

    @Test
    void sealedClasses_workWithAndWithoutPermits() throws CellFailure {
        var shapes = """
                sealed interface Shape permits Circle, Square { double area(); }
                record Circle(double r) implements Shape { @Override public double area() { return 3 * r * r; } }
                record Square(double a) implements Shape { @Override public double area() { return a * a; } }
                double twice(Shape s) { return s instanceof Circle c ? 2 * c.area() : 2 * s.area(); }
                """;
        assertThat(student.value(shapes + "Shape square = new Square(3);\ntwice(square)"))
                .isEqualTo(18.0);
        student.run(shapes);
        assertThat(student.value("square")).hasToString("Square[a=3.0]"); // nothing has changed
        assertThat(student.value("""
                        sealed abstract class Term {}
                        final class Number0 extends Term {}
                        final class Sum extends Term { Term left, right; }
                        Term.class.isSealed()""")).isEqualTo(true);
    }

    @Test
    void sealedClass_withAMistakeInItsBody_isMarkedWhereItIs() {
        assertThat(student.shown("sealed interface S permits A { int f() { return 1; } }\nrecord A() implements S {}"))
                .startsWith("Cell 1, line 1: interface abstract methods cannot have body");
        assertThat(student.shown("sealed interface T { int f(); }\nrecord B() implements T {}"))
                .startsWith("Cell 2, line 2: B is not abstract and does not override abstract method f() in T");
    }

    @Test
    void textInsertedIntoASealedClass_movesNoCaret() {
        assertThat(student.shown("""
                        sealed interface S { int f(); default int g() { return ""; } }
                        record A() implements S { public int f() { return 1; } }""")).startsWith("""
                        Cell 1, line 1: incompatible types: String cannot be converted to int
                            sealed interface S { int f(); default int g() { return ""; } }
                                                                                   ^""");
    }

    @Test
    void annotations_genericsEnumsAndNestedClasses_workInOneCell() throws CellFailure {
        assertThat(student.value("""
                        import java.lang.annotation.*;
                        @Mark(5) class Marked { static class Inner { int q = 3; } class Deep { int z = 4; } }
                        @Retention(RetentionPolicy.RUNTIME) @interface Mark { int value() default 3; }
                        enum Op { PLUS { int of(int a, int b) { return a + b; } }; abstract int of(int a, int b); }
                        <T extends Comparable<T>> T largest(List<T> all) { return Collections.max(all); }
                        Marked.class.getAnnotation(Mark.class).value() + new Marked.Inner().q
                                + new Marked().new Deep().z + Op.PLUS.of(1, 2) + largest(List.of(1, 7, 3))""")).isEqualTo(5 + 3 + 4 + 3 + 7);
    }

    @Test
    void statement_mayCallAMethodThatTheCellDeclaresBelow() throws CellFailure {
        var cell = """
                int n = 3;
                int r = f(2);
                int f(int x) { return x * n + g(); }
                int g() { return 1; }
                """;
        student.run(cell);
        assertThat(student.value("r")).isEqualTo(7);
        student.run(cell.replace("return 1", "return 2"));
        assertThat(student.value("r")).isEqualTo(8); // of this cell, not of the one before
    }

    @Test
    void nameDeclaredTwiceInACell_keepsTheOrder() throws CellFailure {
        student.run(
                "int f() { return 1; }\nclass P { int v = 1; }\nint a = new P().v;\nclass P { int v = 2; }\nint b = new P().v;");
        assertThat(student.value("a * 10 + b")).isEqualTo(12);
    }

    @Test
    void mainOfAClass_canBeCalled() throws CellFailure {
        student.run("public class Main { public static void main(String[] args) { System.out.print(args.length); } }\n"
                + "Main.main(new String[] {\"a\", \"b\"});");
        assertThat(student.value("Main.class.getSimpleName()")).isEqualTo("Main");
    }

    @Test
    void redefinition_namesWhatItResetsAndWhatNoLongerFits() throws CellFailure {
        student.run("""
                record Point(int x, int y) {}
                Point p1 = new Point(1, 2);
                Point make() { return new Point(3, 4); }
                class Counter { static int count = 1; Point last; }
                int kept = 5;""");
        student.run("record Point(int x, int y, int z) {}");
        assertThat(student.output.stderr()).isEqualTo("""
                        p1 was reset: its record Point changed. Run the cell again that gave it a value.
                        make() cannot be used any more, because record Point changed:
                        constructor Point in record Point cannot be applied to given
                        types.
                        The static fields of Counter start anew, because record Point changed.
                        """);
        assertThat(student.value("kept")).isEqualTo(5);
    }

    @Test
    void redefinedEnumAndInterface_nameTheirVariables() throws CellFailure {
        student.run(
                "enum Color { RED }\nColor c = Color.RED, d = Color.RED;\ninterface I { int i(); }\nI one = () -> 1;");
        student.run("enum Color { RED, BLUE }\ninterface I { int i(int a); }");
        assertThat(student.output.stderr())
                .contains("c, d were reset: their enum Color changed.")
                .contains("one was reset: its interface I changed.");
    }

    @Test
    void unchangedClass_resetsNothing() throws CellFailure {
        student.run("class P { static int n; int v = 1; }");
        student.run("P p = new P();\np.v = 7;");
        student.run("class P { static int n; int v = 1; }");
        assertThat(student.value("p.v")).isEqualTo(7);
        assertThat(student.output.stderr()).isEmpty();
    }

    @Test
    void methodWithAnotherSignature_isAnOverload_andWithAnotherTypeAReplacement() throws CellFailure {
        student.run("int f(int a) { return 1; }\nint twice() { return 2 * f(1); }");
        assertThat(student.value("int f(double a) { return 2; }\n10 * f(1) + f(1.0)"))
                .isEqualTo(12);
        student.run("String f(int a) { return \"s\"; }");
        assertThat(student.output.stderr().replace('\n', ' '))
                .contains("twice() cannot be used any more, because method f(int) changed");
        assertThat(student.value("f(1)")).isEqualTo("s");
    }

    @Test
    void classThatWaits_worksOnceItsNeedIsDeclared() throws CellFailure {
        student.run("class Uses { Later later = new Later(); }");
        assertThat(student.output.stderr())
                .isEqualTo("Uses is declared, but cannot be used until this is declared too: class Later\n");
        student.run("class Later { int v = 5; }");
        assertThat(student.value("new Uses().later.v")).isEqualTo(5);
    }

    @Test
    void whatWaits_isToldThoughTheCellFails() {
        student.failure("class Uses { Later later; }\nnew Uses()");
        assertThat(student.output.stderr()).contains("Uses is declared, but cannot be used until");
    }

    @Test
    void assignmentsOfEveryKind_showNothing() throws CellFailure {
        assertThat(student.run("int a = 1;\na += 2")).isNull();
        assertThat(student.run("a++")).isNull();
        assertThat(student.run("--a;")).isNull();
        assertThat(student.run("System.out.printf(\"\")")).isNull();
        assertThat(student.value("a == 3 ? a : -1")).isEqualTo(3);
        assertThat(student.value("Stream.of(1).map(i -> { int b = i; b++; return b; }).toList()"))
                .hasToString("[2]");
    }

    @Test
    void commentsAndBlanks_areNothing() throws CellFailure {
        for (String each : new String[] {"", " \n\t\n", "// a", "/* a\n b */", "/** a */\n\n"}) {
            assertThat(student.run(each)).isNull();
        }
    }

    @Test
    void statementsNeedNoThrows() throws CellFailure {
        assertThat(student.value("Thread.sleep(1);\nFiles.exists(Path.of(\".\").toRealPath())"))
                .isEqualTo(true);
    }

    @Test
    void lastExpression_isTheValueWhateverItIs() throws CellFailure {
        assertThat(student.value("1 + 1 // two")).isEqualTo(2);
        assertThat(student.value("/* before */ 'c'")).isEqualTo('c');
        assertThat(student.value("true ? 1 : 2.0")).isEqualTo(1.0);
        assertThat(student.value("switch (1) { case 1 -> 1; default -> 2.0; }")).isEqualTo(1.0);
        assertThat(student.value("new int[] {1, 2}")).isEqualTo(new int[] {1, 2});
        assertThat(student.value("Collections.max(List.of(1, 3, 2))")).isEqualTo(3);
        assertThat(student.value("var list = new ArrayList<String>();\nlist.add(\"a\")"))
                .isEqualTo(true);
    }

    @Test
    void lastCallWithoutAValue_showsNothingAndRunsOnce() throws CellFailure {
        assertThat(student.value("int calls = 0; void count() { calls++; }\ncount()"))
                .isEqualTo("no value");
        assertThat(student.value("calls")).isEqualTo(1);
    }

    @Test
    void lastExpression_leavesNoVariable() throws CellFailure {
        student.run("int kept = 1;\nkept + 1");
        assertThat(student.session.variables()).containsOnlyKeys("kept");
        assertThat(student.failure("kept / 0").name()).isEqualTo("ArithmeticException");
        assertThat(student.session.variables()).containsOnlyKeys("kept");
    }

    @Test
    void warnings_areToldAsWarnings() throws CellFailure {
        student.run("int a = 1;\nnew Date(120, 0, 1)");
        assertThat(student.output.stderr()).isEqualTo("""
                        Cell 1, line 2: warning: Date(int,int,int) in Date has been deprecated
                            new Date(120, 0, 1)
                            ^
                        """);
        student.run("List raw = new ArrayList();\nraw.add(1);");
        assertThat(student.output.stderr()).contains("Cell 2, line 2: warning: unchecked call to add(E)");
        student.run("@Deprecated int old() { return 1; }\nold()");
        assertThat(student.output.stderr()).contains("Cell 3, line 2: warning: old() has been deprecated\n");
    }

    /** What the engine refuses it explains; an error in its own code would have to be found. */
    @Test
    void refusalOfTheEngine_showsTheStudentsLineAlone() {
        assertThat(
                        student.shown(
                                "Tensor square(Tensor x) {\n    return x.matmul(x);\n}\nsquare(Tensor.of(new double[][] {{1, 2}}))"))
                .startsWith("ShapeException: matmul: ")
                .contains("\n  Cell 1, line 2 in square: return x.matmul(x);\n  Cell 1, line 4: ")
                .doesNotContain(" at ");
        assertThat(student.shown("new Var(1, null).add((Var) null)")).contains("    at gradus.autograd.");
    }

    /** The compiler remembers that it has shortened a message, and would say so with each later run. */
    @Test
    void noteOfTheCompiler_isNoWarning() throws CellFailure {
        assertThat(student.failure("Progress.of(new int[] {1})").message()).contains("no suitable method");
        student.run("1 + 1");
        student.run("class After { int f() { return 1; } }\nnew After().f()");
        assertThat(student.output.stderr()).isEmpty();
    }

    @Test
    void nullPointer_namesTheStudentsOwnVariable() {
        assertThat(student.failure("int length(String[] words) { return words.length; }\nlength(null)")
                        .message())
                .isEqualTo("Cannot read the array length because \"words\" is null");
    }

    @Test
    void longLine_isShownAroundTheMistake() {
        var line = "int a = " + "1 + ".repeat(500) + "\"x\" - 1" + " + 1".repeat(500) + ";";
        assertThat(student.shown(line).lines().map(String::length)).allMatch(length -> length < 130);
        assertThat(student.failure("String.join(1, 2, 3, 4, 5)").traceback()).hasSizeLessThan(25);
    }

    @Test
    void compileError_isOneScreenWithAHint() {
        assertThat(student.shown("LocalDate d = LocalDate.now();")).isEqualTo("""
                        Cell 1, line 1: cannot find symbol
                            LocalDate d = LocalDate.now();
                            ^
                            symbol:   class LocalDate
                          Hint: Put this line above: import java.time.LocalDate;""");
        assertThat(student.shown("int f(int n) {\n    n + 1;\n    return n\n}")).isEqualTo("""
                        Cell 2, line 2: not a statement
                                n + 1;
                                  ^
                          Hint: A value alone does nothing here: return it, print it
                          or give it a name (and = assigns, == compares)""");
    }

    @Test
    void signThatIsNoJava_runsNothingOfItsCell() throws CellFailure {
        student.run("int runs = 0;");
        assertThat(student.shown("runs = 1;\nf'{runs}'")).startsWith("Cell 2, line 2: unclosed character literal");
        assertThat(student.shown("runs = 1;\n'hello'")).startsWith("Cell 3, line 2: unclosed character literal");
        assertThat(student.value("runs")).isEqualTo(0);
    }

    @Test
    void mistypedNameInAMethod_isGuessedWhenTheMethodIsDeclared() throws CellFailure {
        student.run("int f(int total) { return totl + 1; }");
        assertThat(student.output.stderr()).isEqualTo("""
                        f(int) is declared, but cannot be used until this is declared too: variable totl
                          Hint: Did you mean total?
                        """);
    }

    @Test
    void variableThatWasReset_saysSoWhenItIsUsed() throws CellFailure {
        student.run("record Point(int x) {}\nPoint p = new Point(1);");
        student.run("record Point(int x, int y) {}");
        assertThat(student.shown("p.x()")).contains("Hint: p was reset: its record Point changed.");
        student.run("record Point(int x) {}\nPoint p = new Point(2);");
        assertThat(student.value("p.x()")).isEqualTo(2);
    }

    @Test
    void variableThatTheSameCellGivesAValue_isNotToldAsReset() throws CellFailure {
        student.run("class P { int v = 1; }\nP p = new P();");
        student.run("class P { int v = 2; int w; }\nP p = new P();");
        assertThat(student.output.stderr()).isEmpty();
        assertThat(student.value("p.v")).isEqualTo(2);
    }

    @Test
    void everyThrownHint_isGivenForItsOwnSamples() {
        for (ThrownHint each : ThrownHint.values()) {
            for (String sample : each.samples()) {
                var report = student.failure(sample);
                var shown = Ansi.plain(String.join("\n", report.traceback()));
                assertThat(shown.lines().filter(line -> line.startsWith("  Hint: ")))
                        .as(sample)
                        .hasSize(1);
                assertThat(hintOf(report)).as(sample).isEqualTo(each);
            }
        }
    }

    /** The constants ask for different classes, or else for messages that exclude each other. */
    private static ThrownHint hintOf(ErrorReport report) {
        List<ThrownHint> knowing = Stream.of(ThrownHint.values())
                .filter(each -> each.knows(report.name(), report.message()))
                .toList();
        assertThat(knowing).hasSize(1);
        return knowing.get(0);
    }

    @Test
    void exceptionOfTheStudentsOwn_getsNoHint() {
        assertThat(student.shown("class MyError extends RuntimeException { MyError(String m) { super(m); } }\n"
                        + "throw new MyError(\"For input string\");"))
                .isEqualTo("MyError: For input string\n  Cell 1, line 2: throw new MyError(\"For input string\");");
        assertThat(student.shown("throw new UnsupportedOperationException(\"later\");"))
                .doesNotContain("Hint");
        assertThat(student.shown("assert 1 > 2;")).doesNotContain("Hint");
    }

    @Test
    void methodsThatCallEachOtherWithoutEnd_areShownOnce() {
        assertThat(student.shown("int a(int n) { return b(n) + 1; }\nint b(int n) { return a(n) + 1; }\na(0)")
                        .lines()
                        .count())
                .isLessThan(8);
    }

    @Test
    void messages_haveNoNamesOfJShell_andAreShortened() {
        assertThat(student.failure("int[][] grid = new int[2][];\ngrid[0][0] = 1;")
                        .message())
                .isEqualTo("Cannot store to int array because \"grid[0]\" is null");
        assertThat(student.failure("Object o = 3;\nString s = (String) o;").message())
                .isEqualTo("class java.lang.Integer cannot be cast to class java.lang.String");
        var report = student.failure("throw new RuntimeException(\"long \".repeat(100_000) + \"\\n\".repeat(100));");
        assertThat(report.message()).hasSizeLessThan(5_000);
        assertThat(String.join("\n", report.traceback())).hasSizeLessThan(5_000);
    }

    @Test
    void objectOfAClassDeclaredAnew_tellsItsOwnPlace() throws CellFailure {
        student.run("class A implements Runnable {\n public void run() {\n  throw new RuntimeException();\n }\n}\n"
                + "Runnable a = new A();");
        student.run("String use(Runnable r) {\n  r.run();\n  return new A().toString();\n}");
        student.run("class A implements Runnable {\n\n\n\n public void run() {}\n}");
        assertThat(student.shown("use(a);")).contains("Cell 1, line 3 in run", "Cell 2, line 2 in use");
        Object caught = student.value(
                "Throwable caught = null;\ntry { use(a); } catch (RuntimeException e) { caught = e; }\ncaught");
        StackTraceElement[] frames = ((Throwable) Objects.requireNonNull(caught)).getStackTrace();
        assertThat(Stream.of(frames).limit(3).map(student.session::lineOf))
                .containsExactly(
                        new SourceLine(1, 3, "throw new RuntimeException();"),
                        new SourceLine(2, 2, "r.run();"),
                        new SourceLine(5, 2, "try { use(a); } catch (RuntimeException e) { caught = e; }"));
    }

    @Test
    void declarationWithoutAFittingConstructorOrMethod_isAnError() throws CellFailure {
        assertThat(student.shown("enum E { X, Y(3) }")).contains("constructor E in enum E cannot be applied");
        assertThat(student.shown("class B { B(int n) {} }\nclass C extends B {}"))
                .contains("Cell 2, line 2: constructor B in class B cannot be applied");
        assertThat(student.shown("int f() { return Math.max(1); }")).contains("no suitable method found for max");
        assertThat(student.value("int h() { return g(1, 2); }\nint g(int a) { return a; }\n"
                        + "int g(int a, int b) { return a + b; }\nh()"))
                .isEqualTo(3);
    }

    @Test
    void lambdaAndConstructor_areCalledSo() {
        assertThat(student.shown("class P { int v = 1 / zero(); int zero() { return 0; } }\nnew P()"))
                .contains("Cell 1, line 1 in the constructor: class P");
        assertThat(student.shown("List.of(0).stream().map(x -> {\n  return 10 / x;\n}).toList()"))
                .contains("Cell 2, line 2 in a lambda: return 10 / x;");
    }

    @Test
    void listAndArrayThatHoldThemselves_disturbNoCell() throws CellFailure {
        student.run("List<Object> cycle = new ArrayList<>();\ncycle.add(cycle);");
        student.run("Object[] self = new Object[1];\nself[0] = self;");
        assertThat(student.value("1 + 1")).isEqualTo(2);
    }

    @Test
    void methodsOfCellsNeedNoThrows() throws CellFailure {
        student.run("String read(String name) {\n    return Files.readString(Path.of(name));\n}");
        student.run("int nap() { Thread.sleep(1); return 1 / 0; }\nint twice() { return nap() + nap(); }");
        assertThat(student.shown("read(\"none.txt\")"))
                .contains("Cell 1, line 2 in read: return Files.readString(Path.of(name));");
        assertThat(student.failure("twice()").name()).isEqualTo("ArithmeticException");
        assertThat(student.output.stderr()).doesNotContain("cannot be used");
    }

    @Test
    void methodsOfClassesAndLambdasNeedTheirThrows() {
        assertThat(student.shown("class A { String f() { return Files.readString(Path.of(\"x\")); } }"))
                .contains("Hint: Add it to the method's head: … throws IOException {");
        assertThat(student.shown("Runnable nap() { return () -> Thread.sleep(1); }"))
                .contains("Hint: In a lambda it is caught");
    }
}
