package gradus.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.messages.request.HistoryRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History();

    @BeforeEach
    void fill() {
        history.add(1, "int a;");
        history.add(2, "a * 2");
        history.result("0");
        history.add(3, "int a;");
    }

    @Test
    void tail_isTheLastCells() {
        assertThat(history.find(new HistoryRequest.Tail(false, true, 2)))
                .hasToString("[[1,2,\"a * 2\"],[1,3,\"int a;\"]]");
    }

    @Test
    void range_excludesItsStop() {
        assertThat(history.find(new HistoryRequest.Range(true, true, 0, 2, 3)))
                .hasToString("[[1,2,[\"a * 2\",\"0\"]]]");
    }

    @Test
    void search_takesAGlobLiterally() {
        assertThat(history.find(new HistoryRequest.Search(false, true, 10, "a \\* *", false)))
                .isEmpty();
        assertThat(history.find(new HistoryRequest.Search(false, true, 10, "a*", false)))
                .hasSize(1);
    }

    @Test
    void search_mayBeUnique() {
        assertThat(history.find(new HistoryRequest.Search(false, true, 10, "int*", true)))
                .hasSize(1);
    }
}
