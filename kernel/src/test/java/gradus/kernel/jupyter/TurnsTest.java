package gradus.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void workThatNobodyWaitsFor_isNotDoneWhileTheSessionIsInUse() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> turns.doIfFree(() -> {
            begun.countDown();
            await(end);
        }));
        begun.await();
        assertThat(turns.doIfFree(() -> {
                    throw new AssertionError("two at once");
                }))
                .isFalse();
        end.countDown();
        assertThat(first.join()).isTrue();
        assertThat(turns.doIfFree(() -> {})).isTrue();
    }

    @Test
    void workThatFails_leavesTheSessionFree() {
        assertThatThrownBy(() -> turns.doIfFree(() -> {
                    throw new IllegalStateException("bad");
                }))
                .hasMessage("bad");
        assertThat(CompletableFuture.supplyAsync(() -> turns.doIfFree(() -> {})).join())
                .isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
