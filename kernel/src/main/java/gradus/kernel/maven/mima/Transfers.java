package gradus.kernel.maven.mima;

import gradus.kernel.maven.ArtifactResolver.Watch;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** Says what is fetched: a line for each jar when it is there, and now and then one for a large jar on its way. */
final class Transfers extends AbstractTransferListener {

    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final double MEGABYTE = 1e6;

    private final Watch watch;
    private final Map<String, Long> saidAt = new ConcurrentHashMap<>();

    Transfers(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void transferInitiated(TransferEvent event) throws TransferCancelledException {
        stopIfCancelled();
        saidAt.put(file(event), System.nanoTime());
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        stopIfCancelled();
        long now = System.nanoTime();
        Long last = saidAt.get(file(event));
        if (last != null && now - last > SILENCE_NANOS) {
            saidAt.put(file(event), now);
            String of = event.getResource().getContentLength() > 0
                    ? " of " + megabytes(event.getResource().getContentLength())
                    : "";
            watch.say().accept(name(event) + ": " + megabytes(event.getTransferredBytes()) + of);
        }
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        if (file(event).endsWith(".jar")) {
            watch.say().accept("fetched " + name(event) + " (" + megabytes(event.getTransferredBytes()) + ")");
        }
    }

    private void stopIfCancelled() throws TransferCancelledException {
        if (watch.cancelled().getAsBoolean()) {
            throw new TransferCancelledException();
        }
    }

    private static String file(TransferEvent event) {
        return event.getResource().getResourceName();
    }

    private static String name(TransferEvent event) {
        return file(event).substring(file(event).lastIndexOf('/') + 1);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", Math.max(0.1, bytes / MEGABYTE));
    }
}
