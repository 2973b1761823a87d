"""Java as students write it, through a real client: long cells, cells out of order, and what they are told."""

import re


def plain(text):
    return re.sub(r"\x1b\[\d+m", "", text)


def test_error_of_the_compiler_is_one_screen_with_a_hint(kernel):
    cell = kernel.run("int a = 1;\nLocalDate d = LocalDate.now();")
    assert (cell.reply["ename"], cell.reply["evalue"]) == ("CompileError", "cannot find symbol")
    assert plain(cell.error()).splitlines() == [
        "Cell 1, line 2: cannot find symbol",
        "    LocalDate d = LocalDate.now();",
        "    ^",
        "    symbol:   class LocalDate",
        "  Hint: Put this line above: import java.time.LocalDate;",
    ]
    assert kernel.run("import java.time.LocalDate;\nLocalDate d = LocalDate.of(2000, 1, 1);\nd.getYear() + a").result() == "2001"


def test_error_of_the_program_names_cell_line_cause_and_what_to_do(kernel):
    kernel.run("int half(String text) {\n    return Integer.parseInt(text) / 2;\n}")
    cell = kernel.run(
        'try {\n    half("3.5");\n} catch (RuntimeException e) {\n    throw new IllegalStateException("wrapped", e);\n}'
    )
    assert (cell.reply["ename"], cell.reply["evalue"]) == ("IllegalStateException", "wrapped")
    shown = plain(cell.error())
    assert "Cell 2, line 4" in shown and "Cell 1, line 2 in half: return Integer.parseInt(text) / 2;" in shown
    assert "Caused by: NumberFormatException" in shown and "Hint: Only digits make an int" in shown
    assert not re.search(r"REPL|jdk\.jshell|gradus\.kernel|jdk\.internal", shown)
    assert len(shown.splitlines()) <= 30


def test_warnings_and_resets_are_told_and_are_no_errors(kernel):
    cell = kernel.run("record Point(int x) {}\nPoint p1 = new Point(1);\nList raw = new ArrayList();\nraw.add(1);")
    assert cell.status == "ok" and "line 4: warning: unchecked call to add(E)" in cell.stream("stderr")
    cell = kernel.run("record Point(int x, int y) {}")
    assert cell.stream("stderr").startswith("p1 was reset: its record Point changed.")


def test_cells_run_twice_and_out_of_order(kernel):
    graph = (
        "class Graph { List<Node> nodes = new ArrayList<>(); }\n"
        "class Node { Graph in; Node(Graph in) { this.in = in; in.nodes.add(this); } }\n"
    )
    use = "Graph g = new Graph();\nnew Node(g);\ng.nodes.size()"
    assert kernel.run("int f() { return g2() + 1; }").status == "ok"
    assert kernel.run("int g2() { return 1; }").status == "ok"
    for _ in range(2):
        assert kernel.run(graph).status == "ok"
        assert kernel.run(use).result() == "1"
    assert kernel.run("class Var { double v = 2; }\nnew Var().v").result() == "2.0"
    assert kernel.run("f()").result() == "2"


def test_long_cell_runs_whole(kernel):
    lines = [f"int v{i} = {i};" for i in range(10)] + ["v0++; // one more"] * 990
    methods = "\n".join(f"    int f{i}(int x) {{ return x + {i}; }}" for i in range(1_000))
    cell = kernel.run("if (true) {\n" + "\n".join(lines) + "\nSystem.out.print(v0);\n}", timeout=120)
    assert cell.stream() == "990"
    cell = kernel.run(f"class Long {{\n{methods}\n}}\nnew Long().f999(1)", timeout=120)
    assert cell.result() == "1000"
    cell = kernel.run(f"class Longer {{\n{methods}\n    int bad() {{ return true; }}\n}}")
    assert "line 1002: incompatible types: boolean cannot be converted to int" in plain(cell.error())


def test_mistake_in_the_syntax_lets_nothing_run(kernel):
    cell = kernel.run('System.out.println("above");\nint b = 2\nint c = 3;\nSystem.out.println("below");')
    assert plain(cell.error()).splitlines() == [
        "Cell 1, line 2: ';' expected",
        "    int b = 2",
        "             ^",
        "  Hint: A semicolon is missing here: a statement ends with ;",
    ]
    assert cell.stream() == ""
    assert kernel.run("b").reply["evalue"] == "cannot find symbol"


def test_overloads_and_non_sealed_classes_stand_in_one_cell(kernel):
    cell = kernel.run(
        "void report(int n, double x) { if (n > 0) report(n, new Var(x), Tensor.of(1)); System.out.print(x); }\n"
        'void report(int n, Var v, Tensor t) { report(n - 1, v.value()); System.out.print("v"); }\n'
        "report(1, 2);"
    )
    assert (cell.status, cell.stream()) == ("ok", "2.0v2.0"), cell.error()
    cell = kernel.run(
        "sealed interface Shape permits Circle, Square {}\nrecord Circle(double r) implements Shape {}\n"
        "non-sealed class Square implements Shape {}\nclass Tile extends Square {}\nnew Tile() instanceof Shape"
    )
    assert (cell.result(), cell.stream("stderr")) == ("true", ""), cell.error()


