package gradus.kernel.hint;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Classes, interfaces, and calls of what they declare. */
enum ClassHint implements Hint {
    METHOD_TO_IMPLEMENT(
            "interface Q1 { void m(); }\nclass Q2 implements Q1 { }",
            "class L extends Layer { }",
            "Runnable r = new Runnable() { };") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher method =
                    m.is("does.not.override.abstract") ? m.find("abstract method (\\w+\\(.*?\\)) in (\\S+)") : null;
            return method == null
                    ? null
                    : method.group(2) + " promises a method " + method.group(1) + ": write it, public";
        }
    },

    WEAKER_ACCESS(
            "interface Q1 { void m(); }\nclass Q3 implements Q1 { void m() {} }",
            "class A { String toString() { return \"\"; } }",
            "enum E { A; String toString() { return \"\"; } }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("override.weaker.access") ? "Write public before it: it is public where it comes from" : null;
        }
    },

    NOTHING_TO_OVERRIDE(
            "class A { @Override public String tostring() { return \"\"; } }",
            "class A { @Override public boolean equals(A other) { return true; } }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("method.does.not.override.superclass", "static.methods.cannot.be.annotated.with.override")
                    ? "No class above has such a method: compare name, capital letters and parameters"
                    : null;
        }
    },

    EXTENDS_OR_IMPLEMENTS(
            "class Q4 extends Runnable { }",
            "class Base { }\nclass Q5 implements Base { }",
            "interface Q6 implements Runnable { }") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isHead = m.is("expected", "expected2", "expected3")
                    && Pattern.compile("\\binterface\\s+\\w+\\s+implements\\b")
                            .matcher(m.line())
                            .find();
            return m.is("no.intf.expected.here", "intf.expected.here") || isHead
                    ? "A class extends a class and implements interfaces; an interface extends interfaces"
                    : null;
        }
    },

    ABSTRACT_MADE("new Runnable()", "List<Integer> a = new List<>();", "abstract class A { }\nnew A()") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher name = m.is("abstract.cant.be.instantiated") ? m.find("^(\\S+) is abstract") : null;
            if (name == null) {
                return null;
            }
            return switch (name.group(1)) {
                case "List" -> "Take a class that implements it: new ArrayList<>()";
                case "Map" -> "Take a class that implements it: new HashMap<>()";
                case "Set" -> "Take a class that implements it: new HashSet<>()";
                default -> "It leaves methods open: write a class that extends or implements it, and make one of that";
            };
        }
    },

    PRIVATE("class P2 { private int v; }\nnew P2().v", "class P2 { private int f() { return 1; } }\nnew P2().f()") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("report.access")
                    ? "Private is for the class itself: ask it by a method, or leave private out"
                    : null;
        }
    },

    SEALED_ALONE("sealed interface S { }", "sealed class T { }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("sealed.class.must.have.subclasses")
                    ? "Its subclasses stand in the same cell, or it names them: permits A, B"
                    : null;
        }
    },

    NOT_PERMITTED(
            "sealed interface S permits A { }\nrecord A() implements S { }\nrecord B() implements S { }",
            "sealed interface S permits A { }\nrecord A() implements S { }\n\nrecord B() implements S { }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("cant.inherit.from.sealed")
                    ? "The sealed class names those that may extend it: add this one to its permits"
                    : null;
        }
    },

    ARGUMENTS(
            "Math.max(1)",
            "new Var(2).add(1, 2)",
            "class P3 { P3(int a) {} }\nnew P3()",
            "int f(int a, int b) { return a; }\nf(1)",
            "record P(int x) {}\nnew P(1, 2)",
            "new Var()") {
        @Override
        public @Nullable String advice(Mistake m) {
            if (!m.is("cant.apply.symbol", "cant.apply.symbols")
                    || m.find("argument lists differ in length|differ in length") == null) {
                return null;
            }
            Matcher one = m.find("(?s)^(method|constructor) (\\w+) .*required: +(.+?)\\s+found: +(.+?)\\s");
            if (one != null) {
                return "It is called so: " + (one.group(1).equals("constructor") ? "new " : "") + one.group(2) + "("
                        + one.group(3).replace("no arguments", "").replace(",", ", ") + ")";
            }
            Matcher each = Pattern.compile(
                            "(?:method|constructor) (?:[\\w$<>,]+\\.)*([\\w$]+)(?:<.*?>)?\\((.*?)\\) is not applicable")
                    .matcher(m.message());
            Set<String> ways = new LinkedHashSet<>();
            boolean isNew = m.message().contains("constructor");
            while (each.find()) {
                List<String> allowed = isNew ? m.scope().constructors(each.group(1)) : List.of();
                String way = each.group(1) + "(" + each.group(2).replace(",", ", ") + ")";
                ways.addAll(allowed.isEmpty() ? List.of(way) : allowed);
            }
            return ways.isEmpty()
                    ? null
                    : "It is called so: "
                            + ways.stream()
                                    .sorted(Comparator.comparingInt(String::length))
                                    .limit(4)
                                    .map(way -> isNew ? "new " + way : way)
                                    .collect(Collectors.joining(" or "));
        }
    };

    private final List<String> samples;

    ClassHint(String... samples) {
        this.samples = List.of(samples);
    }

    @Override
    public List<String> samples() {
        return samples;
    }
}
