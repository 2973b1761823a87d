package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The engine keeps nothing alive: a graph lives as long as the program holds a result of it. */
class MemoryTest {

    /** A thousand graphs of 10⁵ nodes, one after the other; runs in a JVM of its own with a small heap. */
    static final class ManyGraphs {
        private ManyGraphs() {}

        public static void main(String[] arguments) {
            var w = new Var(0.5);
            var t = Tensor.randn(1, 100, 100);
            for (int round = 0; round < 1_000; round++) {
                var v = w;
                for (int i = 0; i < 50_000; i++) {
                    v = v.mul(w).add(w);
                }
                v.add(t.matmul(t).tanh().sum()).backward();
                w.zeroGrad();
                t.zeroGrad();
            }
            System.out.println("done");
        }
    }

    @Test
    void thousandGraphs_fitInto256MiB() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '\\' ? "java.exe" : "java");
        var location = Var.class.getProtectionDomain().getCodeSource().getLocation();
        var tests = MemoryTest.class.getProtectionDomain().getCodeSource().getLocation();
        var command = List.of(
                java.toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                Path.of(location.toURI()) + File.pathSeparator + Path.of(tests.toURI()),
                ManyGraphs.class.getName());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(printed.strip()).isEqualTo("done");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void graphIsFreed_whenItsResultIs() throws Exception {
        var x = new Var(1);
        var inner = sweptInner(x);
        for (int i = 0; i < 50 && inner.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(inner.get()).isNull();
        assertThat(x.grad()).isEqualTo(2);
    }

    private static WeakReference<Var> sweptInner(Var x) {
        var inner = x.add(x);
        inner.mul(1.0).backward();
        return new WeakReference<>(inner);
    }
}
