package gradus.kernel.jupyter;

import gradus.kernel.session.CellOutput;
import gradus.kernel.session.InputRefused;
import gradus.kernel.session.MimeBundle;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.publish.PublishClearOutput;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;

/** The output of the cell that one execute request asked for. */
final class RequestOutput implements CellOutput {

    private final Connection connection;
    private final MessageContext request;
    private final boolean allowStdin;

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
        int size = bundle.data().values().stream().mapToInt(String::length).sum();
        connection.outbox().enqueue(request, new PublishDisplayData(Json.display(bundle)), size);
    }

    @Override
    public void clear(boolean wait) {
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
