package gradus.kernel.jshell;

import gradus.kernel.hint.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Java text whose variables are to be nobody else's. A variable of a cell is a field, which a method of another cell sets as
 * soon as it knows the name; those of a method are out of its reach. So all statements become one, run at once.
 *
 * @param declarations the methods, classes and imports of the text, which stay what they are
 * @param statements the others
 * @param whole the text with blanks where the declarations were
 * @param last where in {@code whole} the last statement begins
 */
record Apart(List<Snippets.Piece> declarations, List<Snippets.Piece> statements, Snippets.Piece whole, int last) {

    /**
     * Null where there is nothing to keep apart, in a single statement, and where that cannot be: a method of the text uses
     * one of its variables, or the text ends in no statement.
     */
    static @Nullable Apart of(String code, List<Snippets.Piece> pieces) {
        var declarations = new ArrayList<Snippets.Piece>();
        var statements = new ArrayList<Snippets.Piece>();
        for (Snippets.Piece each : pieces) {
            (isDeclaration(each) ? declarations : statements).add(each);
        }
        List<String> variables = statements.stream()
                .map(each -> Declared.variable(Tokens.of(each.source())))
                .filter(Objects::nonNull)
                .toList();
        boolean areUsed = declarations.stream()
                .anyMatch(each -> Declared.of(each.source()).names().stream().anyMatch(variables::contains));
        if (statements.size() < 2 || areUsed || isDeclaration(pieces.get(pieces.size() - 1))) {
            return null;
        }
        int start = statements.get(0).start();
        Snippets.Piece last = statements.get(statements.size() - 1);
        var text = new StringBuilder(
                code.substring(start, last.start() + last.source().length()));
        for (Snippets.Piece each : declarations) {
            if (each.start() > start) {
                int at = each.start() - start;
                text.replace(at, at + each.source().length(), each.source().replaceAll("\\S", " "));
            }
        }
        var whole = new Snippets.Piece(text.toString(), start, last.completeness());
        return new Apart(declarations, statements, whole, last.start() - start);
    }

    String lastStatement() {
        return whole.source().substring(last);
    }

    private static boolean isDeclaration(Snippets.Piece piece) {
        return Declared.of(piece.source()).isDeclaration() || piece.source().startsWith("import");
    }
}
