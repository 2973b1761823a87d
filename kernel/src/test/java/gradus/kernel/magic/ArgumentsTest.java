package gradus.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void blanksInsideBrackets_splitNothing() {
        assertThat(Arguments.split("f.add(x, g[ 1 ])  --depth 2")).containsExactly("f.add(x, g[ 1 ])", "--depth", "2");
    }

    @Test
    void quotesAroundAnArgument_areTakenOff() {
        assertThat(Arguments.split("\"two words\" 'one'")).containsExactly("two words", "one");
    }

    @Test
    void quotesInsideAnExpression_stay() {
        assertThat(Arguments.split("x.named(\"a b\")")).containsExactly("x.named(\"a b\")");
    }

    @Test
    void bracketInsideQuotes_opensNothing() {
        assertThat(Arguments.split("x.named(\"(\") y")).containsExactly("x.named(\"(\")", "y");
    }

    @Test
    void openQuote_endsWithTheLine() {
        assertThat(Arguments.split("\"a b")).containsExactly("\"a b");
    }

    @Test
    void nothing_hasNoArguments() {
        assertThat(Arguments.split("  ")).isEmpty();
    }

    @Test
    void newObject_isOneArgument() {
        assertThat(Arguments.split("new double[] {1, 2} --log")).containsExactly("new double[] {1, 2}", "--log");
        assertThat(Arguments.split("new Var(2) x")).containsExactly("new Var(2)", "x");
        assertThat(Arguments.split("news x")).containsExactly("news", "x");
    }
}
