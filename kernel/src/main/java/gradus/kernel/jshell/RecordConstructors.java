package gradus.kernel.jshell;

import gradus.kernel.hint.Tokens;
import gradus.kernel.hint.Tokens.Token;
import gradus.kernel.jshell.CellPlan.Inserted;
import java.util.List;
import java.util.Set;

/**
 * Makes the constructors of a record public. JShell makes the record so, and Java wants no less of the constructor that has
 * the record's own parameters: in a file, where a record is open to its package, it needs no modifier.
 */
final class RecordConstructors {

    private static final String PUBLIC = "public ";
    private static final Set<String> BEFORE = Set.of("{", "}", ";");

    private RecordConstructors() {}

    static CellPlan.Step opened(Snippets.Piece piece) {
        String source = piece.source();
        var inserted = Inserted.NOTHING;
        Declared record = Declared.of(source);
        if (!record.kind().equals("record")) {
            return new CellPlan.Step(piece, source, inserted, false);
        }
        List<Token> tokens = Tokens.of(source);
        int depth = 0;
        int added = 0;
        for (int i = 1; i + 1 < tokens.size(); i++) {
            String text = tokens.get(i - 1).text();
            depth += text.equals("{") ? 1 : text.equals("}") ? -1 : 0;
            boolean isConstructor = depth == 1
                    && BEFORE.contains(text)
                    && tokens.get(i).text().equals(record.name())
                    && tokens.get(i + 1).text().matches("[({]");
            if (isConstructor) {
                int at = tokens.get(i).at() + added;
                source = source.substring(0, at) + PUBLIC + source.substring(at);
                inserted = new Inserted(at, PUBLIC.length(), inserted);
                added += PUBLIC.length();
            }
        }
        return new CellPlan.Step(piece, source, inserted, false);
    }
}
