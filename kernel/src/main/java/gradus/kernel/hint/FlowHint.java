package gradus.kernel.hint;

import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What a method does, and in which order. */
enum FlowHint implements Hint {
    RETURN_MISSING(
            "int g(int n) { if (n > 0) return 1; }", "int f(int n) { }", "class A { double f() { double x = 1; } }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("missing.ret.stmt")
                            || (m.is("prob.found.req") && m.find("lambda body is neither|missing return") != null)
                    ? "Every way through the method needs a return, also where the if is false; a method without a value is void"
                    : null;
        }
    },

    RETURN_WITHOUT_TYPE("void f(int a) { return a; }", "class A { void g() { return 1; } }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("prob.found.req") && m.find("unexpected return value") != null
                    ? "void promises no value: write the type of what is returned in its place"
                    : null;
        }
    },

    NOT_INITIALISED(
            "int f() { int n; return n; }",
            "{ int n; System.out.println(n); }",
            "int f(boolean b) { int n; if (b) n = 1; return n; }") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher name = m.is("var.might.not.have.been.initialized") ? m.find("variable (\\w+)") : null;
            return name == null
                    ? null
                    : "Give it a value where it is declared, such as = 0: in a method, nothing is 0 by itself";
        }
    },

    DEFINED_TWICE(
            "{ int a = 1; int a = 2; }",
            "int f(int a) { int a = 3; return a; }",
            "class A { int x; double x; }",
            "{ int i = 0; for (int i = 0; i < 3; i++) { } }") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher name = m.is("already.defined") ? m.find("(variable|method|constructor) (\\w+)") : null;
            return name == null
                    ? null
                    : name.group(1).equals("variable")
                            ? "To change it, leave the type out: " + name.group(2) + " = …; or take another name"
                            : "There are two with these parameters: take another name, or delete one";
        }
    },

    CHANGED_IN_LAMBDA(
            "{ int c = 0; Runnable r = () -> c++; }",
            "int f() { int s = 0; List.of(1).forEach(e -> { s += e; }); return s; }",
            "void f() { int n = 0; n++; new Thread() { public void run() { System.out.println(n); } }; }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("cant.ref.non.effectively.final.var", "local.var.accessed.from.icls.needs.final")
                    ? "A lambda cannot use a local variable that changes: use a loop, or an array of one: int[] c = {0}; … c[0]++"
                    : null;
        }
    },

    EXCEPTION_NOT_DECLARED(
            "class A { String f() { return Files.readString(Path.of(\"x\")); } }",
            "Supplier<String> s = () -> Files.readString(Path.of(\"x\"));",
            "Runnable r = () -> Thread.sleep(1);") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher type =
                    m.is("unreported.exception.need.to.catch.or.throw") ? m.find("unreported exception (\\S+);") : null;
            if (type == null) {
                return null;
            }
            String name = type.group(1).substring(type.group(1).lastIndexOf('.') + 1);
            return m.before().contains("->") && !m.before().contains("class ")
                    ? "In a lambda it is caught: try { … } catch (" + name + " e) { … }"
                    : "Add it to the method's head: … throws " + name + " {";
        }
    },

    EXCEPTION_NEVER_THROWN("try { int w = 3; } catch (IOException e) { }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("except.never.thrown.in.try")
                    ? "Nothing in the try can throw it: catch (Exception e), or leave the try out"
                    : null;
        }
    },

    UNREACHABLE(
            "int f() { return 1; int x = 3; }",
            "void f() { while (true) { } System.out.println(); }",
            "void g() { for (;;) { break; int a = 1; } }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("unreachable.stmt")
                    ? "Nothing gets here: what stands above returns, leaves the loop or never ends"
                    : null;
        }
    },

    FINAL_CHANGED(
            "void f() { final int n = 3; n = 4; }",
            "class A { final int n = 3; void f() { n = 4; } }",
            "record P(int x) { void f() { x = 2; } }",
            "int[] a = {1};\na.length = 3;") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("cant.assign.val.to.var", "cant.assign.val.to.final.var", "try.resource.may.not.be.assigned")
                    ? "What is final keeps its value: leave final out, or make a new object (a record's fields and an array's length are final)"
                    : null;
        }
    },

    STATIC(
            "class P1 { int v; static int g() { return v; } }",
            "class P { int f() { return 1; } static int g() { return f(); } }",
            "class Q { int v; }\nQ.v",
            "class A { class B { } }\nnew A.B()") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("non-static.cant.be.ref", "encl.class.required") && m.find("variable (?:this|super) ") == null
                    ? "It belongs to an object, and here is none: make one with new and ask it, or declare it static"
                    : null;
        }
    },

    OUTSIDE_OF_LOOP("break;", "void f() { continue; }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("break.outside.switch.loop", "cont.outside.loop")
                    ? "break and continue belong into a loop"
                    : null;
        }
    },

    THIS_OUTSIDE_OF_CLASS("int f() { return this.hashCode(); }", "this.toString()") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("non-static.cant.be.ref") && m.find("variable (?:this|super) ") != null
                    ? "this is the object whose method runs; at the top of a cell there is none"
                    : null;
        }
    };

    private final List<String> samples;

    FlowHint(String... samples) {
        this.samples = List.of(samples);
    }

    @Override
    public List<String> samples() {
        return samples;
    }
}
