"""Runs Gradus' random graphs in PyTorch and compares values and gradients, in double precision.

    python torch_graphs.py graphs.jsonl [tolerance]

Each line of the file is a graph as TorchTest writes it: {"seed": …, "lines": [leaf or step, …]}, where a leaf has
"shape", "value" and "grad" (null for a constant) and a step has "op", "settings", "operands", "shape" and "value". The last
step is a scalar, whose gradient by every leaf is compared.

A difference is |a − b| / max(1, |a|, |b|). Two choices of the libraries differ, and PyTorch is asked for ours: several
largest elements share the gradient of a maximum (amax; max along an axis gives it to one of them), and the variance has the
divisor n (correction=0).
"""

import json
import sys

import torch

torch.set_default_dtype(torch.float64)


def along(f):
    """A reduction of all elements, or along an axis that may be kept."""
    return lambda x, s: f(x, tuple(range(x.dim())), False) if not s else f(x, s[0], s[1] == 1)


def sum_to(x, shape):
    x = x.sum(dim=tuple(range(x.dim() - len(shape)))) if x.dim() > len(shape) else x
    for axis, n in enumerate(shape):
        if n == 1 and x.shape[axis] != 1:
            x = x.sum(dim=axis, keepdim=True)
    return x


def places(bounds, axis):
    start, stop, step = bounds[3 * axis : 3 * axis + 3]
    return torch.tensor(list(range(start, stop, step)), dtype=torch.long)


def cut(x, bounds):
    for axis in range(x.dim()):
        x = x.index_select(axis, places(bounds, axis))
    return x


def embed(x, settings):
    rank = len(settings) // 4
    bounds = settings[rank:]
    grid = torch.meshgrid(*[places(bounds, axis) for axis in range(rank)], indexing="ij")
    return torch.zeros(settings[:rank]).index_put(grid, x)


def scatter(x, settings):
    shape = list(x.shape)
    shape[settings[1]] = settings[0]
    return torch.zeros(shape).index_add(settings[1], torch.tensor(settings[2:]), x)


def matmul(x, y, s):
    x = x.transpose(-1, -2) if s and s[0] else x
    y = y.transpose(-1, -2) if s and s[1] else y
    return x @ y


OPS = {
    "UnaryOp.NEG": lambda x, s: -x,
    "UnaryOp.INV": lambda x, s: 1 / x,
    "UnaryOp.EXP": lambda x, s: x.exp(),
    "UnaryOp.LOG": lambda x, s: x.log(),
    "UnaryOp.SIN": lambda x, s: x.sin(),
    "UnaryOp.COS": lambda x, s: x.cos(),
    "UnaryOp.TAN": lambda x, s: x.tan(),
    "UnaryOp.TANH": lambda x, s: x.tanh(),
    "UnaryOp.SIGMOID": lambda x, s: x.sigmoid(),
    "UnaryOp.RELU": lambda x, s: x.relu(),
    "UnaryOp.SQRT": lambda x, s: x.sqrt(),
    "UnaryOp.ABS": lambda x, s: x.abs(),
    "BinaryOp.ADD": lambda x, y, s: x + y,
    "BinaryOp.SUB": lambda x, y, s: x - y,
    "BinaryOp.MUL": lambda x, y, s: x * y,
    "BinaryOp.DIV": lambda x, y, s: x / y,
    "BinaryOp.POW": lambda x, y, s: x**y,
    "BinaryOp.MAX": lambda x, y, s: torch.maximum(x, y),
    "BinaryOp.MIN": lambda x, y, s: torch.minimum(x, y),
    "NaryOp.SUM": lambda *xs: torch.stack(xs[:-1]).sum(),
    "NaryOp.PRODUCT": lambda *xs: torch.stack(xs[:-1]).prod(),
    "MatrixOp.MATMUL": matmul,
    "MatrixOp.TRANSPOSE": lambda x, s: x.permute(s) if s else x.transpose(-1, -2),
    "ReduceOp.SUM": along(lambda x, d, k: x.sum(dim=d, keepdim=k)),
    "ReduceOp.MEAN": along(lambda x, d, k: x.mean(dim=d, keepdim=k)),
    "ReduceOp.MAX": along(lambda x, d, k: x.amax(dim=d, keepdim=k)),
    "ReduceOp.MIN": along(lambda x, d, k: x.amin(dim=d, keepdim=k)),
    "ReduceOp.VARIANCE": along(lambda x, d, k: x.var(dim=d, correction=0, keepdim=k)),
    "ReduceOp.LOGSUMEXP": along(lambda x, d, k: x.logsumexp(dim=d, keepdim=k)),
    "SoftmaxOp.SOFTMAX": lambda x, s: x.softmax(s[0]),
    "SoftmaxOp.LOG_SOFTMAX": lambda x, s: x.log_softmax(s[0]),
    "LayoutOp.RESHAPE": lambda x, s: x.reshape(s),
    "LayoutOp.BROADCAST": lambda x, s: x.expand(s),
    "LayoutOp.SUM_TO": sum_to,
    "LayoutOp.SLICE": cut,
    "LayoutOp.EMBED": embed,
    "LayoutOp.ELEMENT": lambda x, s: x[tuple(s)],
    "LayoutOp.SELECT": lambda x, s: x.index_select(s[0], torch.tensor(s[1:])),
    "LayoutOp.SCATTER": scatter,
    "LayoutOp.CONCAT": lambda *xs: torch.cat(xs[:-1], dim=xs[-1][0]),
    "LayoutOp.STACK": lambda *xs: torch.stack(xs[:-1], dim=xs[-1][0]),
}


