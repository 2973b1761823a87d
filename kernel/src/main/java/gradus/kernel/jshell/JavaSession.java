package gradus.kernel.jshell;

import gradus.autograd.Warning;
import gradus.autograd.Warnings;
import gradus.kernel.hint.Tokens;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.CellOutput;
import gradus.kernel.session.CellThreads;
import gradus.kernel.session.Completeness;
import gradus.kernel.session.Completion;
import gradus.kernel.session.Grading;
import gradus.kernel.session.Handover;
import gradus.kernel.session.HiddenTests;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.Prose;
import gradus.kernel.session.SourceLine;
import gradus.kernel.session.Value;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl.ExecutionControlException;
import org.jspecify.annotations.Nullable;

/** The Java of a notebook: runs the Java text of cells and knows the variables. One caller at a time. */
public final class JavaSession {

    private final Set<Path> classpath = new LinkedHashSet<>();
    private CompletableFuture<Shell> shell = startInBackground(List.of());
    private volatile Origins origins = new Origins();
    private volatile @Nullable AtomicBoolean cancelled;

    /** The snippet that runs. */
    private volatile Origins.@Nullable Origin running;

    /** The variables that have lost their values, each with the reason. */
    private final Map<String, String> resets = new ConcurrentHashMap<>();

    /** What the last snippet that failed threw; null where a cell has run well since. */
    private volatile @Nullable Throwable lastFailure;

    /** A session that hears the engine's warnings from now on. */
    public JavaSession() {
        Warnings.listener(this::warn);
    }

