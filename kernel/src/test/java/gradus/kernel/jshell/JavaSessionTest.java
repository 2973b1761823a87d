package gradus.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.autograd.Node;
import gradus.kernel.display.Renderers;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Completeness.State;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.RecordedOutput;
import gradus.kernel.session.Value;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cells as students write them; one session a test, as one notebook. */
@Timeout(60)
class JavaSessionTest {

    private final JavaSession session = new JavaSession();
    private final RecordedOutput output = new RecordedOutput();
    private int cell;

    @BeforeEach
    void enter() {
        Outputs.enter(output);
    }

    @AfterEach
    void leave() {
        Outputs.leave();
        session.close();
    }

    private @Nullable Value run(String code) throws CellFailure {
        return session.run(code, ++cell, 1);
    }

    private @Nullable Object value(String code) throws CellFailure {
        Value value = run(code);
        return value == null ? "no value" : value.object();
    }

    private ErrorReport failure(String code) {
        return catchThrowableOfType(CellFailure.class, () -> run(code)).report();
    }

    private static String shown(ErrorReport report) {
        return String.join("\n", report.traceback()).replaceAll("\u001b\\[\\d+m", "");
    }

    @Test
    void lastExpression_isTheValue() throws CellFailure {
        assertThat(value("int a = 2; int b = 3;\na * b")).isEqualTo(6);
    }

    @Test
    void nullValue_isAValue() throws CellFailure {
        assertThat(run("null")).isEqualTo(new Value(null));
    }

    @Test
    void declarationAssignmentAndStatement_haveNoValue() throws CellFailure {
        assertThat(run("int a = 2;")).isNull();
        assertThat(run("a = 3")).isNull();
        assertThat(run("for (int i = 0; i < 3; i++) a++;")).isNull();
        assertThat(value("a")).isEqualTo(6);
    }

    @Test
    void value_isTheObjectItself() throws CellFailure {
        run("class Loop { Object self = this; public String toString() { throw new RuntimeException(\"no\"); } }\n"
                + "Loop loop = new Loop();");
        assertThat(value("loop == loop.self")).isEqualTo(true);
        assertThat(run("loop")).isNotNull();
    }

    @Test
    void warningOfTheEngine_namesCellAndLine_andIsToldOnce() throws CellFailure {
        run("var w = new Var(1);\nvar sgd = new SGD(List.of(w), 0.001);");
        run("w.pow(2).backward();\nfor (int i = 0; i < 100; i++) {\n    sgd.step();\n}");
        assertThat(output.stderr())
                .isEqualToNormalizingWhitespace(
                        "Cell 2, line 3: step: the gradient of w still holds what an earlier step has used."
                                + " Call zeroGrad() before each backward()."
                                + " To switch this warning off: Warnings.off(Warning.STEP_WITHOUT_ZERO_GRAD)\n");
    }

    @Test
    void warningInAMethodOfAnEarlierCell_namesThatCell() throws CellFailure {
        run("class Model {\n    int train(Var w) {\n        w.log().backward();\n        return 1;\n    }\n}");
        run("var w = new Var(0);\n\nnew Model().train(w);");
        assertThat(output.stderr().replace('\n', ' '))
                .startsWith("Cell 1, line 3: backward: a Var made by log is −∞. −∞ first appears in log(w): w is 0.");
    }

    @Test
    void warningWhileAVariableGetsItsValue_namesTheCell() throws CellFailure {
        run(
                "var w = new Var(0);\nList<Integer> n =\n    List.of(1, 2).stream().peek(i -> w.log().backward()).toList();");
        assertThat(output.stderr()).startsWith("Cell 1: backward: a Var made by log is −∞.");
    }

    @Test
    void classes_mayReferForwardInOneCell() throws CellFailure {
        assertThat(value("class A { int f() { return new B().g(); } }\nclass B { int g() { return 7; } }\nnew A().f()"))
                .isEqualTo(7);
    }

    @Test
    void method_mayBeRedefined() throws CellFailure {
        run("int f() { return 1; }");
        run("int f() { return 2; }");
        assertThat(value("f()")).isEqualTo(2);
    }

    @Test
    void unresolvedReference_isToldWhenDeclaredAndWhenUsed() throws CellFailure {
        run("int f() { return g(); }");
        assertThat(output.stderr())
                .contains("f() is declared, but cannot be used until")
                .contains("g()");
        assertThat(failure("f()").message()).contains("f() cannot be used yet").contains("g()");
    }

    @Test
    void redefinedClass_namesTheVariablesThatItResets() throws CellFailure {
        run("class P { int v = 1; }\nP p = new P();");
        run("class P { int v = 2; int w; }");
        assertThat(output.stderr())
                .isEqualTo("p was reset: its class P changed. Run the cell again that gave it a value.\n");
        assertThat(value("p")).isNull();
    }