def difference(tensor, elements):
    given = torch.tensor(elements).reshape(tensor.shape)
    if given.numel() == 0:
        return 0.0
    scale = torch.maximum(torch.maximum(tensor.abs(), given.abs()), torch.ones(()))
    return ((tensor - given).abs() / scale).max().item()


def run(graph):
    """All nodes, with the gradients of the leaves."""
    nodes = []
    for line in graph["lines"]:
        if "op" in line:
            node = OPS[line["op"]](*[nodes[i] for i in line["operands"]], line["settings"])
        else:
            node = torch.tensor(line["value"]).reshape(line["shape"]).requires_grad_(line["grad"] is not None)
        if list(node.shape) != line["shape"]:
            raise SystemExit(f"seed {graph['seed']}, {line['op']}: shape {list(node.shape)} against {line['shape']}")
        nodes.append(node)
    nodes[-1].backward()
    return nodes


def main():
    tolerance = float(sys.argv[2]) if len(sys.argv) > 2 else 1e-10
    worst = {"value": (0.0, ""), "gradient": (0.0, "")}
    graphs = 0
    steps = 0
    with open(sys.argv[1], encoding="utf-8") as file:
        for text in file:
            graph = json.loads(text)
            graphs += 1
            for number, (node, line) in enumerate(zip(run(graph), graph["lines"])):
                where = f"seed {graph['seed']}, line {number}, {line.get('op', 'leaf')}"
                steps += "op" in line
                found = [("value", difference(node.detach(), line["value"]))]
                if line.get("grad") is not None:
                    gradient = torch.zeros_like(node) if node.grad is None else node.grad
                    found.append(("gradient", difference(gradient, line["grad"])))
                for what, d in found:
                    # Not d > worst: NaN must not pass.
                    if not d <= worst[what][0]:
                        worst[what] = (d, where)
    print(f"PyTorch {torch.__version__}: {graphs} graphs, {steps} steps")
    for what, (d, where) in worst.items():
        print(f"largest difference of a {what}: {d:.2g} ({where})")
    if graphs == 0 or not all(d <= tolerance for d, _ in worst.values()):
        raise SystemExit(f"more than {tolerance:g}, or no graph at all")


if __name__ == "__main__":
    main()