    private static CompletableFuture<Shell> startInBackground(List<Path> classpath) {
        var started = new CompletableFuture<Shell>();
        var thread = new Thread(
                () -> {
                    try {
                        Shell shell = Shell.start();
                        if (!classpath.isEmpty()) {
                            shell.jshell().addToClasspath(joined(classpath));
                        }
                        started.complete(shell);
                    } catch (RuntimeException | Error e) {
                        started.completeExceptionally(e);
                    }
                },
                "gradus-shell-start");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    Shell shell() {
        return shell.join();
    }

    /** Puts off what completion of packages needs, and takes half a second of one core, to a call of {@link #index}. */
    public void putOffIndex() {
        shell = shell.thenApply(each -> each.mayIndex(false));
    }

    /** Returns when cells can run. */
    public void awaitStart() {
        Objects.requireNonNull(shell());
    }

    /**
     * Makes the first declarations and loops as quick as later ones.
     */
    public void warmUp() {
        Shell current = shell();
        var snippets = new Snippets(current.analysis());
        current.syntax().firstBroken(snippets.of("System.out.println(1);\nint one() { return 1; }"));
        if (current.immediate() != null) {
            current.immediate().readImports();
        }
    }

    /** Lists the packages of the class path now, in the background. */
    public void index() {
        shell().mayIndex(true);
    }

    /**
     * Runs Java text.
     *
     * @param cell number of the cell, 0 for text that is in no cell
     * @param firstLine line of the cell at which the text begins, from 1
     * @return the value of the last snippet, where that is an expression
     */
    public @Nullable Value run(String code, int cell, int firstLine) throws CellFailure {
        return run(code, cell, firstLine, false);
    }

    /** The same for a text whose variables no other code is to reach, and that end with it. */
    public @Nullable Value runApart(String code, int cell, int firstLine) throws CellFailure {
        return run(code, cell, firstLine, true);
    }

    private @Nullable Value run(String code, int cell, int firstLine, boolean isApart) throws CellFailure {
        int open = Stubs.openEnd(code);
        if (open < 0) {
            return stoppable(stop -> runAll(code, cell, firstLine, isApart, stop));
        }
        String written = code.substring(0, open);
        stoppable(stop -> runAll(written, cell, firstLine, isApart, stop));
        throw RuntimeErrors.notWritten(cell, firstLine + Origins.lines(written) - 1);
    }

    /** Makes the bundle of a value, which may call a {@code toString} of the student's that never ends. */
    public MimeBundle render(@Nullable Object value, Function<@Nullable Object, MimeBundle> renderer)
            throws CellFailure {
        MimeBundle bundle = stoppable(stop -> {
            try {
                return (MimeBundle) shell().control().call(() -> renderer.apply(value));
            } catch (Throwable e) { // NOPMD: whatever a toString throws, an Error too, is the cell's failure
                throw new CellFailure(RuntimeErrors.internal(e));
            }
        });
        if (bundle == null) {
            throw new CellFailure(RuntimeErrors.interrupted());
        }
        return bundle;
    }

    private interface Stoppable<T> {
        @Nullable
        T run(AtomicBoolean stop) throws CellFailure;
    }

    private <T> @Nullable T stoppable(Stoppable<T> task) throws CellFailure {
        AtomicBoolean outer = cancelled;
        var stop = new AtomicBoolean();
        cancelled = stop;
        try {
            return task.run(stop);
        } finally {
            cancelled = outer;
        }
    }

    private @Nullable Value runAll(String code, int cell, int firstLine, boolean isApart, AtomicBoolean stop)
            throws CellFailure {
        // An interrupt may have come before there was Java to stop; on an interrupted thread the compiler reads no
        // file.
        if (Thread.interrupted() || stop.get()) {
            throw new CellFailure(RuntimeErrors.interrupted());
        }
        List<Snippets.Piece> pieces = new Snippets(shell().analysis()).of(code);
        Syntax syntax = shell().syntax();
        // A cell that cannot be read to its end does not run by half: the mistake is told, and nothing has happened.
        for (Snippets.Piece each : pieces) {
            if (each.isBroken()) {
                List<Problem> problems = each.isUnfinished() ? List.of() : syntax.problems(each.source());
                if (!problems.isEmpty()) {
                    throw new CellFailure(CompileErrors.report(problems, origin(code, each, cell, firstLine), scope()));
                }
                return runSnippet(
                        CellPlan.asItIs(each), origin(code, each, cell, firstLine), new Declarations(shell().jshell()));
            }
        }
        Snippets.Piece broken = syntax.firstBroken(pieces);
        if (broken != null) {
            throw new CellFailure(CompileErrors.report(
                    syntax.problems(broken.source()), origin(code, broken, cell, firstLine), scope()));
        }
        if (stop.get()) {
            throw new CellFailure(RuntimeErrors.interrupted());
        }
        if (Grading.isOn() && isScore(pieces) && !redefined("score").isEmpty()) {
            throw new CellFailure(RuntimeErrors.redefined("score"));
        }
        Value value;
        var cellSoFar = new Declarations(shell().jshell());
        Place place = each -> origin(code, each, cell, firstLine);
        try {
            Apart apart = isApart ? Apart.of(code, pieces) : null;
            value = apart == null ? runPieces(pieces, place, cellSoFar, stop) : runApart(apart, place, cellSoFar, stop);
            for (DeclarationSnippet each : cellSoFar.broken()) {
                Origins.Origin origin = Objects.requireNonNull(origins.of(each.id()));
                throw new CellFailure(CompileErrors.report(problems(each, CellPlan.Inserted.NOTHING), origin, scope()));
            }
        } finally {
            cellSoFar.end(scope(), origins).forEach(JavaSession::note);
            resets.putAll(cellSoFar.resets());
            Set<String> alive = shell().tidy();
            if (alive != null) {
                origins.retain(alive);
            }
        }
        if (cell > 0) {
            lastFailure = null;
        }
        NodeNames.give(variables());
        return value;
    }

    /** Where a piece stands in its cell. */
    private interface Place extends Function<Snippets.Piece, Origins.Origin> {}

    /** The value of the last one. */
    private @Nullable Value runPieces(
            List<Snippets.Piece> pieces, Place place, Declarations cellSoFar, AtomicBoolean stop) throws CellFailure {
        Value value = null;
        int lastStart = pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).start();
        for (CellPlan.Step each : CellPlan.of(pieces, new SessionNames(shell()))) {
            Origins.Origin origin = place.apply(each.piece());
            if (each.isOutline()) {
                announce(each, origin, cellSoFar);
            } else {
                boolean isLast = each.piece().start() == lastStart;
                Value found = runStep(each, origin, cellSoFar, isLast);
                value = isLast ? found : value;
            }
            if (stop.get()) {
                throw new CellFailure(RuntimeErrors.interrupted());
            }
        }
        return value;
    }

