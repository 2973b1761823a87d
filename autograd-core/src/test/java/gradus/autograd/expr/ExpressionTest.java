package gradus.autograd.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    @Test
    void boardFormula_definesInputsFirst() {
        assertThat(Expression.parse("z = (x1 + a*x2)^2, x1=1, x2=2, a=3").toJava())
                .isEqualTo("""
                var x1 = new Var(1);
                var x2 = new Var(2);
                var a = new Var(3);
                var z = x1.add(a.mul(x2)).pow(2);""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "x + y·z             | x.add(y.mul(z))",
                "(x + y)*z           | x.add(y).mul(z)",
                "x - y - z           | x.sub(y).sub(z)",
                "x/y/z               | x.div(y).div(z)",
                "x^y^z               | x.pow(y.pow(z))",
                "-x^2                | x.pow(2).neg()",
                "x^-1                | x.pow(-1)",
                "2x + 3(y − 1)       | x.mul(2).add(y.sub(1).mul(3))",
                "1 - x               | Var.constant(1).sub(x)",
                "1/(1 + e^-x)        | x.neg().exp().add(1).inv()",
                "σ(x) + ln(y)        | x.sigmoid().add(y.log())",
                "max(x, ReLU(y))     | x.max(y.relu())",
                "x² + √y             | x.pow(2).add(y.sqrt())",
                "\"|x − y|\"         | x.sub(y).abs()",
                "2*3*x               | x.mul(6)",
                "1e-3 x              | x.mul(0.001)",
            })
    void formula_readsAsOnTheBoard(String formula, String java) {
        assertThat(Expression.parse("f = " + formula).toJava()).isEqualTo("var f = " + java + ";");
    }

    @Test
    void severalFormulas_comeInTheOrderOfTheirUse() {
        var e = Expression.parse("z = y^2; y = x + p; p = a*x; x = -1/2, a = 3");
        assertThat(e.names()).containsExactly("x", "a", "p", "y", "z");
        assertThat(e.toJava()).contains("var x = new Var(-0.5);");
    }

    @Test
    void namesWithoutAValue_areFree() {
        assertThat(Expression.parse("z = x*y + 1, x = 2").free()).containsExactly("y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "z = x +         | missing here",
                "z = (x + 1      | never closed",
                "z = x y         | an operator or a comma is missing",
                "z = foo(x)      | foo is no function known here",
                "z = sin(x, y)   | sin takes one argument",
                "z = x ** 2      | write ^ for a power",
                "(x + 1)         | a name is missing here",
                "z               | = is missing after z",
                "class = 2       | a word of Java",
                "z = 1.2.3       | 1.2.3 is not a number",
                "z = x, z = y    | z is defined twice",
                "a = b, b = a    | a ← b ← a",
                "e = 2           | base of the exponential",
                "z = x # 2       | missing here",
            })
    void mistakes_areNamed(String text, String reason) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void mistake_isMarkedWhereItStands() {
        assertThatThrownBy(() -> Expression.parse("z = x ? y")).hasMessageEndingWith("  z = x ? y\n        ^");
    }

    @Test
    void nothing_isAnsweredWithAnExample() {
        assertThatThrownBy(() -> Expression.parse("  ")).hasMessageContaining("z = (x1 + a*x2)^2");
    }
}