    @Test
    void compileError_showsTheLineWithACaretUnderThePlace() {
        assertThat(shown(failure("int a = 1;\nint b = \"text\";"))).isEqualTo("""
                        Cell 1, line 2: incompatible types: String cannot be converted to int
                            int b = "text";
                                    ^
                          Hint: Text becomes a number by Integer.parseInt(…)""");
    }

    @Test
    void brokenSyntaxAtTheEnd_runsNothing() throws CellFailure {
        run("int a = 1;");
        failure("a = 2;\nint f( {");
        assertThat(value("a")).isEqualTo(1);
    }

    @Test
    void exception_namesCellAndLineOfEveryFrameOfTheStudent() throws CellFailure {
        run("// a comment\nint half(int n) {\n    return 1 / n;\n}");
        assertThat(shown(failure("int x = 0;\nhalf(x)"))).isEqualTo("""
                        ArithmeticException: / by zero
                          Cell 1, line 3 in half: return 1 / n;
                          Cell 2, line 2: half(x)
                          Hint: Integers cannot be divided by 0; a double can: 1.0 / 0 is Infinity""");
    }

    @Test
    void cause_isShown() {
        assertThat(shown(failure("throw new IllegalStateException(\"outer\", new RuntimeException(\"inner\"));")))
                .contains("IllegalStateException: outer", "Caused by: RuntimeException: inner");
    }

    @Test
    void errorReport_isShortAndFreeOfMachinery() {
        ErrorReport report = failure("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)");
        assertThat(report.name()).isEqualTo("StackOverflowError");
        assertThat(report.traceback()).hasSizeLessThanOrEqualTo(30);
        assertThat(shown(report)).doesNotContain("REPL", "jdk.jshell", "gradus.kernel", "reflect");
    }

    @Test
    void variables_outliveAnError() throws CellFailure {
        run("int keep = 42;");
        failure("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)");
        assertThat(value("keep")).isEqualTo(42);
    }

    @Test
    void exit_isExplainedAndTheSessionLives() throws CellFailure {
        assertThat(failure("System.exit(0);").message()).startsWith("System.exit(0) would end the kernel");
        assertThat(failure("Runtime.getRuntime().halt(1);").message()).startsWith("Runtime.halt(1)");
        assertThat(failure("java.util.function.IntConsumer quit = System::exit;\nquit.accept(3);")
                        .message())
                .startsWith("System.exit(3)");
        assertThat(value("1 + 1")).isEqualTo(2);
    }

    @Test
    void assertion_fails() {
        assertThat(failure("assert 1 > 2 : \"smaller\";").message()).isEqualTo("smaller");
    }

    @Test
    void endlessLoop_isInterrupted() throws Exception {
        run("int keep = 42;");
        assertThat(interrupted("while (true) {}").name()).isEqualTo("Interrupted");
        assertThat(value("keep")).isEqualTo(42);
    }

    @Test
    void loopThatSwallowsTheInterruptOfItsSleep_isInterrupted() throws Exception {
        assertThat(interrupted("while (true) { try { Thread.sleep(5); } catch (Exception e) { } }")
                        .name())
                .isEqualTo("Interrupted");
    }

    @Test
    void variablesDeclaredTogether_nameTheirOwnNodes() throws CellFailure {
        run("Var x1 = new Var(1), x2 = x1.mul(3);");
        assertThat(value("x1.name()")).isEqualTo("x1");
        assertThat(value("x2.name()")).isEqualTo("x2");
    }

    @Test
    void magicInTheMiddleOfALine_isExplained() {
        assertThat(shown(failure("int a = 1; %graph a"))).contains("A magic begins a line of its own");
    }

    @Test
    void failingInitializer_isShownOnce() {
        var report = shown(failure("int zero = 0;\nint a = 1 / zero;"));
        assertThat(report.lines().filter(line -> line.contains("int a = 1 / zero;")))
                .hasSize(1);
    }

    @Test
    void interrupt_endsALoopThatCatchesWhateverIsThrown() throws Exception {
        var code = "while (true) { try { while (true) {} } catch (Throwable t) { } finally { Thread.yield(); } }";
        assertThat(interrupted(code).name()).isEqualTo("Interrupted");
        assertThat(value("try { throw new Exception(\"a\"); } catch (Exception e) { }\n1 + 1"))
                .isEqualTo(2);
    }

    @Test
    void sleep_isInterrupted() throws Exception {
        assertThat(interrupted("Thread.sleep(600_000);").name()).isEqualTo("Interrupted");
    }

