// Runs a program of PageProgram on any inputs, forward and backward. Every array is a plain array of numbers, row-major.
// leaves: the numbers of the input nodes.
// forward(inputs): the values of all nodes; inputs is a Map from node number to array, what is missing is as recorded.
// run(inputs): {values, steps, adjoints}; a step is {upstream, local, contribution, before, after}, in the trace's order,
//   and local is null where the op gives a vector–Jacobian product; the adjoint of a node is null if none has arrived.
// jacobian(step, run): {rows, cols, at} of the node by the operand of a step, where element (i, j) is at[i * cols + j];
//   null if it has more than 400 elements.
const engine = program => {
  const {nodes, leaves} = program;
  const fold = (start, join) => (n, f) => {
    let result = start;
    for (let k = 0; k < n; k++) result = join(result, f(k));
    return result;
  };
  const product = fold(1, (a, b) => a * b);
  const tools = {
    sum: fold(0, (a, b) => a + b),
    product,
    max: fold(-Infinity, (a, b) => Math.max(a, b)),
    min: fold(Infinity, (a, b) => Math.min(a, b)),
    others: (n, f) => k => product(n, j => j === k ? 1 : f(j))
  };
  const names = Object.keys(tools);
  // Its text comes from the op catalogue and holds nothing of the reader's own program.
  const compile = text => {
    const made = new Function('n', 'x', 'y', 'z', 'u', ...names, text);
    return (...line) => made(...line, ...names.map(name => tools[name]));
  };
  const ops = program.f.map(({v, g, l}) => ({value: compile(v), gradients: g.map(compile), local: l}));
  const moves = nodes.map(({t}) => {
    const to = [];
    for (let i = 0; t && i < t.length; i += 3) for (let k = 0; k < t[i + 2]; k++) to.push(t[i] + k * t[i + 1]);
    return to;
  });
  const zeros = n => new Array(n).fill(0);
  const part = (array, from, step, n) => array && Array.from({length: n}, (_, k) => array[from + k * step]);

  // Visits each line: its length, and where each array begins there and how far it advances.
  const lines = ([lengths, ...steps], visit, axis = 0, at = steps.map(() => 0)) => {
    if (axis === lengths.length - 1) return visit(lengths[axis], at, steps.map(step => step[axis]));
    for (let i = 0; i < lengths[axis]; i++) {
      lines([lengths, ...steps], visit, axis + 1, at.map((from, k) => from + i * steps[k][axis]));
    }
  };

  const operands = (node, values) =>
    node.c ? [node.a.flatMap(id => values[id])] : node.a.map(id => values[id]);

  const value = (node, id, values) => {
    const [x, y] = operands(node, values);
    const z = zeros(node.m);
    if (node.t) {
      moves[id].forEach((to, k) => { if (to >= 0) z[node.s ? to : k] += x[node.s ? k : to]; });
      return z;
    }
    lines(node.l, (n, [p, q, r], [step, ofX, ofY]) => {
      const f = ops[node.o].value(n, part(x, q, ofX, n), part(y, r, ofY, n), null, null);
      for (let k = 0; k < (step ? n : 1); k++) z[p + k * step] = f(k);
    });
    return z;
  };

  const forward = (inputs = new Map()) => {
    const values = [];
    nodes.forEach((node, id) =>
      values.push(node.v ? inputs.get(id) || node.v.map(Number) : value(node, id, values)));
    return values;
  };

  // What flows from a node to its operand i for this upstream gradient.
  const push = (id, i, values, upstream) => {
    const node = nodes[id];
    const op = ops[node.o];
    const all = operands(node, values);
    const [x, y] = all;
    const to = node.c ? 0 : i;
    let contribution = zeros(all[to].length);
    let local = op && op.local ? zeros(node.c ? x.length : node.m) : null;
    if (node.t) {
      moves[id].forEach((at, k) => { if (at >= 0) contribution[node.s ? k : at] += upstream[node.s ? at : k]; });
    } else {
      const gradient = op.gradients[Math.min(i, op.gradients.length - 1)];
      lines(node.l, (n, at, steps) => {
        const [p, q, r] = at;
        const [step, ofX, ofY] = steps;
        const u = part(upstream, p, step, n);
        const g = gradient(n, part(x, q, ofX, n), part(y, r, ofY, n), part(values[id], p, step, n), u);
        for (let k = 0; k < n; k++) {
          const d = g(k);
          if (local) local[node.c ? k : p + k * step] = d;
          contribution[at[to + 1] + k * steps[to + 1]] += local ? u[k] * d : d;
        }
      });
    }
    if (node.c) {
      const from = node.a.slice(0, i).reduce((sum, a) => sum + values[a].length, 0);
      const own = array => array && array.slice(from, from + values[node.a[i]].length);
      contribution = own(contribution);
      local = own(local);
    }
    return {local, contribution};
  };

  const run = inputs => {
    const values = forward(inputs);
    const adjoints = values.map(() => null);
    adjoints[program.root] = program.seed.map(Number);
    const steps = program.steps.map(([id, i]) => {
      const upstream = adjoints[id];
      const {local, contribution} = push(id, i, values, upstream);
      const operand = nodes[id].a[i];
      const before = adjoints[operand] || zeros(contribution.length);
      const after = before.map((sum, k) => sum + contribution[k]);
      adjoints[operand] = after;
      return {upstream, local, contribution, before, after};
    });
    return {values, steps, adjoints};
  };

  const jacobian = (step, {values}) => {
    const [id, i] = program.steps[step];
    const rows = values[id].length;
    const cols = values[nodes[id].a[i]].length;
    if (rows * cols > 400) return null;
    const at = [];
    for (let row = 0; row < rows; row++) {
      const unit = zeros(rows);
      unit[row] = 1;
      at.push(...push(id, i, values, unit).contribution);
    }
    return {rows, cols, at};
  };

  return {leaves, forward, run, jacobian};
};
