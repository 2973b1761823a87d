package gradus.kernel.jshell;

import gradus.kernel.session.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Meanings as a page, as text and as HTML. Signatures of which the same is said stand together.
 *
 * @param withSource whether the source is shown too
 */
record MeaningPage(boolean withSource) {

    /** Of a method with a dozen overloads, the others are named. */
    private static final int MOST_DOCUMENTED = 3;

    /** A class of the engine may have a thousand lines. */
    private static final int MOST_LINES = 200;

    MimeBundle of(List<Meaning> meanings) {
        var plain = new ArrayList<String>();
        var html = new StringBuilder();
        List<List<Meaning>> groups = grouped(meanings);
        boolean areAllDocumented = withSource || groups.size() <= MOST_DOCUMENTED + 1;
        int documented = areAllDocumented ? groups.size() : MOST_DOCUMENTED;
        for (List<Meaning> each : groups.subList(0, documented)) {
            plain.add(plain(each));
            html.append(html(each));
        }
        List<Meaning> others = groups.stream()
                .skip(documented)
                .flatMap(List::stream)
                .map(each -> Meaning.of(each.signature()))
                .toList();
        if (!others.isEmpty()) {
            plain.add(plain(others));
            html.append(html(others));
        }
        return MimeBundle.text(String.join("\n\n", plain)).with(MimeBundle.HTML, html.toString());
    }

    private static List<List<Meaning>> grouped(List<Meaning> meanings) {
        var groups = new ArrayList<List<Meaning>>();
        for (Meaning each : meanings) {
            List<Meaning> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (!last.isEmpty() && last.get(0).isSame(each)) {
                last.add(each);
            } else {
                groups.add(new ArrayList<>(List.of(each)));
            }
        }
        return groups;
    }

    private String plain(List<Meaning> group) {
        Meaning first = group.get(0);
        var parts = new ArrayList<>(List.of(first.doc().plain(), String.join("\n", first.rule()), first.elsewhere()));
        if (withSource) {
            parts.addAll(sources(group));
        }
        String below = parts.stream()
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n\n"))
                .lines()
                .map(each -> each.isEmpty() ? "" : "    " + each)
                .collect(Collectors.joining("\n"));
        return below.isEmpty() ? signatures(group) : signatures(group) + "\n" + below;
    }

    private String html(List<Meaning> group) {
        Meaning first = group.get(0);
        var page = new StringBuilder("<pre><b>" + escaped(signatures(group)) + "</b></pre>");
        if (!first.doc().isEmpty()) {
            page.append("<p>").append(first.doc().html()).append("</p>");
        }
        if (!first.rule().isEmpty()) {
            page.append("<p>")
                    .append(first.rule().stream().map(MeaningPage::escaped).collect(Collectors.joining("<br>")))
                    .append("</p>");
        }
        if (!first.elsewhere().isEmpty()) {
            page.append("<p><a href=\"%1$s\">%1$s</a></p>".formatted(escaped(first.elsewhere())));
        }
        if (withSource) {
            sources(group)
                    .forEach(each -> page.append("<pre>").append(escaped(each)).append("</pre>"));
        }
        return page.toString();
    }

    private static String signatures(List<Meaning> group) {
        return group.stream().map(Meaning::signature).collect(Collectors.joining("\n"));
    }

    private static List<String> sources(List<Meaning> group) {
        return group.stream()
                .map(Meaning::source)
                .filter(each -> !each.isEmpty())
                .map(MeaningPage::shortened)
                .toList();
    }

    private static String shortened(String source) {
        List<String> lines = source.lines().toList();
        return lines.size() <= MOST_LINES
                ? source
                : String.join("\n", lines.subList(0, MOST_LINES)) + "\n… (" + (lines.size() - MOST_LINES)
                        + " more lines)";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
