package gradus.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.ErrorReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line {@code // YOUR CODE HERE}, wherever nbgrader leaves it. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class StubsTest {

    /** One for all: each test declares what it uses. */
    private final Student student = new Student();

    @AfterAll
    void close() {
        student.close();
    }

    /** Declares without a word, and is open when it is used. */
    private ErrorReport open(String declaration, String use) throws CellFailure {
        String before = student.output.stderr();
        student.run(declaration);
        assertThat(student.output.stderr()).isEqualTo(before);
        ErrorReport report = student.failure(use);
        assertThat(report.name()).as(String.join("\n", report.traceback())).isEqualTo("NotWrittenYet");
        return report;
    }

    @Test
    void voidMethod_isOpen() throws CellFailure {
        assertThat(open("void go() {\n    // YOUR CODE HERE\n}", "go()").message())
                .isEqualTo("go is not written yet: put your code in the place of the line // YOUR CODE HERE");
    }

    @Test
    void method_isToldWithItsExercise() throws CellFailure {
        var declaration = "double[] diamond(double a, double b) {\n    // YOUR CODE HERE\n}";
        assertThat(open(declaration, "diamond(1, 2)").message())
                .startsWith("diamond (exercise diamond) is not written");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double f(double x) {\n    // YOUR CODE HERE\n}",
                "double f(double x) {\n    // YOUR CODE HERE\n    throw new UnsupportedOperationException();\n}",
                "double f(double x) { // YOUR CODE HERE\n}",
                "double f(double x) {\n    double s = x;\n    // YOUR CODE HERE\n    return s;\n}",
                "double f(double x) {\n    double s;\n    // YOUR CODE HERE\n    return s;\n}",
                "double f(double x) {\n    // YOUR CODE HERE\n    return result * 2;\n}",
                "double f(double x) {\n    if (x > 0) {\n        // YOUR CODE HERE\n    }\n    return x;\n}",
                "double f(double x) {\n    if (x > 0) {\n        // YOUR CODE HERE\n    } else {\n        return x;\n    }\n}",
                "double f(double x) {\n    for (;;) {\n        // YOUR CODE HERE\n    }\n}",
                "double f(double x) {\n    for (int i = 0; i < 3; i++) {\n        // YOUR CODE HERE\n    }\n}",
                "double f(double x) {\n    try {\n        // YOUR CODE HERE\n    } finally {\n        x = 0;\n    }\n}",
                "double f(double x) {\n    do {\n        // YOUR CODE HERE\n    } while (x > 0);\n    return x;\n}",
                "double f(double x) {\n    synchronized (this) {\n        {\n            // YOUR CODE HERE\n        }\n    }\n}",
                "double f(double x) {\n    switch ((int) x) {\n        case 1:\n            // YOUR CODE HERE\n            break;\n        default:\n            return x;\n    }\n}",
                "double f(double x) {\n    return switch ((int) x) {\n        case 1 -> {\n            // YOUR CODE HERE\n        }\n        default -> x;\n    };\n}",
                "double f(double x) {\n    DoubleUnaryOperator g = y -> {\n        // YOUR CODE HERE\n    };\n    return g.applyAsDouble(x);\n}",
                "double f(double x) {\n    String braces = \"{ // YOUR CODE HERE \";\n    char c = '}';\n    // YOUR CODE HERE\n}",
                "double f(double x) {\n    String text = \"\"\"\n        // YOUR CODE HERE\n        }\"\"\";\n    // YOUR CODE HERE\n}",
                "<T extends Number> double f(T x) {\n\t//YOUR CODE HERE\n}",
                "double f(double x) {\r\n    // YOUR CODE HERE\r\n}",
                "double f(double x) {\n    // YOUR CODE HERE\n    double s = 2;\n    // YOUR CODE HERE\n    return s;\n}",
            })
    void methodWithValue_compilesAndIsOpen(String declaration) throws CellFailure {
        String use = declaration.contains("while (x > 0)") ? "f(-1)" : "f(1)";
        String compiled = declaration.contains("synchronized") ? declaration.replace("this", "\"\"") : declaration;
        assertThat(open(compiled, use).message()).startsWith("f is not written yet");
    }

    @Test
    void methodAndConstructorOfAClass_areOpenByName() throws CellFailure {
        student.run("""
                class Num {
                    final double value;
                    Num(double v) { value = v; }
                    Num() {
                        // YOUR CODE HERE
                    }
                    Num add(Num other) {
                        // YOUR CODE HERE
                    }
                    interface Rule {
                        default int go() {
                            // YOUR CODE HERE
                        }
                    }
                }
                """);

        assertThat(student.failure("new Num(1).add(new Num(2))").message())
                .startsWith("Num.add (exercise reused) is not written yet");
        assertThat(student.failure("new Num()").message()).startsWith("new Num (exercise reused) is not");
        assertThat(student.failure("new Num.Rule() {}.go()").message()).contains("Num.Rule.go");
    }

    @Test
    void classThatLacksAMember_isOpenWhenAnObjectIsMade() throws CellFailure {
        assertThat(open("class Box {\n    double value = 2;\n    // YOUR CODE HERE\n}", "new Box()")
                        .message())
                .startsWith("Box is not written yet");
    }

    @Test
    void variableThatHoldsAFunction_isOpenByName() throws CellFailure {
        assertThat(open("DoubleUnaryOperator square = x -> {\n    // YOUR CODE HERE\n};", "square.applyAsDouble(2)")
                        .message())
                .startsWith("square is not written yet");
    }

    @Test
    void cellThatIsEmpty_isOpen() {
        var report = student.failure("// Declare q and L.\n// YOUR CODE HERE\n");
        assertThat(report.name()).isEqualTo("NotWrittenYet");
        assertThat(report.traceback()).last().asString().contains("line 2");
    }

    @Test
    void cellThatEndsOpen_hasRunItsBeginning() throws CellFailure {
        assertThat(student.failure("int q = 3;\n\n// YOUR CODE HERE").message()).startsWith("This cell is not");
        assertThat(student.value("q")).isEqualTo(3);
    }

    @Test
    void lineThatStandsOpen_isShown() throws CellFailure {
        student.run("double f(double x) {\n    double y = x;\n    // YOUR CODE HERE\n    return y;\n}");
        assertThat(student.shown("f(2)")).contains("line 3 in f: // YOUR CODE HERE");
    }

    @Test
    void mistakeBeforeTheLine_isMarkedInItsPlace() {
        assertThat(student.shown(
                        "class A {\n    int f() {\n        // YOUR CODE HERE\n    }\n    int g() { return \"\"; }\n}"))
                .contains("line 5", "    int g() { return \"\"; }\n                         ^");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int f() {\n    // do not put YOUR CODE HERE\n    return 1;\n}",
                "int f() {\n    // YOUR CODE HERE was above\n    return 1;\n}",
                "int f() {\n    /* // YOUR CODE HERE */\n    return 1;\n}",
                "int f() {\n    String s = \"// YOUR CODE HERE\";\n    return 1;\n}",
                "int f() {\n    String s = \"\"\"\n    // YOUR CODE HERE\n    \"\"\";\n    return 1;\n}",
                "// YOUR CODE HERE\nint f() { return 1; }",
            })
    void wordsElsewhere_changeNothing(String declaration) throws CellFailure {
        student.run(declaration);
        assertThat(student.value("f()")).isEqualTo(1);
    }

    @Test
    void recordAndInterface_keepTheLineAsAComment() throws CellFailure {
        student.run("record P(int x) {\n    // YOUR CODE HERE\n}\ninterface Q {\n    // YOUR CODE HERE\n}");
        assertThat(student.value("new P(1).x()")).isEqualTo(1);
    }

    @Test
    void whatIsWrittenInItsPlace_runs() throws CellFailure {
        open("double f(double x) {\n    // YOUR CODE HERE\n}", "f(2)");
        student.run("double f(double x) {\n    return x * x;\n}");
        assertThat(student.value("f(2)")).isEqualTo(4.0);
    }
}
