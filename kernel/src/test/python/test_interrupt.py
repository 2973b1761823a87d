"""Whatever a cell does, an interrupt ends it and its work, and the next cell runs with all variables."""

import time

import pytest
from gradus_kernel import patience

INTERRUPTED_SECONDS = 1
CALM_SECONDS = 2

LOOPS = {
    "loop": "while (true) {}",
    "sleep": "Thread.sleep(600_000);",
    "stubborn": "while (true) { try { Thread.sleep(10); } catch (InterruptedException e) { } }",
    "catching": "while (true) { try { while (true) {} } catch (Throwable t) { } }",
    "catching-nested": "while (true) { try { while (true) { try { while (true) {} } catch (Throwable t) { } } }"
    " catch (Throwable t) { } }",
    "finally": "try { while (true) {} } finally { while (true) {} }",
    "finally-continues": "while (true) { try { while (true) {} } finally { continue; } }",
    "catching-in-finally": "try { while (true) {} } finally { while (true) { try { while (true) {} } catch (Throwable t) { } } }",
    "lambda": "Runnable r = () -> { while (true) { try { while (true) {} } catch (Throwable t) { } } };\nr.run();",
    "recursion": "int down(int n) { while (true) { try { return down(n + 1); } catch (Throwable t) { } } }\ndown(0)",
    "class": "class Slow { static int x; static { while (true) { if (x == 7) break; } } }\nSlow.x",
    "to-string": "class Endless { public String toString() { while (true) {} } }\nnew Endless()",
    "message": "class Endless extends RuntimeException { public String getMessage() { while (true) {} } }\n"
    "throw new Endless();",
    "magic": "%time while (true) {}",
    "shell": "%%sh\nwhile true; do :; done",
}

PRINTING = {
    "lines": 'while (true) System.out.println("again");',
    "characters": "while (true) System.out.print('a');",
    "errors": 'while (true) System.err.println("again");',
    "catching": 'while (true) { try { System.out.println("again"); } catch (Throwable t) { } }',
    "displays": 'while (true) display("again");',
}

LIBRARY = {
    "stream": "Stream.iterate(1L, i -> i + 1).filter(i -> i < 0).findFirst()",
    "stream-catching": "while (true) { try { LongStream.iterate(1, i -> i + 1).filter(i -> { try { return i < 0; }"
    " catch (Throwable t) { return false; } }).findFirst(); } catch (Throwable t) { } }",
    "sort": "var big = new Random(1).ints(1_000_000).toArray(); while (true) Arrays.sort(big.clone());",
    "collection": "var list = new LinkedList<Integer>(); for (int i = 0; i < 200_000; i++) list.add(i);\n"
    "while (true) list.contains(-1);",
    "process": 'new ProcessBuilder("sleep", "1000").start().waitFor();',
    "socket": "new java.net.ServerSocket(0).accept()",
    "pipe": 'new ProcessBuilder("sleep", "1000").start().getInputStream().read()',
}

ENGINE = {
    "matmul": "while (true) Tensor.randn(1, 500, 500).matmul(Tensor.randn(2, 500, 500));",
    "matmul-catching": "while (true) { try { Tensor.randn(1, 500, 500).matmul(Tensor.randn(2, 500, 500)); }"
    " catch (Throwable t) { } }",
    "one-matmul": "Tensor.randn(1, 6000, 6000).matmul(Tensor.randn(2, 6000, 6000))",
    "chain": "{ var x = new Var(1); var y = x; for (int i = 0; i < 300_000; i++) y = y.add(x); while (true) y.backward(); }",
    "training": "var layer = new Linear(200, 200); var in = Tensor.randn(1, 200, 200);\n"
    "while (true) layer.forward(in).sum().backward();",
}

THREADS = {
    "thread": "var t = new Thread(() -> { while (true) {} }); t.start(); t.join();",
    "thread-catching": "var t = new Thread(() -> { while (true) { try { while (true) {} } catch (Throwable x) { } } });\n"
    "t.start(); t.join();",
    "pool": "var pool = java.util.concurrent.Executors.newFixedThreadPool(2);\n"
    "for (int i = 0; i < 4; i++) pool.submit(() -> { while (true) {} });\n"
    "pool.awaitTermination(1, java.util.concurrent.TimeUnit.HOURS);",
    "pool-catching": "var pool = java.util.concurrent.Executors.newFixedThreadPool(2);\n"
    "for (int i = 0; i < 4; i++) pool.submit(() -> { while (true) { try { while (true) {} } catch (Throwable x) { } } });\n"
    "pool.awaitTermination(1, java.util.concurrent.TimeUnit.HOURS);",
    "parallel": "IntStream.range(0, 8).parallel().forEach(i -> { long n = 0; while (true) n++; });",
    "parallel-catching": "IntStream.range(0, 8).parallel().forEach(i -> { while (true) { try { while (true) {} }"
    " catch (Throwable t) { } } });",
    "future": "java.util.concurrent.CompletableFuture.supplyAsync(() -> { while (true) {} }).join();",
    "wait": 'Object lock = new Object(); synchronized (lock) { lock.wait(); }',
    "deadlock": "Object a = new Object(), b = new Object();\n"
    "{ var other = new Thread(() -> { synchronized (b) { synchronized (a) { } } });\n"
    "  synchronized (a) { other.start(); Thread.sleep(100); synchronized (b) { } } }",
    "deadlock-of-others": "Object a = new Object(), b = new Object();\n"
    "void both(Object first, Object second) { synchronized (first) { try { Thread.sleep(100); }"
    " catch (InterruptedException e) { } synchronized (second) { } } }\n"
    "var t = new Thread(() -> both(a, b)); var u = new Thread(() -> both(b, a)); t.start(); u.start(); t.join(); u.join();",
    "lock": "var lock = new java.util.concurrent.locks.ReentrantLock(); var h = new Thread(lock::lock);\n"
    "h.start(); h.join(); lock.lock();",
}

