package gradus.bench;

import java.io.IOException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks that its arguments name, or all, with JMH's options and with flags like the kernel's.
 *
 * <p>The heap is large from the start, so that what is measured is the engine, and not how a heap grows: a graph of 10⁶
 * nodes takes some 60 MB, and one of 10⁷ must stay whole.
 */
public final class Main {

    /** Up to this release the kernel starts with the Vector API, too. */
    private static final int VECTORIZING = 25;

    private Main() {}

    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException, IOException {
        var options = new CommandLineOptions(arguments);
        if (options.shouldHelp()) {
            options.showHelp();
            return;
        }
        var runner = new Runner(
                new OptionsBuilder().parent(options).jvmArgsPrepend(flags()).build());
        if (options.shouldList()) {
            runner.list();
        } else {
            runner.run();
        }
    }

    private static String[] flags() {
        // Room for a good many graphs of a million nodes: the engine is measured, and not how often a heap is
        // collected.
        var kernel = new String[] {"-XX:+UseSerialGC", "-Xms3g", "-Xmn2g", "-Xmx6g", "-Xss512k"};
        if (Runtime.version().feature() >= VECTORIZING) {
            return kernel;
        }
        var all = java.util.Arrays.copyOf(kernel, kernel.length + 1);
        all[kernel.length] = "--add-modules=jdk.incubator.vector";
        return all;
    }
}