def test_text_that_is_too_long_says_why_and_spoils_nothing(kernel):
    cell = kernel.run('String s = "' + "x" * 70_000 + '";')
    assert cell.reply["evalue"] == "constant string too long"
    assert "at most 65,534 bytes" in plain(cell.error()) and len(cell.error()) < 1000
    assert kernel.run('String s = "' + "x" * 65_000 + '";\ns.length()').result() == "65000"


def test_plot_grows_while_the_cell_runs(kernel):
    cell = kernel.run(
        "List<Double> losses = new ArrayList<>();\n%plot losses --live --log\n"
        "for (int i = 0; i < 200; i++) { losses.add(1.0 / (i + 1)); Thread.sleep(10); }"
    )
    assert cell.status == "ok", cell.error()
    [first] = [o["content"] for o in cell.outputs if o["msg_type"] == "display_data"]
    updates = [o["content"] for o in cell.outputs if o["msg_type"] == "update_display_data"]
    assert first["data"]["text/plain"] == "losses: no number yet"
    assert 2 <= len(updates) <= 8
    assert {each["transient"]["display_id"] for each in updates} == {first["transient"]["display_id"]}
    assert "0.005" in updates[-1]["data"]["text/plain"] and updates[-1]["data"]["image/png"]


def test_object_of_a_class_that_was_declared_anew_tells_its_own_line(kernel):
    old = 'class Work implements Runnable {\n    public void run() {\n        throw new IllegalStateException("old");\n    }\n}'
    new = "// A comment.\nclass Work implements Runnable {\n    int n;\n\n    public void run() {\n        n /= n;\n    }\n}"
    kernel.run(old + "\nRunnable first = new Work();")
    kernel.run(new + "\nRunnable second = new Work();")
    assert "Cell 1, line 3 in run: throw" in plain(kernel.run("first.run();").error())
    assert "Cell 2, line 6 in run: n /= n;" in plain(kernel.run("second.run();").error())


def test_sign_that_is_no_java_is_named(kernel):
    for sign, name, advice in [
        ("int a = 1; \U0001f600", "grinning face", "in a comment"),
        ("int\u00a0a = 1;", "no-break space", "type a blank"),
        ("String s = \u201chello\u201d;", "left double quotation mark", 'straight "'),
        ("int a = 1\uff1b", "fullwidth semicolon", "Java's is ;"),
        ("int a = 3 \u2013 2;", "en dash", "minus is -"),
        ("int a = 3 \u00d7 2;", "multiplication sign", "multiplies with *"),
    ]:
        shown = kernel.run(sign).error_words()
        assert f"({name})" in shown and advice in shown, shown


def test_declaration_that_fails_takes_nothing_away(kernel):
    kernel.run("int keep = 42;\nclass A { int n = 1; }\nA a = new A();\nint use(A x) { return x.n + keep; }\nvar twice = keep * 2;")
    for wrong, error in [
        ('int keep = "a";', "CompileError"),
        ("int keep = 1 / 0;", "ArithmeticException"),
        ("class A { int n = true; }", "CompileError"),
        ('int use(A x) { return "s"; }', "CompileError"),
    ]:
        assert kernel.run(wrong).reply["ename"] == error
        assert kernel.run("use(a) + twice").result() == str(42 + 1 + 84), wrong
    assert kernel.run("import java.time.*;").stream("stderr") == ""
    assert kernel.run("int keep = 42; // once more").stream("stderr") == ""
    assert kernel.run("use(a) + twice").result() == str(42 + 1 + 84)


def test_case_of_a_switch_may_throw(kernel):
    cell = kernel.run(
        'String name(int n) {\n    return switch (n) {\n        case 1 -> "one";\n        default -> throw new IllegalStateException("n: " + n);\n    };\n}\n'
        'String one = switch (1) { case 1 -> name(1); default -> throw new RuntimeException(); };\none'
    )
    assert cell.result() == "one", cell.error()
    assert "Cell 1, line 4 in name" in plain(kernel.run("name(2)").error())


def test_constructor_of_a_record_needs_no_public(kernel):
    assert kernel.run("record P(int x) {\n    P {\n        x = Math.abs(x);\n    }\n    P() { this(-7); }\n}\nnew P()").result() == "P[x=7]"
    assert kernel.run("record Q(int x) { Q(int x) { this.x = -x; } }\nnew Q(3)").result() == "Q[x=-3]"
    shown = plain(kernel.run("record R(int x) { R { x = true; } }").error())
    assert shown.splitlines()[2].index("^") == shown.splitlines()[1].index("true"), shown
