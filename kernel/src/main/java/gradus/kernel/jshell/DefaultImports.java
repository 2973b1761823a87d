package gradus.kernel.jshell;

import static gradus.kernel.jshell.Reflection.call;
import static gradus.kernel.jshell.Reflection.method;
import static gradus.kernel.jshell.Reflection.read;
import static gradus.kernel.jshell.Reflection.result;

import gradus.kernel.hint.Tokens.Token;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/**
 * What a cell may use without an import. The compiler looks through all of them in each run, which takes a third of the
 * time of a short piece; so a piece is compiled with those alone that have a class or method of a name in it.
 */
final class DefaultImports {

    /** On demand, so that a class of the student's own simply takes the name. */
    static final List<String> PACKAGES = List.of(
            "java.util",
            "java.util.function",
            "java.util.stream",
            "java.io",
            "java.nio.file",
            "java.math",
            "gradus.autograd",
            "gradus.autograd.data",
            "gradus.autograd.expr",
            "gradus.autograd.init",
            "gradus.autograd.nn",
            "gradus.autograd.optim",
            "gradus.render",
            "gradus.kernel.display",
            "gradus.kernel.work");

    /** The classes whose methods need no name in front. */
    static final List<String> STATICS = List.of("gradus.kernel.display.Display", "gradus.kernel.work.Kernel");

    private final ClassLoader loader;
    private final Map<String, Snippet> byOwner;
    private final Map<String, Set<String>> ownersOf = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> staticNames;

    private DefaultImports(ClassLoader loader, Map<String, Snippet> byOwner) {
        this.loader = loader;
        this.byOwner = byOwner;
        this.staticNames = STATICS.stream().collect(Collectors.toMap(each -> each, this::staticNames));
    }

    /**
     * Declares them in a new session. JShell would run its compiler for each, some 300 ms of a kernel's start; these are
     * known to be right, and the first cell's compilation reads them. Where its package is shut it runs the compiler.
     *
     * @param loader finds their classes
     */
    static DefaultImports into(JShell jshell, ClassLoader loader) {
        try {
            return new DefaultImports(loader, new Door(jshell).install(sources()));
        } catch (ReflectiveOperationException | RuntimeException e) {
            sources().values().forEach(jshell::eval); // those that are there already take no harm
            return new DefaultImports(loader, Map.of());
        }
    }

    /** The snippets of those that a text does not need, whatever it means. */
    List<Snippet> unneeded(String text, List<Token> words) {
        if (text.contains("\\u")) { // what that stands for is the compiler's to tell
            return List.of();
        }
        Set<String> needed = words.stream()
                .filter(Token::isWord)
                .flatMap(each -> ownersOf.computeIfAbsent(each.text(), this::owners).stream())
                .collect(Collectors.toSet());
        return byOwner.entrySet().stream()
                .filter(each -> !needed.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The packages that have a class of a name, and the classes that have a static member of it. */
    private Set<String> owners(String name) {
        Stream<String> packages = Character.isUpperCase(name.charAt(0)) // as all their classes are
                ? PACKAGES.stream().filter(each -> exists(each + "." + name))
                : Stream.of();
        Stream<String> classes = STATICS.stream()
                .filter(each -> staticNames.getOrDefault(each, Set.of()).contains(name));
        return Stream.concat(packages, classes).collect(Collectors.toSet());
    }

    private boolean exists(String className) {
        try {
            Class.forName(className, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) { // the latter where only the case of a file's name fits
            return false;
        }
    }

    private Set<String> staticNames(String className) {
        try {
            Class<?> owner = Class.forName(className, false, loader);
            return Stream.of(owner.getMethods(), owner.getFields())
                    .flatMap(Stream::of)
                    .filter(each -> Modifier.isStatic(each.getModifiers()))
                    .map(Member::getName)
                    .collect(Collectors.toSet());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By what they import from. */
    static Map<String, String> sources() {
        var sources = new LinkedHashMap<String, String>();
        PACKAGES.forEach(each -> sources.put(each, "import " + each + ".*;"));
        STATICS.forEach(each -> sources.put(each, "import static " + each + ".*;"));
        return sources;
    }

    /** What JShell does with an import that its compiler has found right. */
    static final class Door {

        private final Object eval;
        private final Object maps;
        private final Object wraps;
        private final Method parse;
        private final Method wrap;
        private final Method guts;
        private final Method setWrap;
        private final Method setSequence;
        private final Method setStatus;
        private final Method install;
        private final Constructor<?> noProblems;

        Door(JShell jshell) throws ReflectiveOperationException {
            eval = read(jshell, "eval");
            maps = read(jshell, "maps");
            wraps = read(jshell, "outerMap");
            parse = method(eval.getClass(), "processImport", String.class, String.class);
            wrap = method(wraps.getClass(), "wrapImport", Inside.inner("Wrap"), Snippet.class);
            guts = method(Snippet.class, "guts");
            setWrap = method(Snippet.class, "setOuterWrap", Inside.inner("OuterWrap"));
            setSequence = method(Snippet.class, "setSequenceNumber", int.class);
            setStatus =
                    method(Snippet.class, "setCompilationStatus", Status.class, List.class, Inside.inner("DiagList"));
            install = method(maps.getClass(), "installSnippet", Snippet.class);
            noProblems = Inside.inner("DiagList").getDeclaredConstructor();
            noProblems.setAccessible(true);
        }

        Map<String, Snippet> install(Map<String, String> sources) {
            var installed = new LinkedHashMap<String, Snippet>();
            sources.forEach((owner, source) -> {
                var snippet = (Snippet) ((List<?>) result(parse, eval, source, source)).get(0);
                call(setSequence, snippet, 0);
                call(setWrap, snippet, result(wrap, wraps, result(guts, snippet), snippet));
                call(setStatus, snippet, Status.VALID, List.of(), Reflection.create(noProblems));
                call(install, maps, snippet);
                installed.put(owner, snippet);
            });
            return installed;
        }
    }
}
