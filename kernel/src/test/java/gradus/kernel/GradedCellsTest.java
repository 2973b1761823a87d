package gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.kernel.session.Cell;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.RecordedOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test cell of nbgrader's earns, and what does not fool it. */
class GradedCellsTest {

    private final CellInterpreter notebook = new CellInterpreter();
    private final RecordedOutput output = new RecordedOutput();
    private int cell;

    @BeforeEach
    void listen() {
        Outputs.enter(output);
    }

    @AfterEach
    void leave() {
        Outputs.leave();
    }

    private String run(String code) throws CellFailure {
        MimeBundle value = notebook.run(new Cell(++cell, code));
        return value == null ? "no value" : value.text();
    }

    private ErrorReport failure(String code) {
        return catchThrowableOfType(CellFailure.class, () -> run(code)).report();
    }

    @Test
    void assertions_staySwitchedOn() throws CellFailure {
        run("ClassLoader cells = Thread.currentThread().getContextClassLoader();"
                + "cells.setDefaultAssertionStatus(false); cells.setPackageAssertionStatus(\"REPL\", false);"
                + "cells.clearAssertionStatus();");
        assertThat(failure("assert false;").name()).isEqualTo("AssertionError");
        run("class AssertionError extends RuntimeException { AssertionError(Object o) {} }");
        assertThat(failure("assert false;").name()).isEqualTo("AssertionError");
    }

    @ParameterizedTest
    @CsvSource({"'score(2.5, 4)', 2.5", "'score(5, 4)', 4.0", "'score(-1, 4)', 0.0", "'score(-0.0, 4)', 0.0"})
    void score_isClamped(String call, String points) throws CellFailure {
        assertThat(run(call)).isEqualTo(points);
    }

    @Test
    void score_ofABadNumberIsRefused() {
        assertThat(failure("score(0.0 / 0, 4)").message()).startsWith("the points are NaN");
        assertThat(failure("score(1, 0)").message()).startsWith("the most points are 0.0; a finite number above 0");
        assertThat(failure("%%score 1e999\n1").message()).contains("the most points are Infinity");
        assertThat(failure("%%score 4\n0.0 / 0").message()).contains("the points are NaN");
        assertThat(failure("%%score 4\n\"all\"").message())
                .isEqualTo("the last line gives all, and a number of points is needed there.");
    }