    /** All statements as one; one by one where that does not compile, as where a method of the text uses a variable. */
    private @Nullable Value runApart(Apart text, Place place, Declarations cellSoFar, AtomicBoolean stop)
            throws CellFailure {
        runPieces(text.declarations(), place, cellSoFar, stop);
        Immediate immediate = shell().immediate();
        Immediate.Ready ready = immediate == null ? null : immediate.ready(text);
        return immediate == null || ready == null
                ? runPieces(text.statements(), place, cellSoFar, stop)
                : runImmediate(immediate, ready, place.apply(text.whole()), text.lastStatement());
    }

    /** Whether the text ends in a call of {@code score}, whose value nbgrader takes for points. */
    private static boolean isScore(List<Snippets.Piece> pieces) {
        return !pieces.isEmpty()
                && pieces.get(pieces.size() - 1).source().strip().matches("(?s)score\\s*\\(.*");
    }

    /** What the last cell threw; null if it ran well. */
    public @Nullable Throwable lastFailure() {
        return lastFailure;
    }

    private static Origins.Origin origin(String code, Snippets.Piece piece, int cell, int firstLine) {
        int line = firstLine
                + (int) code.substring(0, piece.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        String shown = HiddenTests.masked(code);
        int end = piece.start() + piece.source().length();
        boolean isCut = shown.length() == code.length() && code.startsWith(piece.source(), piece.start());
        return new Origins.Origin(
                cell, line, isCut ? shown.substring(piece.start(), end) : HiddenTests.masked(piece.source()));
    }

    /** Makes the name of a class known before what uses it. Only the student's own text is answered for. */
    private void announce(CellPlan.Step step, Origins.Origin origin, Declarations cellSoFar) throws CellFailure {
        Shell current = shell();
        for (SnippetEvent event : current.eval(step.source())) {
            cellSoFar.see(event);
            boolean isWhole = step.source().length() == step.piece().source().length();
            if (event.status() == Status.REJECTED && event.causeSnippet() == null && isWhole) {
                throw new CellFailure(
                        CompileErrors.report(problems(event.snippet(), step.inserted()), origin, scope()));
            }
            if (event.causeSnippet() == null) {
                cellSoFar.outline(event.snippet());
            }
        }
    }

    private SessionScope scope() {
        return new SessionScope(shell(), resets);
    }

    private List<Problem> problems(Snippet snippet, CellPlan.Inserted inserted) {
        return shell().jshell()
                .diagnostics(snippet)
                .map(each -> Problem.of(each, inserted))
                .toList();
    }

    private @Nullable Value runStep(
            CellPlan.Step planned, Origins.Origin origin, Declarations cellSoFar, boolean isLast) throws CellFailure {
        CellPlan.Step step = Stubs.fill(planned);
        List<Problem> tooLong = Limits.tooLong(step.source());
        if (!tooLong.isEmpty()) {
            throw new CellFailure(CompileErrors.report(tooLong, origin, scope()));
        }
        Immediate immediate = shell().immediate();
        Immediate.Ready ready = immediate == null ? null : immediate.ready(step, isLast);
        return immediate == null || ready == null
                ? runSnippet(step, origin, cellSoFar)
                : runImmediate(immediate, ready, origin, origin.source());
    }

    private @Nullable Value runImmediate(
            Immediate immediate, Immediate.Ready ready, Origins.Origin origin, String lastStatement)
            throws CellFailure {
        running = origin;
        origins.put(ready, origin);
        Immediate.Outcome outcome;
        try {
            outcome = immediate.run(ready);
        } catch (ExecutionControlException e) {
            throw new CellFailure(RuntimeErrors.internal(e));
        }
        CompilerWarnings.of(ready.warnings(), origin).forEach(JavaSession::note);
        end(outcome.failure());
        boolean isShown = ready.hasValue() && !saysNothing(lastStatement, outcome.value());
        return isShown ? new Value(outcome.value()) : null;
    }

    /** Fails if what has just run was stopped, or has failed. */
    private void end(@Nullable JShellException failure) throws CellFailure {
        Throwable thrown = shell().control().takeFailure();
        AtomicBoolean stop = cancelled;
        if (stop != null && stop.get()) {
            throw new CellFailure(RuntimeErrors.interrupted());
        }
        if (failure != null) {
            lastFailure = thrown;
            throw new CellFailure(new RuntimeErrors(shell().jshell(), origins).report(failure), thrown);
        }
    }

    private @Nullable Value runSnippet(CellPlan.Step step, Origins.Origin origin, Declarations cellSoFar)
            throws CellFailure {
        Shell current = shell();
        running = origin;
        var kept = new KeptValues(current);
        List<SnippetEvent> events = current.eval(step.source());
        Object result = current.control().takeValue();
        see(events, origin);
        Set<String> untouched = kept.keep(events);
        Value value = null;
        for (SnippetEvent event : events) {
            Snippet snippet = event.snippet();
            cellSoFar.see(event);
            if (event.causeSnippet() != null) {
                continue;
            }
            if (event.status() == Status.REJECTED) {
                List<Problem> problems = problems(snippet, step.inserted());
                CellPlan.Step throwing = CheckedExceptions.declared(step, problems);
                if (throwing != null) {
                    return runSnippet(throwing, origin, cellSoFar);
                }
                cellSoFar.lost(kept.restore(events, origins), snippet);
                throw new CellFailure(CompileErrors.report(problems, origin, scope()));
            }
            if (Limits.areExceeded(current.jshell(), event)) {
                throw new CellFailure(CompileErrors.report(problems(snippet, step.inserted()), origin, scope()));
            }
            CompilerWarnings.of(problems(snippet, step.inserted()), origin).forEach(JavaSession::note);
            if (snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
                // JShell keeps the value in a variable, and each makes every later compilation slower.
                current.jshell().drop(snippet);
            }
            try {
                end(event.exception());
            } catch (CellFailure e) {
                if (snippet instanceof VarSnippet variable) {
                    kept.giveBack(variable); // as an assignment that fails changes nothing
                }
                throw e;
            }
            if (snippet instanceof VarSnippet variable) {
                resets.remove(variable.name());
            }
            if (snippet instanceof VarSnippet variable && !hasValue(snippet) && event.status() == Status.VALID) {
                NodeNames.give(variable.name(), valueOf(variable)); // now, so that the next snippet's errors know it
            }
            value = hasValue(snippet) && !saysNothing(step.source(), result) ? new Value(result) : null;
        }
        cellSoFar.keeps(untouched);
        return value;
    }

    /** Notes where snippets stand before an error asks for it. */
    private void see(List<SnippetEvent> events, Origins.Origin origin) {
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                origins.put(event.snippet(), origin);
            }
        }
        // The events leave out what was compiled anew without a change that can be seen.
        origins.see(shell());
    }

    /** An assignment is a statement to a student, and {@code printf} gives the stream that it printed to. */
    private static boolean saysNothing(String source, @Nullable Object value) {
        return Tokens.isAssignment(source) || value instanceof PrintStream;
    }

    private static boolean hasValue(Snippet snippet) {
        return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || snippet.subKind() == SubKind.VAR_VALUE_SUBKIND
                || snippet.subKind() == SubKind.OTHER_EXPRESSION_SUBKIND;
    }

    /** The engine's warning, with the cell and line that it is about. */
    private void warn(Warning kind, String message, @Nullable StackTraceElement frame) {
        var place = frame == null ? "" : origins.place(frame, running);
        note((place.isEmpty() ? "" : place + ": ") + message + ". To switch this warning off: Warnings.off(Warning."
                + kind + ")");
    }

    /** Whether a class holds code of a cell. */
    public static boolean isOfCell(String className) {
        return Origins.isOfCell(className);
    }

    /** The line of a cell at which a stack frame of code that has run stands. */
    public SourceLine lineOf(StackTraceElement frame) {
        return origins.line(frame);
    }

    private static void note(String text) {
        CellOutput output = Outputs.current();
        if (output != null) {
            output.print(
                    Grading.remarks(),
                    text.lines().flatMap(Prose::unlessIndented).collect(Collectors.joining("\n", "", "\n")));
        }
    }

    /** The student's variables and their values, in the order of declaration. */
    public Map<String, @Nullable Object> variables() {
        Shell current = shell();
        var found = new LinkedHashMap<String, @Nullable Object>();
        current.jshell()
                .variables()
                .filter(each -> each.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND)
                .filter(each -> current.jshell().status(each) == Status.VALID)
                .forEach(each -> found.put(each.name(), valueOf(each)));
        return found;
    }

    /** What a variable holds; the control keeps the object when JShell asks it for the text. */
    private @Nullable Object valueOf(VarSnippet variable) {
        Shell current = shell();
        current.jshell().varValue(variable);
        return current.control().takeValue();
    }

    /** Names in Java text that cells have declared, and that stand for something of the kernel's or of Java otherwise. */
    public List<String> redefined(String code) {
        return new Redefinitions(shell()).in(code);
    }

    public @Nullable String typeOf(String variable) {
        return shell().jshell()
                .variables()
                .filter(each -> each.name().equals(variable))
                .map(VarSnippet::typeName)
                .findFirst()
                .orElse(null);
    }

    /** Lets code use the classes of jars and folders, after a reset as well. */
    public void addToClasspath(List<Path> entries) {
        var added = new LinkedHashSet<>(entries);
        added.removeAll(classpath);
        if (!added.isEmpty()) {
            classpath.addAll(added);
            shell().jshell().addToClasspath(joined(added));
        }
    }

    /** What has been added to the class path. */
    public List<Path> classpath() {
        return List.copyOf(classpath);
    }

    private static String joined(Collection<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** How long snippets have run, since the last reset. */
    public long nanosRun() {
        return shell().control().nanosRun();
    }

    /** Declares a variable with a value that exists already. */
    public void declare(String type, String name, Object value) throws CellFailure {
        String key = Handover.put(value);
        run(type + " " + name + " = (" + type + ") gradus.kernel.session.Handover.take(\"" + key + "\");", 0, 1);
    }

    public Completion complete(String code, int cursor) {
        return new Completions(shell()).at(code, cursor);
    }

    /** What is known of the name at the cursor; with the detail 1, its source too. */
    public @Nullable MimeBundle inspect(String code, int cursor, int detail) {
        return new Inspection(shell()).at(code, cursor, detail);
    }

    public Completeness completeness(String code) {
        for (Snippets.Piece each : new Snippets(shell().analysis()).of(code)) {
            if (each.isUnfinished()) {
                return new Completeness(Completeness.State.INCOMPLETE, Indent.after(code));
            }
            if (!shell().syntax().isJava(each.source())) {
                return Completeness.of(Completeness.State.INVALID);
            }
        }
        return Completeness.of(Completeness.State.COMPLETE);
    }

    /** Forgets every declaration. */
    public void reset() {
        Shell old = shell();
        old.control().clearing(true); // a full memory would leave no room for a new session
        variables();
        origins = new Origins();
        resets.clear();
        lastFailure = null;
        shell = startInBackground(classpath());
        Warnings.listener(this::warn);
        old.close();
    }

    /** Frees what the session holds. */
    void close() {
        shell().close();
    }

    /**
     * Ends what runs: asks first, so that a sleeping or reading cell ends in order, then stops it.
     *
     * @return whether anything ran
     */
    public boolean interrupt() {
        AtomicBoolean running = cancelled;
        if (running == null) {
            return false;
        }
        running.set(true);
        if (!shell.isDone()) {
            return true; // the cell waits for the session to start, and will not begin
        }
        CellThreads.stop();
        return true;
    }
}
