package gradus.kernel.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a cell shows, for a test to look at. */
public final class RecordedOutput implements CellOutput {

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private final List<MimeBundle> shown = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private int updates;

    @Override
    public synchronized void write(Stream stream, byte[] bytes, int offset, int length) {
        (stream == Stream.STDOUT ? out : err).append(new String(bytes, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void show(MimeBundle bundle) {
        shown.add(bundle);
    }

    @Override
    public synchronized void show(MimeBundle bundle, String id) {
        shown.add(bundle);
        ids.add(id);
    }

    @Override
    public synchronized void update(MimeBundle bundle, String id) {
        updates++;
        shown.set(shown.size() - ids.size() + ids.indexOf(id), bundle);
    }

    /** How often something shown was replaced. */
    public synchronized int updates() {
        return updates;
    }

    public synchronized String stdout() {
        return out.toString();
    }

    @Override
    public void page(MimeBundle bundle) {
        show(bundle);
    }

    @Override
    public void clear(boolean wait) {
        shown.clear();
    }

    @Override
    public String readLine(String prompt, boolean hidden) {
        throw new InputRefused();
    }

    public synchronized String stderr() {
        return err.toString();
    }

    public synchronized List<MimeBundle> shown() {
        return List.copyOf(shown);
    }
}
