package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import gradus.autograd.Node;
import gradus.autograd.Trace;
import gradus.autograd.Var;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileLabelTest {

    private static final String LONG = "a_very_long_name_".repeat(12);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "]]>&amp;<!--",
                "$x^2$ costs $5",
                "{{{data}}}",
                "🎓👩‍🏫é",
                "a\u0000b\u0007\ud800\uffff\n\tc"
            })
    void label_staysText(String label) throws Exception {
        var picture = (StepperPicture) Stepper.of(square(label));
        var html = picture.html();

        assertThat(html.split("<script", -1)).hasSize(3);
        assertThat(html).doesNotContain("<img src=x").doesNotContain("alert(1)</script>");
        // The gradient is written with the name under a bar: no mark-up has become an element of its own.
        assertThat(parsed(picture.svg(0))).contains(" = —");
        assertThat(frames(html)).hasSize(picture.frames().size());
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.png()))).isNotNull();
    }

    @Test
    void dollar_beginsNoFormula() {
        var html = Stepper.of(square("$x$")).html();
        var text = html.replaceAll("(?s)<(script|style).*?</\\1>", "")
                .replaceAll("alt=\"[^\"]*\"", "")
                .replace("<span>$</span>", "");

        assertThat(html).contains("<span>$</span>x<span>$</span>").contains("mathjax_ignore");
        assertThat(text).doesNotContain("$");
    }

    @Test
    void longLabel_isShortenedAndKeptInTheTitle() {
        var picture = new GraphPicture(Trace.forwardOf(square(LONG)));

        assertThat(picture.svg())
                .contains(">a_very_long_name_…<")
                .contains("<title>" + LONG + "\nvalue 3.0, gradient —</title>");
        assertThat(picture.text()).contains(LONG);
    }

    @Test
    void longLabel_keepsItsNeighboursApart() {
        var longs = new Var(2, LONG);
        var trace = Trace.forwardOf(longs.mul(new Var(3, LONG + "2")).named(LONG + "3"));
        var svg = new GraphPicture(trace).svg();
        var width = Pattern.compile("viewBox=\"0 0 ([0-9.]+)").matcher(svg);

        assertThat(width.find()).isTrue();
        assertThat(Double.parseDouble(width.group(1))).isLessThan(700);
    }

    private static Node square(String label) {
        var x = new Var(3, label);
        return x.mul(x).named(label + "2");
    }

    private static String parsed(String svg) throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        return document.getDocumentElement().getTextContent();
    }

    private static com.google.gson.JsonArray frames(String html) {
        var data = Pattern.compile("(?s)<script type=\"application/json\" class=\"gradus-steps\">(.*?)</script>")
                .matcher(html);
        assertThat(data.find()).isTrue();
        return JsonParser.parseString(data.group(1)).getAsJsonObject().getAsJsonArray("frames");
    }
}