CASES = {
    f"{kind}-{name}": code
    for kind, cases in [
        ("java", LOOPS),
        ("printing", PRINTING),
        ("library", LIBRARY),
        ("engine", ENGINE),
        ("threads", THREADS),
    ]
    for name, code in cases.items()
}


@pytest.mark.parametrize("code", CASES.values(), ids=CASES.keys())
def test_interrupt_ends_the_cell_and_its_work(shared, code):
    assert shared.run("int keep = 42;").status == "ok"
    assert interrupted(shared, shared.client.execute(code), after=0.3)["ename"] == "Interrupted"
    assert is_calm(shared)
    assert shared.run("keep + 1").result() == "43"


@pytest.mark.parametrize("catching", [False, True])
def test_waiting_for_input_can_be_interrupted(shared, catching):
    read = "new Scanner(System.in).nextLine();"
    code = f"while (true) {{ try {{ {read} }} catch (Throwable t) {{ }} }}" if catching else read
    request = shared.client.execute("int keep = 42;\n" + code, allow_stdin=True)
    assert shared.client.get_stdin_msg(timeout=20)["msg_type"] == "input_request"
    assert interrupted(shared, request, after=0)["ename"] == "Interrupted"
    assert is_calm(shared)
    assert shared.run("keep + 1").result() == "43"


def test_pool_of_an_interrupted_cell_still_works(shared):
    request = shared.client.execute(
        "var pool = java.util.concurrent.Executors.newFixedThreadPool(2);\n"
        "pool.submit(() -> { while (true) {} }).get();"
    )
    interrupted(shared, request, after=0.3)
    assert is_calm(shared)
    assert shared.run("pool.submit(() -> 6 * 7).get()").result() == "42"


def test_thread_of_an_earlier_cell_goes_on_until_an_interrupt_comes_alone(shared):
    shared.run(
        "var ticks = new java.util.concurrent.atomic.AtomicLong();\n"
        "new Thread(() -> { while (true) ticks.incrementAndGet(); }).start();"
    )
    interrupted(shared, shared.client.execute("while (true) {}"), after=0.3)
    assert shared.run("long before = ticks.get(); Thread.sleep(300); ticks.get() > before").result() == "true"
    shared.manager.interrupt_kernel()
    assert is_calm(shared)
    assert shared.run("long before = ticks.get(); Thread.sleep(300); ticks.get() > before").result() == "false"


def test_next_output_has_nothing_of_an_interrupted_print(shared):
    interrupted(shared, shared.client.execute('while (true) System.out.println("again");'), after=0.3)
    assert shared.run('System.out.println("new");').stream() == "new\n"


def test_interrupt_aborts_what_is_queued(shared):
    first = shared.client.execute("Thread.sleep(600_000);")
    second = shared.client.execute("1 + 1")
    assert interrupted(shared, first, after=0.3)["ename"] == "Interrupted"
    assert shared.ask(second)["content"]["status"] == "aborted"


def test_interrupt_of_an_idle_kernel_does_nothing(shared):
    assert shared.control("interrupt_request")["content"]["status"] == "ok"
    assert shared.run("1 + 1").result() == "2"


def interrupted(kernel, request, after):
    """The content of the reply to a request that has run for so many seconds."""
    time.sleep(after)
    start = time.monotonic()
    assert kernel.control("interrupt_request")["content"]["status"] == "ok"
    reply = kernel.ask(request)["content"]
    assert time.monotonic() - start < patience(INTERRUPTED_SECONDS)
    return reply


def is_calm(kernel):
    """Whether the kernel comes to rest in time."""
    end = time.monotonic() + patience(CALM_SECONDS)
    while time.monotonic() < end:
        before = kernel.cpu_seconds()
        time.sleep(0.2)
        if kernel.cpu_seconds() - before <= 0.04:
            return True
    return False
