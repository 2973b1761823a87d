package gradus.kernel.source;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.ErroneousTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.UnknownInlineTagTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a documentation comment as plain text and as HTML at the same time. */
final class DocWriter extends SimpleDocTreeVisitor<@Nullable Void, @Nullable Void> {

    private static final Set<String> BLOCKS =
            Set.of("p", "ul", "ol", "dl", "table", "blockquote", "h1", "h2", "h3", "h4", "div", "pre");
    private static final Set<String> LINES = Set.of("br", "li", "tr", "dt", "dd");
    private static final Set<String> KEPT = Set.of(
            "p", "ul", "ol", "li", "pre", "code", "i", "b", "em", "strong", "sub", "sup", "table", "tr", "td", "th",
            "br");
    private static final Set<String> WITHOUT_END = Set.of("br");

    private final DocTrees trees;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private boolean isPreformatted;

    DocWriter(DocTrees trees) {
        this.trees = trees;
    }

    DocText write(DocCommentTree comment) {
        write(comment.getFullBody());
        for (DocTree each : comment.getBlockTags()) {
            visit(each, null);
        }
        return new DocText(plain.toString().strip(), html.toString().strip());
    }

    private void write(List<? extends DocTree> parts) {
        parts.forEach(each -> visit(each, null));
    }

    private void text(String text) {
        boolean isAtStart = plain.length() == 0 || Character.isWhitespace(plain.charAt(plain.length() - 1));
        String shown = isPreformatted ? text : text.replaceAll("\\s+", " ");
        if (isAtStart) {
            shown = isPreformatted ? shown.replaceFirst("^\\s*\n", "") : shown.stripLeading();
        }
        plain.append(shown);
        html.append(escaped(shown));
    }

    private void code(String text) {
        html.append("<code>");
        text(text);
        html.append("</code>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Ends the line, and leaves lines empty. */
    private void newLine(int count) {
        while (plain.length() > 0 && plain.charAt(plain.length() - 1) == ' ') {
            plain.setLength(plain.length() - 1);
        }
        int there = 0;
        while (there < plain.length() && plain.charAt(plain.length() - 1 - there) == '\n') {
            there++;
        }
        plain.append("\n".repeat(plain.length() == 0 ? 0 : Math.max(0, count - there)));
    }

    private void tagged(String title, List<? extends DocTree> description) {
        newLine(plain.indexOf("\n  ") < 0 ? 2 : 1);
        plain.append("  ").append(title);
        html.append("<br>").append(escaped(title));
        write(description);
    }

    @Override
    public @Nullable Void visitText(TextTree node, @Nullable Void none) {
        text(node.getBody());
        return null;
    }

    @Override
    public @Nullable Void visitErroneous(ErroneousTree node, @Nullable Void none) {
        text(node.getBody());
        return null;
    }

    @Override
    public @Nullable Void visitEntity(EntityTree node, @Nullable Void none) {
        String characters = trees.getCharacters(node);
        text(characters == null ? node.toString() : characters);
        return null;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree node, @Nullable Void none) {
        String body = node.getBody().getBody();
        if (node.getKind() == DocTree.Kind.CODE && !isPreformatted) {
            code(body);
        } else {
            text(isPreformatted ? body.strip() : body);
        }
        return null;
    }

    @Override
    public @Nullable Void visitLink(LinkTree node, @Nullable Void none) {
        if (node.getLabel().isEmpty()) {
            code(node.getReference().getSignature().replaceFirst("^#", "").replace('#', '.'));
        } else {
            write(node.getLabel());
        }
        return null;
    }

    @Override
    public @Nullable Void visitStartElement(StartElementTree node, @Nullable Void none) {
        String name = node.getName().toString().toLowerCase(Locale.ROOT);
        if (BLOCKS.contains(name)) {
            newLine(2);
        } else if (LINES.contains(name)) {
            newLine(1);
        }
        plain.append(name.equals("li") ? "• " : name.equals("td") || name.equals("th") ? "  " : "");
        if (KEPT.contains(name)) {
            html.append('<').append(name).append('>');
        }
        isPreformatted |= name.equals("pre");
        return null;
    }

    @Override
    public @Nullable Void visitEndElement(EndElementTree node, @Nullable Void none) {
        String name = node.getName().toString().toLowerCase(Locale.ROOT);
        isPreformatted &= !name.equals("pre");
        if (BLOCKS.contains(name)) {
            newLine(2);
        }
        if (KEPT.contains(name) && !WITHOUT_END.contains(name)) {
            html.append("</").append(name).append('>');
        }
        return null;
    }

    @Override
    public @Nullable Void visitParam(ParamTree node, @Nullable Void none) {
        String name = node.getName().toString();
        tagged((node.isTypeParameter() ? "<" + name + ">" : name) + ": ", node.getDescription());
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree node, @Nullable Void none) {
        if (node.isInline()) {
            text("Returns ");
            write(node.getDescription());
            text(".");
        } else {
            tagged("returns ", node.getDescription());
        }
        return null;
    }

    @Override
    public @Nullable Void visitThrows(ThrowsTree node, @Nullable Void none) {
        tagged("throws " + node.getExceptionName() + " ", node.getDescription());
        return null;
    }

    @Override
    public @Nullable Void visitSummary(SummaryTree node, @Nullable Void none) {
        write(node.getSummary());
        return null;
    }

    @Override
    public @Nullable Void visitUnknownInlineTag(UnknownInlineTagTree node, @Nullable Void none) {
        write(node.getContent());
        return null;
    }
}
