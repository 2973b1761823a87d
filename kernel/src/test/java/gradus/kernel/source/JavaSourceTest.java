package gradus.kernel.source;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Var;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaSourceTest {

    @Test
    void declarations_areFoundWithCommentAndText() {
        JavaSource source = JavaSource.of("""
                package a;
                /** Outer. */
                public class A<T> {
                    /** Inner. */
                    record B(int x) {
                        /** Of B. */ B {}
                    }
                    /** Many. */
                    @Deprecated
                    <S> S f(java.util.Map<String, List<S>> map, int[] a, final S... more) throws Exception {
                        int local = 1;
                        return null;
                    }
                }
                """);
        assertThat(source.type("A"))
                .extracting(Declaration::doc)
                .extracting(DocText::plain)
                .isEqualTo("Outer.");
        assertThat(source.type("A.B"))
                .extracting(Declaration::doc)
                .extracting(DocText::plain)
                .isEqualTo("Inner.");
        assertThat(source.type("B")).isNull();
        Declaration method = Objects.requireNonNull(source.method("A", "f", List.of("Map", "int[]", "S[]")));
        assertThat(method.doc().plain()).isEqualTo("Many.");
        assertThat(method.source()).startsWith("@Deprecated\n<S> S f(").endsWith("    return null;\n}");
        assertThat(source.method("A", "f", List.of("Map"))).isNull();
        assertThat(source.field("A", "local")).isNull();
    }

    @Test
    void membersOfACell_standInNoClass() {
        JavaSource source = JavaSource.ofMembers(
                "/** One. */ int one() { return 1; }\n/** Two. */ final double two = 2, three = 3;");
        assertThat(source.method("", "one", List.of()))
                .extracting(Declaration::doc)
                .extracting(DocText::plain)
                .isEqualTo("One.");
        assertThat(source.field("", "three"))
                .extracting(Declaration::doc)
                .extracting(DocText::plain)
                .isEqualTo("Two.");
    }

    @Test
    void textThatIsNoJava_hasNoDeclarations() {
        assertThat(JavaSource.of("}{ what ?").entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int|int",
                "java.util.Map.Entry<K, List<V>>[]|Entry[]",
                "String...|String[]",
                "@Nullable Object|Object"
            })
    void typeOfAParameter_isWrittenShortly(String type, String simple) {
        assertThat(JavaSource.simple(type)).isEqualTo(simple);
    }

    @Test
    void sourceOfTheEngine_isShipped() {
        assertThat(LibrarySources.of(Var.class).map(each -> each.type("Var"))).isPresent();
        assertThat(LibrarySources.of(String.class)).isEmpty();
    }
}
