package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.OpLog.Made;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpLogTest {

    private static OpLog start() {
        return OpLog.start(name -> name.equals(OpLogTest.class.getName()));
    }

    private static List<String> formulas(OpLog log) {
        return log.first().stream().map(Made::formula).toList();
    }

    private static List<String> numbers(OpLog log) {
        return log.first().stream().map(Made::numbers).toList();
    }

    @Test
    void ops_standInTheOrderOfTheProgram_thoseThatNothingUsesToo() {
        var x = new Var(2, "x");
        var y = new Var(3, "y");
        var log = start();
        x.sin();
        var f = x.mul(y);
        f.add(1).exp();
        f.nameIfUnnamed("f");
        log.close();

        assertThat(formulas(log)).containsExactly("v1 = sin(x)", "f = x · y", "v3 = f + 1", "v4 = exp(v3)");
        assertThat(numbers(log)).element(1).isEqualTo("2 · 3 = 6");
        assertThat(log.first()).extracting(Made::number).containsExactly(1L, 2L, 3L, 4L);
    }

    private static Var square(Var x) {
        return x.mul(x);
    }

    @Test
    void place_isTheInnermostLineOfTheSource() {
        var x = new Var(2, "x");
        var log = start();
        square(x);
        x.add(1);
        log.close();

        assertThat(log.first())
                .extracting(made -> made.place() == null ? "" : made.place().getMethodName())
                .containsExactly("square", "place_isTheInnermostLineOfTheSource");
    }

    @Test
    void loop_isShortenedInTheMiddle_andItsOpsKeepTheirNumbers() {
        var x = new Var(1, "x");
        var log = start();
        var sum = x;
        var early = x.mul(2);
        for (int i = 0; i < 1000; i++) {
            sum = sum.add(1);
        }
        early.add(sum);
        log.close();

        assertThat(log.count()).isEqualTo(1002);
        assertThat(log.first()).hasSize(OpLog.FIRST);
        assertThat(log.last()).hasSize(OpLog.LAST);
        assertThat(log.last().get(0).formula()).isEqualTo("v983 = v982 + 1");
        assertThat(log.last().get(0).numbers()).isEqualTo("982 + 1 = 983");
        assertThat(log.last().get(OpLog.LAST - 1).formula()).isEqualTo("v1002 = v1 + v1001");
    }

    @Test
    void numbers_areThoseOfTheTime_whenALeafChangesLater() {
        var w = new Var(5, "w");
        var log = start();
        for (int i = 0; i < 2; i++) {
            w.zeroGrad();
            w.mul(3).backward();
            w.step((k, value, gradient) -> value - gradient);
        }
        w.set(100);
        log.close();

        assertThat(numbers(log)).containsExactly("5 · 3 = 15", "2 · 3 = 6");
    }

    @Test
    void arrays_areToldByTheirShapes_andAShortResultByItsElements() {
        var w = Tensor.of(new double[][] {{1, 2}, {3, 4}}).named("W");
        var x = Tensor.of(1, 1).named("x");
        var log = start();
        var y = w.matmul(x);
        Tensor.zeros(20, 2).matmul(y);
        log.close();

        assertThat(numbers(log)).containsExactly("W: 2×2, x: 2 ⟶ v1: 2", "u1: 20×2, v1: 2 ⟶ v2: 20");
        assertThat(log.first()).extracting(Made::value).containsExactly("[3, 7]", "");
    }

    @Test
    void studentsName_isNotTakenForAnotherNode() {
        var v1 = new Var(2, "v1");
        var u1 = new Var(3, "u1");
        var log = start();
        v1.mul(u1).mul(new Var(4));
        log.close();

        assertThat(formulas(log)).containsExactly("v1′ = v1 · u1", "v2 = v1′ · u2");
    }

    @Test
    void closedLog_hearsNothing_andTheOuterOneGoesOn() {
        var x = new Var(2, "x");
        var outer = start();
        var inner = start();
        x.mul(2);
        inner.close();
        inner.close();
        x.mul(3);
        outer.close();
        x.mul(4);

        assertThat(formulas(inner)).containsExactly("v1 = x · 2");
        assertThat(formulas(outer)).containsExactly("v1 = x · 3");
    }

    @Test
    void whatHasNoHistory_isNoOpOfTheLog() {
        var x = new Var(2, "x");
        var log = start();
        Var.constant(2).mul(3);
        NoGrad.run(() -> x.mul(2));
        log.close();

        assertThat(log.count()).isZero();
        assertThat(log.first()).isEmpty();
    }
}