    @Test
    void endlessToString_isInterrupted() throws Exception {
        run("class Slow { public String toString() { while (true) {} } }\nSlow slow = new Slow();");
        CompletableFuture<ErrorReport> ended = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                        CellFailure.class,
                        () -> session.render(session.variables().get("slow"), Renderers::render))
                .report());
        Thread.sleep(500);
        session.interrupt();
        assertThat(ended.get(20, TimeUnit.SECONDS).name()).isEqualTo("Interrupted");
    }

    private ErrorReport interrupted(String code) throws Exception {
        run("1"); // the shell has started
        CompletableFuture<ErrorReport> ended = CompletableFuture.supplyAsync(() -> failure(code));
        Thread.sleep(500);
        session.interrupt();
        ErrorReport report = ended.get(20, TimeUnit.SECONDS);
        Outputs.leave();
        Outputs.enter(output); // what runs now is the next cell
        return report;
    }

    private @Nullable String nameOf(String node) throws CellFailure {
        return value(node) instanceof Node found ? found.name() : null;
    }

    @Test
    void nodes_areNamedAfterVariables() throws CellFailure {
        run("var x = new Var(2); Var[] w = {new Var(1), new Var(3)}; var all = List.of(x, new Var(5));");
        assertThat(nameOf("x")).isEqualTo("x");
        assertThat(nameOf("w[1]")).isEqualTo("w[1]");
        assertThat(nameOf("all.get(1)")).isEqualTo("all[1]");
    }

    @Test
    void nodes_areNamedBeforeTheNextStatementRuns() throws CellFailure {
        assertThat(value("var x = new Var(2);\nx.name()")).isEqualTo("x");
    }

    @Test
    void ownClassVar_takesTheNameAndResetGivesItBack() throws CellFailure {
        assertThat(value("class Var { int q = 4; }\nnew Var().q")).isEqualTo(4);
        session.reset();
        assertThat(value("new Var(3).value()")).isEqualTo(3.0);
    }

    @Test
    void declare_handsAnObjectToTheCells() throws CellFailure {
        var shared = new StringBuilder("a");
        session.declare("StringBuilder", "text", shared);
        run("text.append('b');");
        assertThat(shared).hasToString("ab");
        assertThat(session.typeOf("text")).isEqualTo("StringBuilder");
    }

    @Test
    void display_showsInTheMiddle() throws CellFailure {
        run("display(\"now\"); int a = 1;");
        assertThat(output.shown()).containsExactly(MimeBundle.text("now"));
    }

    @Test
    void completion_knowsEngineAndStudent() throws CellFailure {
        run("int population = 3;");
        assertThat(session.complete("Tensor.rand", 11).matches()).containsExactly("rand(", "randn(");
        assertThat(session.complete("int a = 1;\npopu", 15).matches()).containsExactly("population");
        assertThat(session.complete("int a = 1;\npopu", 15).start()).isEqualTo(11);
    }

    @Test
    void completeness_tellsWhatEnterShouldDo() {
        assertThat(session.completeness("int a = 1;\nint b").state()).isEqualTo(State.COMPLETE);
        assertThat(session.completeness("int f() {").indent()).isEqualTo("    ");
        assertThat(session.completeness("if (true)").state()).isEqualTo(State.INCOMPLETE);
        assertThat(session.completeness("int a = 1;\nint b = 2;\na + b").state())
                .isEqualTo(State.COMPLETE);
        assertThat(session.completeness("import java.net.*;\npublic int f() { return 1; }")
                        .state())
                .isEqualTo(State.COMPLETE);
        assertThat(session.completeness("int = 5;").state()).isEqualTo(State.INVALID);
        assertThat(session.completeness(")").state()).isEqualTo(State.INVALID);
        assertThat(session.completeness("String s = \"\"\"\n  a").state()).isEqualTo(State.INCOMPLETE);
    }

    @Test
    void layerOfACell_opensAScopeInForward() throws CellFailure {
        run("""
                import gradus.autograd.*;
                import gradus.autograd.nn.*;
                class Twice extends Layer {
                    public Tensor forward(Tensor x) {
                        if (x.shape().rank() > 1) {
                            throw new IllegalArgumentException("a vector is needed");
                        }
                        return x.mul(2).add(1);
                    }
                }
                class Net extends Layer {
                    Twice inner = layer("inner", new Twice());
                    public Tensor forward(Tensor x) { return inner.forward(x).tanh(); }
                }
                var net = new Net();
                try { net.forward(Tensor.zeros(2, 2)); } catch (IllegalArgumentException e) { }
                var y = net.forward(Tensor.of(1, 2));
                """);
        assertThat(value("Trace.forwardOf(y.exp()).nodes().stream().filter(n -> n.op() != null)"
                        + ".map(n -> String.join(\"/\", n.scope())).toList()"))
                .hasToString("[Net/Twice, Net/Twice, Net, ]");
    }
}
