package gradus.kernel.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PomTextTest {

    @Test
    void partsThatStandAlone_areGatheredIntoTheirLists() {
        assertThat(PomText.whole("<repository>r</repository>\n<dependency>a</dependency><dependency>b</dependency>"))
                .contains("<dependencies><dependency>a</dependency><dependency>b</dependency></dependencies>")
                .contains("<repositories><repository>r</repository></repositories>")
                .startsWith("<project><modelVersion>");
    }

    @Test
    void wholePom_staysAsItIs() {
        assertThat(PomText.whole("<project xmlns='x'><dependency/></project>"))
                .isEqualTo("<project xmlns='x'><dependency/></project>");
    }
}
