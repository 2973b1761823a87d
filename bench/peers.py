#!/usr/bin/env python3
"""The engine beside its peers, in one run: micrograd, NumPy and PyTorch, each from the package registry.

    mvn -q -DskipTests package -pl bench -am
    python3 bench/peers.py [--python PYTHON] [--java JAVA ...] [--quick] [a b c d e]

Makes a Python environment under bench/target with the peers in it, unless --python names one that has them. For each
workload it runs the peer, then the engine's JMH benchmark on each --java, and prints the best time of each: on a machine
that is shared, the best is what comes closest to the work itself. The workloads are defined in the Java classes, whose
names stand in the table; every peer computes exactly the same.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
JAR = HERE / "target" / "gradus-bench.jar"
PEERS = ["micrograd==0.1.0", "numpy", "torch"]

# Workload: what it is, its unit, the JMH benchmarks, the peers.
WORKLOADS = {
    "a": ("10⁶ scalar ops, build + forward + backward", "ns/op", "ScalarGraph", ["micrograd"]),
    "b": ("micrograd's demo step, 65,818 nodes", "ms", "DemoStep", ["micrograd"]),
    "c": ("MLP 784-128-10, batch 64, a step", "ms", "DenseStep", ["numpy", "torch"]),
    "d": ("six layers tanh(h·W), 1000×500 · 500×500", "ms", "DeepForward", ["numpy", "torch"]),
    "e": ("a chain of 10³ to 10⁷ ops", "ms", "Chain", ["micrograd"]),
}


def best(work, seconds=3.0, least=2):
    """The shortest of as many runs as fit."""
    end = time.perf_counter() + seconds
    times = []
    while len(times) < least or time.perf_counter() < end:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


# ---- peers: each gives {name of the figure: figure in the workload's unit}; run in an interpreter of their own ----


def micrograd_a():
    from micrograd.engine import Value

    chains, blocks = 2000, 125
    ops = chains * blocks * 4 + chains - 1

    def work():
        a, b, c, d = Value(0.9), Value(0.1), Value(1.01), Value(0.002)
        ends = []
        for i in range(chains):
            v = Value(0.5 + i / 4000)
            for _ in range(blocks):
                v = v * a + b
                v = v * c + d
            ends.append(v)
        while len(ends) > 1:
            ends = [ends[i] + ends[i + 1] if i + 1 < len(ends) else ends[i] for i in range(0, len(ends), 2)]
        ends[0].backward()

    return {"micrograd": best(work, seconds=0) / ops * 1e9}


def micrograd_b():
    import math
    import random

    from micrograd.engine import Value
    from micrograd.nn import MLP

    random.seed(1337)
    points = []
    for i in range(50):
        t = math.pi * i / 49
        noise = [random.gauss(0, 0.1) for _ in range(4)]
        points.append((math.cos(t) + noise[0], math.sin(t) + noise[1], -1))
        points.append((1 - math.cos(t) + noise[2], 0.5 - math.sin(t) + noise[3], 1))
    model = MLP(2, [16, 16, 1])

    def work():
        losses = [(1 + -y * model([Value(u), Value(v)])).relu() for u, v, y in points]
        loss = sum(losses) * (1 / len(losses)) + 1e-4 * sum(p * p for p in model.parameters())
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= 0.05 * p.grad

    return {"micrograd": best(work) * 1e3}


def micrograd_e():
    from micrograd.engine import Value

    def backward(n):
        a, b, v = Value(0.999999), Value(1e-6), Value(1.0)
        for i in range(n):
            v = v * a if i % 2 == 0 else v + b
        return best(v.backward, seconds=0.2) * 1e3

    figures = {}
    for n in (100, 1000, 10000):
        try:
            figures["micrograd, backward, %d" % n] = backward(n)
        except RecursionError:
            figures["micrograd, backward, %d" % n] = "RecursionError"
    return figures


def numpy_c():
    import numpy as np

    rng = np.random.default_rng(0)
    x, labels = rng.standard_normal((64, 784)), rng.integers(0, 10, 64)
    w1, b1 = rng.standard_normal((784, 128)) * 0.05, np.zeros(128)
    w2, b2 = rng.standard_normal((128, 10)) * 0.1, np.zeros(10)

    def work():
        h = x @ w1 + b1
        r = np.maximum(h, 0)
        scores = r @ w2 + b2
        e = np.exp(scores - scores.max(1, keepdims=True))
        g = e / e.sum(1, keepdims=True)
        g[np.arange(64), labels] -= 1
        g /= 64
        gh = g @ w2.T
        gh[h <= 0] = 0
        gradients = x.T @ gh, gh.sum(0), r.T @ g, g.sum(0)
        for parameter, gradient in zip((w1, b1, w2, b2), gradients):
            parameter -= 0.1 * gradient

    return {"NumPy by hand, f64": best(work) * 1e3}


def numpy_d():
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.standard_normal((1000, 500))
    figures = {}
    for name, sigma in (("0.01", 0.01), ("1", 1.0), ("Xavier", 500**-0.5)):
        weights = [rng.standard_normal((500, 500)) * sigma for _ in range(6)]

        def forward():
            h = x
            for w in weights:
                h = np.tanh(h @ w)

        figures["NumPy f64, forward, σ %s" % name] = best(forward) * 1e3
    figures["NumPy f64, draw"] = best(lambda: [rng.standard_normal((500, 500)) * 0.01 for _ in range(6)]) * 1e3
    return figures


def torch_c():
    import torch

    torch.manual_seed(0)
    x, labels = torch.randn(64, 784, dtype=torch.double), torch.randint(0, 10, (64,))
    net = torch.nn.Sequential(torch.nn.Linear(784, 128), torch.nn.ReLU(), torch.nn.Linear(128, 10)).double()
    sgd = torch.optim.SGD(net.parameters(), lr=0.1)

    def work():
        sgd.zero_grad()
        torch.nn.functional.cross_entropy(net(x), labels).backward()
        sgd.step()

    return {"PyTorch, f64": best(work) * 1e3}


def torch_d():
    import torch

    x = torch.randn(1000, 500, dtype=torch.double)
    weights = [torch.randn(500, 500, dtype=torch.double) * 0.01 for _ in range(6)]

    def forward():
        h = x
        for w in weights:
            h = torch.tanh(h @ w)

    return {"PyTorch f64, forward, σ 0.01": best(forward) * 1e3}


# ---- the run ----


def environment():
    """A Python that has the peers."""
    folder = HERE / "target" / "peers"
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "-q", *PEERS], check=True)
    return str(python)


def peer(python, name, workload):
    run = subprocess.run([python, __file__, "--peer", name + "_" + workload], stdout=subprocess.PIPE, text=True)
    return json.loads(run.stdout) if run.returncode == 0 else {name: "failed"}


def engine(java, benchmark, quick):
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result.json"
        words = [java, "-jar", str(JAR), "-rf", "json", "-rff", str(result), r"\." + benchmark + r"\."]
        words += ["-wi", "5", "-i", "3"] if quick else []
        run = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if run.returncode != 0 or not result.exists():
            sys.exit(run.stdout)
        figures = {}
        for one in json.loads(result.read_text()):
            name = ", ".join([one["benchmark"].split(".", 2)[2], *one.get("params", {}).values()])
            figures["%s, JDK %s" % (name, one["jdkVersion"].split(".")[0])] = min(
                min(fork) for fork in one["primaryMetric"]["rawData"]
            )
        return figures


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--python", help="a Python that has the peers")
    options.add_argument("--java", nargs="+", default=["java"], help="one or more Java launchers")
    options.add_argument("--quick", action="store_true", help="fewer iterations")
    options.add_argument("--peer", help=argparse.SUPPRESS)
    options.add_argument("workloads", nargs="*", metavar="a b c d e")
    given = options.parse_args()
    if given.peer:
        print(json.dumps(globals()[given.peer]()))
        return
    if not JAR.exists():
        sys.exit("There is no %s: run mvn -q -DskipTests package -pl bench -am" % JAR)
    python = given.python or environment()
    print("| workload | who | best | unit |\n|---|---|---|---|")
    for letter in given.workloads or WORKLOADS:
        what, unit, benchmark, peers = WORKLOADS[letter]
        figures = {}
        for name in peers:
            figures.update(peer(python, name, letter))
        for java in given.java:
            figures.update(engine(java, benchmark, given.quick))
        for who, figure in figures.items():
            number = figure if isinstance(figure, str) else "%.3g" % figure
            print("| (%s) %s | %s | %s | %s |" % (letter, what, who, number, unit), flush=True)


if __name__ == "__main__":
    main()
