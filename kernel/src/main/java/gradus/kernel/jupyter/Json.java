package gradus.kernel.jupyter;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.MimeBundle;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** Our records as the protocol's JSON. */
final class Json {

    private Json() {}

    static JsonObject ok() {
        var object = new JsonObject();
        object.addProperty("status", "ok");
        return object;
    }

    static JsonObject error(ErrorReport report) {
        var object = new JsonObject();
        object.addProperty("ename", report.name());
        object.addProperty("evalue", report.message());
        var lines = new JsonArray();
        report.traceback().forEach(lines::add);
        object.add("traceback", lines);
        return object;
    }

    static JsonObject data(MimeBundle bundle) {
        var data = new JsonObject();
        bundle.data().forEach(data::addProperty);
        return data;
    }

    static DisplayData display(MimeBundle bundle) {
        var display = new DisplayData();
        bundle.data().forEach(display::putData);
        bundle.metadata().forEach(display::putMetaData);
        return display;
    }
}
