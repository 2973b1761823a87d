package gradus.kernel;

import gradus.kernel.display.Display;
import gradus.kernel.display.Renderers;
import gradus.kernel.hint.Tokens;
import gradus.kernel.jshell.JavaSession;
import gradus.kernel.magic.CellSplitter;
import gradus.kernel.magic.MagicCompletion;
import gradus.kernel.magic.Magics;
import gradus.kernel.magic.Piece;
import gradus.kernel.session.Cell;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.CellOutput;
import gradus.kernel.session.CellThreads;
import gradus.kernel.session.Completeness;
import gradus.kernel.session.Completeness.State;
import gradus.kernel.session.Completion;
import gradus.kernel.session.HiddenTests;
import gradus.kernel.session.Interpreter;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.Session;
import gradus.kernel.session.Sessions;
import gradus.kernel.session.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A cell as a whole: Java text and magic lines, in their order. */
public final class CellInterpreter implements Interpreter {

    private final JavaSession java = new JavaSession();
    private final Session session = new JavaOfNotebook(java, this);
    private final CellSplitter splitter = new CellSplitter(Magics::isKnown);
    private final MagicThread magics = new MagicThread();
    private final List<Cell> history = new ArrayList<>();
    private Cell running = new Cell(0, "");

    /** When the last cell ended. */
    private volatile long lastUse = System.nanoTime();

    private volatile boolean isRunning;

    /** An interpreter whose session is the one that cells reach by {@code getKernelInstance()}. */
    public CellInterpreter() {
        Sessions.current(session);
    }

    @Override
    public @Nullable MimeBundle run(Cell cell) throws CellFailure {
        isRunning = true;
        try {
            return bundle(cell);
        } finally {
            lastUse = System.nanoTime();
            isRunning = false;
        }
    }

    /** How long no cell has run. */
    long idleMillis() {
        return isRunning ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastUse);
    }

    JavaSession java() {
        return java;
    }

    private @Nullable MimeBundle bundle(Cell cell) throws CellFailure {
        running = cell;
        // A silent cell has the number of the one before, and is in no history.
        if (history.isEmpty() || cell.number() > history.get(history.size() - 1).number()) {
            history.add(new Cell(cell.number(), HiddenTests.masked(cell.code())));
        }
        QuestionMark asked = QuestionMark.of(cell.code());
        if (asked != null) {
            page(asked);
            return null;
        }
        Value value = run(cell.code(), cell.number(), 0);
        return value == null || Display.isLastId(value.object()) ? null : shown(value.object());
    }

    /** A thread that could be stopped is for values that may run code of the student's. */
    private MimeBundle shown(@Nullable Object value) throws CellFailure {
        return Renderers.runNoCellCode(value) ? Renderers.render(value) : java.render(value, Renderers::render);
    }

    private void page(QuestionMark asked) {
        String name = asked.name();
        MimeBundle found = inspect(name, name.length(), asked.detail());
        CellOutput output = Outputs.current();
        if (output != null) {
            output.page(found == null ? MimeBundle.text("Nothing is known of " + name + ".") : found);
        }
    }

    /** Runs text for a magic or a call of the running cell. */
    @Nullable
    Value runInside(String text) throws CellFailure {
        int above = linesAbove(text);
        return above < 0 ? run(text, 0, 0) : run(text, running.number(), above);
    }

    /** The same, with variables that no other code reaches; with magics in it, piece by piece. */
    @Nullable
    Value runApart(String text) throws CellFailure {
        if (splitter.split(text).stream().anyMatch(each -> each instanceof Piece.MagicCall)) {
            return runInside(text);
        }
        int above = linesAbove(text);
        return java.runApart(text, above < 0 ? 0 : running.number(), Math.max(above, 0) + 1);
    }

    /** How many lines of the running cell stand above the text; −1 if it does not stand there. */
    private int linesAbove(String text) {
        int at = running.code().indexOf(text);
        return at < 0
                ? -1
                : (int) running.code()
                        .substring(0, at)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    List<Cell> history() {
        return List.copyOf(history);
    }

    private @Nullable Value run(String code, int cell, int linesAbove) throws CellFailure {
        Value value = null;
        List<Piece> pieces = splitter.split(code);
        int last = pieces.size() - 1;
        while (last > 0 && isComment(pieces.get(last))) {
            last--;
        }
        for (int i = 0; i < pieces.size(); i++) {
            Value found = run(pieces.get(i), cell, linesAbove);
            if (found != null && i < last && pieces.get(i) instanceof Piece.MagicCall) {
                // A magic in the middle of a cell shows its picture all the same.
                Display.show(shown(found.object()));
            }
            value = i <= last ? found : value;
        }
        return value;
    }

    /** What stands behind the value of a cell and leaves it the value, such as the mark that ends hidden tests. */
    private static boolean isComment(Piece piece) {
        return piece instanceof Piece.JavaText java && Tokens.of(java.text()).isEmpty();
    }

    private @Nullable Value run(Piece piece, int cell, int linesAbove) throws CellFailure {
        if (piece instanceof Piece.MagicCall call) {
            Object shown = magics.run(() -> Magics.run(call, session));
            return shown == null ? null : new Value(shown);
        }
        var text = (Piece.JavaText) piece;
        return java.run(text.text(), cell, linesAbove + text.firstLine());
    }

    @Override
    public MimeBundle evaluate(String expression) throws CellFailure {
        return shown(session.eval(expression));
    }

    @Override
    public Completion complete(String code, int cursor) {
        Completion magic = MagicCompletion.at(code, cursor);
        if (magic != null) {
            return magic;
        }
        for (Piece each : splitter.split(code)) {
            String text = each instanceof Piece.JavaText java ? java.text() : ((Piece.MagicCall) each).arguments();
            int start = each.start()
                    + (each instanceof Piece.MagicCall
                            ? code.substring(each.start()).indexOf(text)
                            : 0);
            if (cursor >= start && cursor <= start + text.length()) {
                return java.complete(text, cursor - start).behind(start);
            }
        }
        return Completion.none(cursor);
    }

    @Override
    public @Nullable MimeBundle inspect(String code, int cursor, int detail) {
        for (Piece each : splitter.split(code)) {
            if (each instanceof Piece.JavaText text
                    && cursor >= text.start()
                    && cursor <= text.start() + text.text().length()) {
                return java.inspect(text.text(), cursor - text.start(), detail);
            }
            if (each instanceof Piece.MagicCall call && cursor >= call.start()) {
                var magic = Magics.find(call.name());
                boolean onLine = code.indexOf('\n', call.start()) < 0 || cursor <= code.indexOf('\n', call.start());
                if (onLine) {
                    return magic == null ? null : MimeBundle.text(Magics.usage(magic));
                }
            }
        }
        return null;
    }

    @Override
    public Completeness completeness(String code) {
        List<Piece> pieces = splitter.split(code);
        if (pieces.isEmpty() || QuestionMark.of(code) != null) {
            return Completeness.of(State.COMPLETE);
        }
        for (Piece each : pieces) {
            if (each instanceof Piece.JavaText text) {
                Completeness found = java.completeness(text.text());
                if (found.state() != State.COMPLETE) {
                    return found;
                }
            }
        }
        return Completeness.of(State.COMPLETE);
    }

    @Override
    public void interrupt() {
        // Java that a magic runs is stopped as any Java; the magic hears of it as a failure of that Java.
        if (!java.interrupt() && !magics.interrupt()) {
            CellThreads.stop(); // what earlier cells have left running
        }
    }
}
