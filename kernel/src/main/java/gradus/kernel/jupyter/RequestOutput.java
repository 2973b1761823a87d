package gradus.kernel.jupyter;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.kernel.session.CellOutput;
import gradus.kernel.session.Grading;
import gradus.kernel.session.InputRefused;
import gradus.kernel.session.MimeBundle;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.publish.PublishClearOutput;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The output of the cell that one execute request asked for. */
final class RequestOutput implements CellOutput {

    private final Connection connection;
    private final MessageContext request;
    private final boolean allowStdin;
    private final Queue<MimeBundle> pages = new ConcurrentLinkedQueue<>();

    RequestOutput(Connection connection, MessageContext request, boolean allowStdin) {
        this.connection = connection;
        this.request = request;
        this.allowStdin = allowStdin;
    }

    @Override
    public void write(Stream stream, byte[] bytes, int offset, int length) {
        connection.outbox().print(request, stream, bytes, offset, length);
    }

    @Override
    public void show(MimeBundle bundle) {
        connection.outbox().enqueue(request, new PublishDisplayData(Json.display(bundle)), size(bundle));
    }

    @Override
    public void show(MimeBundle bundle, String id) {
        connection.outbox().enqueue(request, new PublishDisplayData(withId(bundle, id)), size(bundle));
    }

    @Override
    public void update(MimeBundle bundle, String id) {
        connection.outbox().enqueue(request, new PublishUpdateDisplayData(withId(bundle, id)), size(bundle));
    }

    private static DisplayData withId(MimeBundle bundle, String id) {
        DisplayData display = Json.display(bundle);
        display.setDisplayId(id);
        return display;
    }

    private static int size(MimeBundle bundle) {
        return bundle.data().values().stream().mapToInt(String::length).sum();
    }

    @Override
    public void page(MimeBundle bundle) {
        pages.add(bundle);
    }

    /** To go with the reply. */
    JsonArray payload() {
        var payload = new JsonArray();
        for (MimeBundle each : pages) {
            var page = new JsonObject();
            page.addProperty("source", "page");
            page.add("data", Json.data(each));
            page.addProperty("start", 0);
            payload.add(page);
        }
        return payload;
    }

    /** Not while it is graded: an error that is cleared away, by what a cell has left running, is full points to nbgrader. */
    @Override
    public void clear(boolean wait) {
        if (Grading.isOn()) {
            return;
        }
        var message = wait ? PublishClearOutput.BEFORE_NEXT_OUTPUT : PublishClearOutput.NOW;
        connection.outbox().enqueue(request, message, 1);
    }

    @Override
    public String readLine(String prompt, boolean hidden) throws InterruptedException {
        if (!allowStdin) {
            throw new InputRefused();
        }
        return connection.questions().ask(request, prompt, hidden);
    }
}
