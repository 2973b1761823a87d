package gradus.autograd.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class CandidateTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void candidate_isTakenOnceItIsFaster() throws InterruptedException {
        var candidate = new Candidate((x, z, from, to) -> Arrays.fill(z, from, to, 0), CandidateTest::costly, PATIENCE);
        assertThat(candidate.isFaster()).isFalse();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!candidate.isFaster() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertThat(candidate.isFaster()).isTrue();
    }

    @Test
    void candidate_isNotTakenWhileItIsSlower() throws InterruptedException {
        var rounds = new CountDownLatch(10);
        var candidate = new Candidate(
                (x, z, from, to) -> {
                    LockSupport.parkNanos(10_000_000);
                    rounds.countDown();
                },
                x -> x,
                Duration.ofMillis(200));
        assertThat(candidate.isFaster()).isFalse();
        assertThat(rounds.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(candidate.isFaster()).isFalse();
    }

    private static double costly(double x) {
        double sum = x;
        for (int k = 0; k < 1000; k++) {
            sum = Math.cos(sum);
        }
        return sum;
    }
}
