// Which elements made an element: for each op the places that it reads, and the local gradient at each.
const elementsOf = c => {
  const size = shape => shape.reduce((a, b) => a * b, 1);

  const indexOf = (k, shape) => {
    const index = [];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = k % shape[axis];
      k = Math.floor(k / shape[axis]);
    }
    return index;
  };

  const placeOf = (index, shape) => shape.reduce((k, n, axis) => k * n + index[axis], 0);

  // An operand that was stretched has each of its elements used several times.
  const stretched = (k, shape, own) =>
    placeOf(indexOf(k, shape).slice(shape.length - own.length).map((i, axis) => own[axis] === 1 ? 0 : i), own);

  const range = n => Array.from({length: n}, (_, i) => i);

  // All places of an array whose index is that of place k, but on one axis.
  const line = (k, shape, axis) => range(shape[axis]).map(i => {
    const index = indexOf(k, shape);
    index[axis] = i;
    return placeOf(index, shape);
  });

  // Row of the one and column of the other; axes before the last two are a batch.
  const matmul = (node, i, k) => {
    const [x, y] = node.o.map(id => c.nodes[id].s);
    const own = i ? y : x;
    const transposed = node.a[i] === 1;
    const rest = node.s.slice();
    const column = y.length > 1 ? [rest.pop()] : [];
    const row = x.length > 1 ? [rest.pop()] : [];
    const index = indexOf(k, node.s);
    const r = row.length ? index[rest.length] : 0;
    const s = column.length ? index[index.length - 1] : 0;
    const inner = own.length === 1 ? own[0] : own[own.length - ((i === 0) === transposed ? 2 : 1)];
    return range(inner).map(t => {
      if (own.length === 1) return t;
      const pair = i ? [t, s] : [r, t];
      if (transposed) pair.reverse();
      return placeOf([...index.slice(0, rest.length).slice(rest.length - (own.length - 2)), ...pair], own);
    });
  };

  const moved = (node, k, shape) => {
    const index = indexOf(k, node.s);
    if (!node.a.length) {
      const n = index.length;
      [index[n - 1], index[n - 2]] = [index[n - 2], index[n - 1]];
      return placeOf(index, shape);
    }
    const back = [];
    node.a.forEach((axis, at) => back[axis] = index[at]);
    return placeOf(back, shape);
  };

  const reduced = ['sum', 'mean', 'max', 'min', 'variance', 'logsumexp'];

  // The places of operand i that element k of a node is made of; null where that is not known.
  const sources = (node, i, k) => {
    const shape = c.nodes[node.o[i]].s;
    if (node.e) return [stretched(k, node.s, shape)];
    if (node.p === 'matmul') return matmul(node, i, k);
    if (node.p === 'transpose') return [moved(node, k, shape)];
    if (node.p === 'reshape') return [k];
    if (node.p === 'broadcast') return [stretched(k, node.s, shape)];
    if (node.p === 'sum_to') return range(size(shape)).filter(j => stretched(j, shape, node.s) === k);
    if (node.p === 'softmax' || node.p === 'log_softmax') return line(k, shape, node.a[0]);
    if (!reduced.includes(node.p)) return null;
    if (!node.a.length) return range(size(shape));
    const index = indexOf(k, node.s);
    if (!node.a[1]) index.splice(node.a[0], 0, 0);
    else index[node.a[0]] = 0;
    return line(placeOf(index, shape), shape, node.a[0]);
  };

  // The elements of a node that an element of its operand goes into.
  const users = (node, i, j) => range(size(node.s)).filter(k => (sources(node, i, k) || []).includes(j));

  const position = (node, k) => indexOf(k, node.s).join(', ');

  const indexed = (node, k) => node.s.length ? '[' + position(node, k) + ']' : '';

  const alone = ['transpose', 'reshape', 'broadcast'];

  // How an element was computed, with its numbers.
  const told = (node, k) => {
    const value = c.run.values[node.id];
    const all = node.o.map((_, i) => sources(node, i, k));
    const numbers = all.map((places, i) => places && places.map(j => c.run.values[node.o[i]][j]));
    const left = node.l + indexed(node, k);
    let right = null;
    if (node.x) right = filled({v: id => at(node, id, k, x => brief(x)), f: id => at(node, id, k, factor)}, node.x);
    else if (node.p === 'matmul') right = sum(numbers[0].map((x, t) => [x, numbers[1][t]]));
    else if (node.p === 'sum' || node.p === 'sum_to') right = sum(numbers[0].map(x => [x]));
    else if (node.p === 'mean') right = '(' + sum(numbers[0].map(x => [x])) + ') / ' + numbers[0].length;
    else if (numbers[0] && !alone.includes(node.p)) right = node.p + '(' + shortened(numbers[0].map(x => brief(x))).join(', ') + ')';
    return left + (right ? ' = ' + right : '') + ' = ' + brief(value[k]);
  };

  const at = (node, id, k, write) => write(c.run.values[id][stretched(k, node.s, c.nodes[id].s)]);

  const shortened = texts => texts.length > 10 ? [...texts.slice(0, 4), '…', ...texts.slice(-3)] : texts;

  // Products, added up.
  const sum = terms => shortened(terms.map((numbers, i) =>
    numbers.map((x, j) => x === undefined ? '…' : i || j || numbers.length > 1 ? factor(x) : brief(x)).join('·'))).join(' + ');

  // ∂z[k]/∂x[j] of a backward step; null where it is not known.
  const local = (s, k, j) => {
    const {n, i} = c.data.steps[s];
    const node = c.nodes[n];
    const places = sources(node, i, k);
    const step = c.run.steps[s];
    if (!places) return null;
    if (!places.includes(j)) return 0;
    if (step.local) return step.local[k];
    if (node.p === 'matmul') return c.run.values[node.o[1 - i]][sources(node, 1 - i, k)[places.indexOf(j)]];
    if (node.p === 'mean') return 1 / places.length;
    return node.p === 'sum' || node.p === 'sum_to' || alone.includes(node.p) ? 1 : null;
  };

  // How an element of a contribution was computed: the upstream gradients that reach it, each times its local gradient.
  const toldBack = (s, j) => {
    const {n, i} = c.data.steps[s];
    const node = c.nodes[n];
    const operand = c.nodes[node.o[i]];
    const step = c.run.steps[s];
    const terms = users(node, i, j).map(k => [step.upstream[k], local(s, k, j)]);
    const left = operand.b + indexed(operand, j) + ' += ';
    const right = terms.length && terms.every(([, d]) => d !== null) ? sum(terms) + ' = ' : '';
    return left + right + brief(step.contribution[j]);
  };

  return {size, position, sources, users, told, toldBack, local};
};
