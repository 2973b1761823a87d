"""A long lesson: each cell declares a class anew and prints; the last ones are as fast as the first, and as small.

The build runs some hundreds of cells. ``GRADUS_SOAK=5000`` runs that many.
"""

import os

import psutil
import pytest

CELLS = int(os.environ.get("GRADUS_SOAK", "300"))

# What a part of the cells needs varies; in the whole run a part is 500 cells.
PART = max(50, CELLS // 10)
SLOWER = 1.5
GROWN = 1.15

CELL = """
class Lesson {{ int n = {i}; Var f(Var x) {{ return x.mul(n).add({i}); }} }}
var lesson = new Lesson();
System.out.println(lesson.f(new Var(2)).value());
lesson.n
"""

METASPACE = """
ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getName().equals("Metaspace"))
        .mapToLong(p -> p.getUsage().getUsed()).sum()
"""


@pytest.mark.timeout(120 + CELLS // 4)
def test_long_session_stays_fast_and_small(kernel):
    kernel.run("import java.lang.management.ManagementFactory;")
    warm_up(kernel)
    seconds, sizes = [], []
    for part in range(CELLS // PART):
        before = cpu_seconds(kernel)
        for i in range(part * PART, (part + 1) * PART):
            cell = kernel.run(CELL.format(i=i))
            assert (cell.stream(), cell.result()) == (f"{i * 2.0 + i}\n", str(i))
        seconds.append((cpu_seconds(kernel) - before) / PART)
        sizes.append(size(kernel))
    first, last = seconds[0], seconds[-1]
    told = f"{first * 1000:.1f} → {last * 1000:.1f} ms a cell; (heap, metaspace, RSS) in MiB: {sizes}"
    print(told)
    assert last < SLOWER * first, told
    half = sizes[: len(sizes) // 2]  # by then the JVM's caches are full
    for before, after in zip(map(max, zip(*half)), sizes[-1]):
        assert after < GROWN * before + 8, told


def cpu_seconds(kernel):
    """What the cells cost, whatever else the machine does meanwhile."""
    times = psutil.Process(kernel.manager.provisioner.pid).cpu_times()
    return times.user + times.system


def warm_up(kernel):
    for i in range(100):
        kernel.run(CELL.format(i=-i))


def size(kernel):
    """What is in use after a garbage collection, and what the system sees; in MiB."""
    heap = kernel.run(
        "System.gc(); Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()"
    ).result()
    metaspace = kernel.run(METASPACE).result()
    rss = psutil.Process(kernel.manager.provisioner.pid).memory_info().rss
    return tuple(int(bytes) >> 20 for bytes in (heap, metaspace, rss))
