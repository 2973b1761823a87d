package gradus.kernel.jupyter;

import com.google.gson.JsonObject;
import gradus.kernel.session.Cell;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.Interpreter;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Outputs;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteInput;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteResult;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.util.Map;

/** Runs a cell and answers with its value or with its error. */
final class ExecuteHandler {

    private final Connection connection;
    private final Interpreter interpreter;
    private final History history;
    private int count;

    ExecuteHandler(Connection connection, Interpreter interpreter, History history) {
        this.connection = connection;
        this.interpreter = interpreter;
        this.history = history;
    }

    void handle(Environment environment, Message<ExecuteRequest> message) {
        ExecuteRequest request = message.getContent();
        String code = request.getCode().replace("\r\n", "\n");
        boolean counts = !request.isSilent() && request.shouldStoreHistory();
        if (counts) {
            count++;
            history.add(count, code);
        }
        if (!request.isSilent()) {
            environment.publish(new PublishExecuteInput(code, count));
        }
        var output = new RequestOutput(connection, message, request.isStdinEnabled());
        Outputs.enter(output);
        try {
            MimeBundle value = interpreter.run(new Cell(count, code));
            if (value != null && !request.isSilent()) {
                if (counts) {
                    history.result(value.text());
                }
                environment.publish(new PublishExecuteResult(count, Json.display(value)));
            }
            JsonObject reply = Json.ok();
            reply.addProperty("execution_count", count);
            reply.add("user_expressions", evaluate(request.getUserExpr()));
            reply.add("payload", output.payload());
            environment.reply(reply);
        } catch (CellFailure e) {
            fail(environment, request, e.report());
        } catch (Throwable e) { // NOPMD: a cell on which the compiler itself fails is answered like any other
            fail(environment, request, Trouble.report(e));
        } finally {
            Outputs.leave();
        }
    }

    private void fail(Environment environment, ExecuteRequest request, ErrorReport report) {
        if (request.shouldStopOnError()) {
            environment.abortQueued();
        }
        if (!request.isSilent()) {
            environment.publishError(report);
        }
        JsonObject reply = error(report);
        reply.addProperty("execution_count", count);
        environment.reply(reply);
    }

    private JsonObject evaluate(Map<String, String> expressions) {
        var values = new JsonObject();
        expressions.forEach((name, expression) -> values.add(name, evaluate(expression)));
        return values;
    }

    private JsonObject evaluate(String expression) {
        try {
            JsonObject value = Json.ok();
            value.add("data", Json.data(interpreter.evaluate(expression)));
            value.add("metadata", new JsonObject());
            return value;
        } catch (CellFailure e) {
            return error(e.report());
        } catch (RuntimeException | Error e) {
            return error(Trouble.report(e));
        }
    }

    private static JsonObject error(ErrorReport report) {
        JsonObject error = Json.error(report);
        error.addProperty("status", "error");
        return error;
    }
}
