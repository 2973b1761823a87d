// The arrays of a step as tables. Colour tells sign and size, and the numbers stand in it; what is pointed at is traced
// to what made it.
const places = n => n <= 12 ? Array.from({length: n}, (_, i) => i) : [0, 1, 2, -1, n - 3, n - 2, n - 1];

const shade = (x, most) => {
  if (!(Math.abs(x) > 0) || !(most > 0)) return 'transparent';
  const alpha = Math.min(0.5, 0.07 + 0.43 * Math.abs(x) / most).toFixed(2);
  return 'rgba(' + (x > 0 ? '0,114,178,' : '213,94,0,') + alpha + ')';
};

// Rows of places in an array; -1 for what is left out. An array of higher rank is one matrix under the other.
const grid = (shape, upright) => {
  if (!shape.length) return [[0]];
  if (shape.length === 1) return upright ? places(shape[0]).map(i => [i]) : [places(shape[0])];
  const columns = shape[shape.length - 1];
  const rows = shape.slice(0, -1).reduce((a, b) => a * b, 1);
  return places(rows).map(r => places(columns).map(s => r < 0 || s < 0 ? -1 : r * columns + s));
};

// One table: its caption, and cells that can be pointed at, by mouse, by finger or by the arrow keys.
const heatTable = ({caption, kind, values, shape, upright, most, hidden, label}, point) => {
  const table = element('table', 'heat gradus-' + kind, '', {'aria-label': label || caption});
  table.append(element('caption', 'caption', caption));
  const cells = new Map();
  const rows = grid(shape, upright);
  for (const row of rows) {
    const tr = table.insertRow();
    for (const k of row) {
      const td = tr.insertCell();
      const x = k < 0 ? undefined : values[k];
      td.textContent = x === undefined ? '…' : hidden ? '?' : brief(x, 4);
      if (x === undefined) continue;
      if (!hidden) td.style.backgroundColor = shade(x, most);
      td.tabIndex = cells.size ? -1 : 0;
      cells.set(k, td);
      for (const name of ['pointerenter', 'focus', 'click']) td.addEventListener(name, () => point && point(k));
      td.addEventListener('pointerleave', () => point && td !== document.activeElement && point(null));
      td.addEventListener('blur', () => point && point(null));
    }
  }
  const moves = {ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0]};
  table.addEventListener('keydown', event => {
    const td = event.target;
    const move = moves[event.key];
    if (td.tagName !== 'TD' || !move) return;
    event.preventDefault();
    const row = table.rows[td.parentNode.rowIndex + move[0]];
    const next = row && row.cells[td.cellIndex + move[1]];
    if (next && next.hasAttribute('tabindex')) next.focus();
  });
  const light = ks => {
    for (const [k, td] of cells) td.classList.toggle('gradus-lit', Boolean(ks) && ks.includes(k));
  };
  return {table, cells, light};
};

const greatest = arrays => Math.max(0, ...arrays.flatMap(values => values.filter(Number.isFinite).map(Math.abs)));

