package gradus.autograd.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class BandsTest {

    @RepeatedTest(50)
    void everyBandIsDoneOnce() {
        var done = new AtomicIntegerArray(2 * Bands.CORES);
        var count = new AtomicInteger();
        Bands.run(true, n -> {
            count.set(n);
            return (band, bands) -> done.incrementAndGet(band);
        });
        for (int band = 0; band < count.get(); band++) {
            assertThat(done.get(band)).isOne();
        }
    }

    @Test
    void workThatIsNotShared_isOneBandOfTheCaller() {
        var threads = ConcurrentHashMap.<Thread>newKeySet();
        Bands.run(false, n -> (band, bands) -> {
            assertThat(n).isOne();
            threads.add(Thread.currentThread());
        });
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @RepeatedTest(20)
    void failureOfABand_reachesTheCaller_asItWas() {
        assertThatThrownBy(() -> Bands.run(true, n -> (band, bands) -> {
                    if (band == 0) {
                        throw new IllegalStateException("band 0");
                    }
                    for (int i = 0; i < 1000; i++) {
                        bands.look();
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("band 0");
    }

    @Test
    void interruption_endsTheWork_andTheNextOneRuns() {
        Thread.currentThread().interrupt();
        // Endless, so that the work cannot be done before anybody looks.
        assertThatThrownBy(() -> Bands.run(true, n -> (band, bands) -> {
                    while (true) {
                        bands.look();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
        everyBandIsDoneOnce();
    }

    @Test
    void severalCallersAtOnce_allGetTheirWorkDone() throws InterruptedException {
        var done = new AtomicInteger();
        var callers = new Thread[4];
        for (int i = 0; i < callers.length; i++) {
            callers[i] = new Thread(() -> {
                for (int round = 0; round < 500; round++) {
                    Bands.run(true, n -> (band, bands) -> {
                        if (band == n - 1) {
                            done.incrementAndGet();
                        }
                    });
                }
            });
            callers[i].start();
        }
        for (var caller : callers) {
            caller.join();
        }
        assertThat(done.get()).isEqualTo(2000);
    }
}
