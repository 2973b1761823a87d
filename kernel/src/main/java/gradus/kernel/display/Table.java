package gradus.kernel.display;

import java.util.List;

/** A table in HTML that needs no style sheet and no script, and takes the colours of the page. */
final class Table {

    private static final String LINE = "1px solid rgba(128,128,128,.5)";
    private static final String CELL = "padding:2px 10px;text-align:right;font-variant-numeric:tabular-nums";

    /** Words begin below each other, as numbers end. */
    private static final String LEFT = ";text-align:left";

    private final StringBuilder rows = new StringBuilder();

    /** Whether the first column counts the rows, and so stands back. */
    private final boolean counts;

    Table(boolean counts) {
        this.counts = counts;
    }

    void head(List<String> names) {
        rows.append("<tr><th></th>");
        names.forEach(each -> rows.append("<th style=\"" + CELL + ";border-bottom:" + LINE + "\">")
                .append(escaped(each))
                .append("</th>"));
        rows.append("</tr>");
    }

    void row(String title, List<String> cells) {
        rows.append("<tr><th style=\"" + CELL + ";border-right:" + LINE + (counts ? ";font-weight:normal" : "") + "\">")
                .append(escaped(title))
                .append("</th>");
        for (String each : cells) {
            rows.append("<td style=\"" + CELL + (each.startsWith("\"") ? LEFT : "") + "\">")
                    .append(escaped(each))
                    .append("</td>");
        }
        rows.append("</tr>");
    }

    /** The table below a line that says what it is. */
    String html(String what) {
        return "<div>" + escaped(what) + "</div><div style=\"overflow-x:auto\">"
                + "<table style=\"border-collapse:collapse;margin:4px 0\"><tbody>" + rows + "</tbody></table></div>";
    }

    /** As text; a dollar sign in an element of its own begins no formula. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("$", "<span>$</span>");
    }
}
