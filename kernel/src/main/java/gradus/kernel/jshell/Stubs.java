package gradus.kernel.jshell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import gradus.kernel.exercise.Exercises;
import gradus.kernel.hint.Tokens;
import gradus.kernel.hint.Tokens.Token;
import gradus.kernel.jshell.CellPlan.Inserted;
import gradus.kernel.jshell.CellPlan.Step;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets a line {@code // YOUR CODE HERE}, which nbgrader leaves where a solution stood, compile wherever it stands, and throw
 * {@link gradus.kernel.session.NotWrittenYet} where it is run. What follows it in its block could not run, and may use what
 * is still to be declared: it is left out. Lines keep their numbers.
 */
final class Stubs {

    private static final String WORDS = "YOUR CODE HERE";

    private final StringBuilder text;
    private final ParsedSnippet parsed;

    /** By place. */
    private final TreeMap<Integer, String> insertions = new TreeMap<>();

    private final Map<BlockTree, Integer> cuts = new HashMap<>();

    /** The blocks that are to give a value, each with the place of a stub in it. */
    private final Map<BlockTree, TreePath> wanting = new LinkedHashMap<>();

    private Stubs(String source, ParsedSnippet parsed) {
        this.text = new StringBuilder(source);
        this.parsed = parsed;
    }

    /** The step, filled in where it has such lines in a method or a class. */
    static Step fill(Step step) {
        List<Token> lines = lines(step.source());
        ParsedSnippet parsed = lines.isEmpty() ? null : ParsedSnippet.of(step.source());
        return parsed == null ? step : new Stubs(step.source(), parsed).filled(step, lines);
    }

    /** Where a cell ends in such a line, with nothing but comments behind it; −1 if it does not. */
    static int openEnd(String cell) {
        List<Token> lines = lines(cell);
        if (lines.isEmpty()) {
            return -1;
        }
        List<Token> tokens = Tokens.of(cell);
        int end = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
        return lines.stream()
                .mapToInt(Token::at)
                .filter(at -> at >= end)
                .findFirst()
                .orElse(-1);
    }

    private static List<Token> lines(String code) {
        return !code.contains(WORDS)
                ? List.of()
                : Tokens.comments(code).stream()
                        .filter(each -> each.text().matches("//\\s*" + WORDS + "[\\s.:!…]*"))
                        .toList();
    }

    private Step filled(Step step, List<Token> lines) {
        for (Token line : lines) {
            TreePath place = parsed.around(line.at());
            if (place != null) {
                put(line, place);
            }
        }
        var flow = new Flow(cuts, parsed);
        wanting.forEach((block, place) -> {
            if (flow.canEnd(block)) {
                insert(parsed.end(block) - 1, statement("", name(place)));
            }
        });
        Inserted all = step.inserted();
        int before = 0;
        for (var each : insertions.entrySet()) {
            int at = each.getKey() + before;
            text.insert(at, each.getValue());
            all = new Inserted(at, each.getValue().length(), all);
            before += each.getValue().length();
        }
        return new Step(step.piece(), text.toString(), all, step.isOutline());
    }

    private void put(Token line, TreePath place) {
        Tree around = place.getLeaf();
        if (around instanceof ClassTree type) {
            // A member that is missing makes the objects useless: the first one says so. Records and interfaces have
            // none.
            if (type.getKind() == Tree.Kind.CLASS && !ParsedSnippet.isWrapper(type.getSimpleName())) {
                blank(line.at(), line.end());
                insert(line.at(), "{ " + statement("if (true) ", name(place)) + " }");
            }
            return;
        }
        blank(line.at(), line.end());
        if (around instanceof BlockTree block && cuts.putIfAbsent(block, line.at()) == null) {
            blank(line.end(), parsed.end(block) - 1);
        }
        insert(line.at(), statement("if (true) ", name(place)));
        BlockTree wants = Flow.thatNeedsAValue(place);
        if (wants != null) {
            wanting.putIfAbsent(wants, place);
        }
    }

    private void insert(int at, String added) {
        insertions.merge(at, added, String::concat);
    }

    private void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }

    private static String statement(String condition, String name) {
        return condition + "throw new gradus.kernel.session.NotWrittenYet(\"" + Exercises.inWords(name) + "\");";
    }

    /** The method, variable or class around a place; of a class's method both. */
    private static String name(TreePath place) {
        String inner = "";
        for (TreePath each = place; each != null; each = each.getParentPath()) {
            Tree tree = each.getLeaf();
            if (tree instanceof MethodTree method && !ParsedSnippet.isWrapper(method.getName())) {
                inner = method.getName().toString();
            } else if (tree instanceof VariableTree variable && inner.isEmpty()) {
                inner = variable.getName().toString();
            } else if (tree instanceof ClassTree type && !ParsedSnippet.isWrapper(type.getSimpleName())) {
                String name = type.getSimpleName().toString();
                inner = inner.equals("<init>") ? "new " + name : inner.isEmpty() ? name : name + "." + inner;
            }
        }
        return inner;
    }
}