    @Test
    void scoreCell_givesItsValueOrAll() throws CellFailure {
        assertThat(run("%%score 4\nint right = 3;\nright")).isEqualTo("3.0");
        assertThat(run("%%score 4\nint right = 3;\nright + 2")).isEqualTo("4.0");
        assertThat(run("%%score 4\nint right = 3;\nassert right == 3;")).isEqualTo("4.0");
        assertThat(failure("%%score 4\nint right = 3;\nassert right == 4;").name())
                .isEqualTo("AssertionError");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Math { static double abs(double x) { return 0; } }",
                "interface Math { static double abs(double x) { return 0; } }",
                "record M() { double abs(double x) { return 0; } } M Math = new M();",
                "class java { }",
            })
    void scoreCell_refusesAClassThatHidesTheRealOne(String cheat) throws CellFailure {
        run(cheat);
        assertThat(failure("%%score 4\njava.lang.Math.abs(1) + Math.abs(1)").name())
                .isEqualTo("Redefined");
    }

    @Test
    void scoreCell_refusesAMethodThatHidesTheRealOne() throws CellFailure {
        run("double score(double points, double most) { return most; }");
        assertThat(failure("%%score 4\nscore(1, 4)").message()).startsWith("the tests need score as the kernel");
    }

    @Test
    void scoreCell_letsOtherNamesStand() throws CellFailure {
        run("class Var { double grad() { return 1; } }\nimport java.util.List;\ndouble abs(double x) { return x; }");
        assertThat(failure("%%score 4\nnew Var().grad()").name()).isEqualTo("Redefined");
        assertThat(run("%%score 4 --own Var\nnew Var().grad()")).isEqualTo("1.0");
        assertThat(run("%%score 4\nMath.abs(-2) * abs(1) * List.of(1).size()")).isEqualTo("2.0");
    }

    @Test
    void hiddenTests_areQuotedNowhere() throws CellFailure {
        run("double half(double x) { return x; }");
        String tests = "assert half(0) == 0;\n// BEGIN HIDDEN TESTS\nassert half(4711) == 2355.5;\n// END HIDDEN TESTS";
        assertThat(String.join("\n", failure(tests).traceback()))
                .contains("Cell 2, line 3", "// a hidden test")
                .doesNotContain("4711");
        String warned =
                "// BEGIN HIDDEN TESTS\nList raw = new ArrayList();\nraw.add(4711);\nraw.add(gone);\n// END HIDDEN TESTS";
        assertThat(String.join("\n", failure(warned).traceback()))
                .contains("symbol")
                .doesNotContain("raw.add");
        assertThat(output.stderr()).contains("unchecked").doesNotContain("4711");
        assertThat(run("%history")).contains("assert half(0) == 0;").doesNotContain("4711");
    }

    @Test
    void check_givesAShareOfThePoints() throws CellFailure {
        run("double[] mulBackward(double x, double y, double z) { return new double[] {z * y, x > 0 ? z * x : 0}; }");
        assertThat(failure("%check mul").name()).isEqualTo("NotPassed");
        assertThat(Double.parseDouble(run("%check mul --points 12"))).isBetween(1.0, 11.0);
        assertThat(run("// BEGIN HIDDEN TESTS\n%check mul --points 12\n// END HIDDEN TESTS"))
                .isNotEqualTo("no value");
        run("double[] mulBackward(double x, double y, double z) { return new double[] {z * y, z * x}; }");
        assertThat(run("%check mul --points 12")).isEqualTo("12.0");
        assertThat(failure("%check mul --points 0").message()).contains("the most points are 0.0");
    }

    @Test
    void hiddenCheck_showsNothingThatItsCodeShows() throws CellFailure {
        run("double[] mulBackward(double x, double y, double z) {"
                + " display(x); return new double[] {z * y, z * x}; }");
        run("%check mul --hidden");
        assertThat(output.shown()).isEmpty();
        run("%check mul");
        assertThat(output.shown()).hasSizeGreaterThan(12);
    }

    @Test
    void scoreCell_keepsItsVariablesFromWhatItTests() throws CellFailure {
        run("double leaky(double x) { right = 4; return 0; }");
        assertThat(failure("%%score 4\nint right = 0;\nif (leaky(3) == 3) right++;\nright")
                        .message())
                .contains("variable right");
        run("int right = 4;\ndouble leaky(double x) { right = 4; return 0; }");
        assertThat(run("%%score 4\nint right = 0;\nif (leaky(3) == 3) right++;\nright"))
                .isEqualTo("0.0");
        assertThat(run("right")).isEqualTo("4");
    }

    @Test
    void scoreCell_isCompiledBeforeWhatItTestsRuns() throws CellFailure {
        run(
                "double leaky(double x) throws Exception {"
                        + " getKernelInstance().eval(\"class Math { static double abs(double x) { return 0; } }\"); return 1; }");
        assertThat(failure("%%score 4\nleaky(0);\nassert Math.abs(leaky(0)) == 0;")
                        .name())
                .isEqualTo("AssertionError");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double one(double x) { return 1; }\nint right = 0;\nfor (int i = 0; i < 2; i++) {\n  right += one(i);\n}\nright",
                "int right = 0;\nimport java.time.Year;\nright += Year.of(2).getValue();\n// the end\nright",
                "int right = 0;\nvoid count() { right++; }\ncount();\ncount();\nright",
                "int right = 0;\nIntStream.range(0, 2).forEach(i -> right++);\nright;",
                "var right = new int[] {2};\nswitch (right[0]) { case 2 -> 2; default -> 0; }",
            })
    void scoreCell_mayBeAnyJava(String tests) throws CellFailure {
        assertThat(run("%%score 4\n" + tests)).isEqualTo("2.0");
    }

    @Test
    void scoreCell_namesTheLineOfAFailure() {
        String tests =
                "%%score 4\nint right = 0;\n// BEGIN HIDDEN TESTS\nright += 4711 / right;\n// END HIDDEN TESTS\nright";
        assertThat(String.join("\n", failure(tests).traceback()))
                .contains("Cell 1, line 4", "// a hidden test")
                .doesNotContain("4711");
        assertThat(String.join(
                        "\n",
                        failure("%%score 4\nint right = 0;\nright = 1 / right;\nright")
                                .traceback()))
                .contains("Cell 2, line 3", "right = 1 / right;");
    }

    @Test
    void check_isNotPassedByWhatIsInfinite() throws CellFailure {
        run("double[] mulBackward(double x, double y, double z) { return new double[] {1 / 0.0, -1 / 0.0}; }");
        assertThat(failure("%check mul").message()).contains("x̄ is infinite");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "right.setAccessible(true);",
                "right.trySetAccessible();",
                "java.lang.reflect.AccessibleObject.setAccessible(new java.lang.reflect.Method[] {right}, true);",
                "BiConsumer<java.lang.reflect.Method, Boolean> open = java.lang.reflect.Method::setAccessible; open.accept(right, true);",
                "java.lang.reflect.Method.class.getMethod(\"setAccessible\", boolean.class).invoke(right, true);",
                "java.lang.invoke.MethodHandles.privateLookupIn(right.getDeclaringClass(), java.lang.invoke.MethodHandles.lookup())"
                        + ".unreflect(right).invoke(exercise, new double[] {1, 2, 3});",
            })
    void check_isNotAnsweredByTheCatalogue(String opening) throws CellFailure {
        run("double[] mulBackward(double x, double y, double z) throws Throwable {"
                + " var exercise = gradus.kernel.exercise.Exercises.of(\"mul\");"
                + " var right = gradus.kernel.exercise.Exercise.class.getDeclaredMethod(\"right\", double[].class);"
                + opening + " return (double[]) right.invoke(exercise, new double[] {x, y, z}); }");
        assertThat(failure("%check mul").name()).isEqualTo("NotPassed");
    }

    @Test
    void cells_mayOpenWhatIsTheirOwn() throws CellFailure {
        run("class Box { private int inside = 7; }");
        assertThat(
                        run(
                                "var field = Box.class.getDeclaredField(\"inside\");\nfield.setAccessible(true);\nfield.get(new Box())"))
                .isEqualTo("7");
    }
}