const tablesPart = c => {
  const all = element('div', 'tables');
  const told = element('div', 'told', '', {'aria-live': 'polite'});
  const whole = element('div', 'arrays');
  whole.append(all, told);
  const elements = elementsOf(c);
  c.elements = elements;
  let shown = [];

  const isArray = id => c.nodes[id].s.length > 0;
  const columns = node => node.p === 'matmul' && c.nodes[node.o[1]].s.length === 1;

  const add = (joint, spec, point) => {
    if (joint) all.append(element('span', 'joint', joint));
    const made = heatTable(spec, point);
    made.role = spec.role;
    shown.push(made);
    all.append(made.table);
    return made;
  };

  const light = marks => shown.forEach((table, t) => table.light(marks && marks[t]));
  const say = text => told.textContent = text || '';

  // Operands, and what the op made of them.
  const forward = node => {
    const operands = node.o.filter((id, i) => node.o.indexOf(id) === i);
    if (!isArray(node.id) && !operands.some(isArray)) return;
    const open = c.ask.open(c.position);
    const most = greatest([...operands, node.id].map(id => c.run.values[id]));
    const spec = (id, kind) => ({
      caption: c.nodes[id].l + (isArray(id) ? '  ' + c.nodes[id].s.join('×') : ''),
      kind: 'of-value', values: c.run.values[id], shape: c.nodes[id].s, upright: columns(node), most
    });
    const lit = k => [...operands.map(id => node.o.flatMap((o, i) => o === id ? elements.sources(node, i, k) || [] : [])), [k]];
    operands.forEach((id, t) => add(t ? '' : '', spec(id), j => {
      if (j === null) return clear();
      const users = node.o.flatMap((o, i) => o === id ? elements.users(node, i, j) : []);
      light([...operands.map((_, u) => u === t ? [j] : []), users]);
      say(open ? '' : users.slice(0, 3).map(k => elements.told(node, k)).join(';  ') + (users.length > 3 ? '; …' : ''));
    }));
    add('⟶', {...spec(node.id), hidden: open}, k => {
      if (k === null) return clear();
      light(lit(k));
      say(open ? '' : elements.told(node, k));
    });
  };

  const clear = () => {
    light(null);
    say('');
  };

  // What comes from above, what it is multiplied by, and what it adds.
  const backward = s => {
    const {n, i} = c.data.steps[s];
    const node = c.nodes[n];
    const operand = c.nodes[node.o[i]];
    if (!isArray(n) && !isArray(operand.id)) return;
    const step = c.run.steps[s];
    const open = c.ask.open(c.position);
    const upright = columns(node);
    const most = greatest([step.upstream, step.contribution, step.after]);
    const back = j => {
      if (j === null) return clear();
      const users = elements.users(node, i, j);
      light(shown.map(({role}) => role === 'up' || role === 'local' ? users : role === 'down' || role === 'after' ? [j]
        : role === 'other' ? users.flatMap(k => others(k, j)) : null));
      say(open ? '' : elements.toldBack(s, j));
    };
    // The elements of the other factor that stand before x[j] in z[k].
    const others = (k, j) => {
      const at = (elements.sources(node, i, k) || []).indexOf(j);
      return at < 0 || node.p !== 'matmul' ? [] : [elements.sources(node, 1 - i, k)[at]];
    };
    const up = k => {
      if (k === null) return clear();
      const down = elements.sources(node, i, k) || [];
      light(shown.map(({role}) => role === 'up' || role === 'local' ? [k] : role === 'down' || role === 'after' ? down
        : role === 'other' ? down.flatMap(j => others(k, j)) : null));
    };
    const caption = (bar, id) => bar + (isArray(id) ? '  ' + c.nodes[id].s.join('×') : '');
    add('', {caption: caption(node.b, n), kind: 'of-grad', values: step.upstream, shape: node.s, upright, most, role: 'up'}, up);
    if (step.local) {
      add('⊙', {caption: '∂' + node.l + '/∂' + operand.l, kind: 'of-local', values: step.local, shape: node.s, upright,
        most: greatest([step.local]), hidden: open, role: 'local'}, up);
    } else if (node.o.length === 2) {
      const other = c.nodes[node.o[1 - i]];
      add('', {caption: caption(other.l, other.id), kind: 'of-value', values: c.run.values[other.id], shape: other.s,
        upright: upright && i === 1, most: greatest([c.run.values[other.id]]), role: 'other'}, null);
    }
    add('⟶  +=', {caption: caption(operand.b, operand.id), kind: 'of-grad', values: step.contribution, shape: operand.s,
      upright: upright && i === 1, most, hidden: open, role: 'down'}, back);
    if (step.before.some(x => x !== 0)) {
      add('⟶', {caption: caption(operand.b, operand.id), kind: 'of-grad', values: step.after, shape: operand.s,
        upright: upright && i === 1, most, hidden: open, role: 'after'}, back);
    }
    if (!open) jacobian(s);
  };

  // The Jacobian beside the vector–Jacobian product, where both fit: that they are equal is seen.
  const jacobian = s => {
    const {n, i} = c.data.steps[s];
    const node = c.nodes[n];
    const operand = c.nodes[node.o[i]];
    const step = c.run.steps[s];
    const rows = elements.size(node.s);
    const cols = elements.size(operand.s);
    if (rows > 20 || cols > 20 || rows * cols < 2) return;
    const own = Array.from({length: rows * cols}, (_, m) => elements.local(s, Math.floor(m / cols), m % cols));
    const sent = own.includes(null) && c.engine ? c.engine.jacobian(s, c.run) : null;
    const at = sent ? Array.from(sent.at).flat() : own;
    if (at.includes(null) || at.includes(undefined)) return;
    const product = step.contribution.map((_, j) =>
      at.reduce((total, d, m) => m % cols === j ? total + d * step.upstream[Math.floor(m / cols)] : total, 0));
    const apart = Math.max(...product.map((x, j) => Math.abs(x - step.contribution[j])));
    const equal = apart <= 1e-9 * Math.max(1, greatest([step.contribution]));
    const box = element('details', 'jacobian');
    box.open = c.jacobianOpen !== undefined ? c.jacobianOpen : rows <= 8 && cols <= 8;
    box.addEventListener('toggle', () => { c.jacobianOpen = box.open; });
    box.append(element('summary', 'about', c.word('jacobian', '∂' + node.l + '/∂' + operand.l, rows + '×' + cols)));
    const line = element('div', 'tables');
    const most = greatest([step.upstream, step.contribution]);
    const row = (bar, values) => heatTable({caption: bar, kind: 'of-grad', values, shape: [values.length], most}, null).table;
    line.append(row(node.b, step.upstream), element('span', 'joint', '·'),
      heatTable({caption: '∂' + node.l + '/∂' + operand.l + '  ' + rows + '×' + cols, kind: 'of-local', values: at,
        shape: [rows, cols], most: greatest([at])}, null).table,
      element('span', 'joint', '='), row(operand.b, product),
      element('span', 'equal', c.word(equal ? 'equal' : 'unequal', brief(apart))));
    box.append(line);
    all.append(box);
  };

  const show = frame => {
    shown = [];
    all.replaceChildren();
    say('');
    if (frame.k !== undefined) backward(frame.k);
    else if (frame.m === 'gradus-fwd' && frame.n.length) forward(c.nodes[frame.n[0]]);
    whole.hidden = !shown.length;
  };

  return {element: whole, show};
};
