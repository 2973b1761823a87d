// A leaf can be changed: the page computes both passes again, and the same step shows the new numbers.
const leavesPart = c => {
  const bar = element('div', 'leaf', '', {role: 'group'});
  bar.hidden = true;
  c.engine = c.data.program ? engine(c.data.program) : null;
  const fixed = c.data.fixed || '';
  const inputs = new Map();
  let leaf = null;
  let at = 0;
  let table = null;

  const label = element('label', 'ask');
  const field = element('input', 'field', '', {type: 'number', step: 'any'});
  const slider = element('input', 'slider', '', {type: 'range', tabindex: 0});
  const told = element('span', 'checked', '', {role: 'status'});
  const reset = button('reset', c.word('reset'), c.word('reset'), () => {
    inputs.clear();
    c.use(c.recorded);
    c.again();
    field.value = now();
    range();
  });
  const close = button('close', '×', c.word('close'), () => {
    bar.hidden = true;
    c.root.classList.remove('gradus-editing');
    c.root.focus({preventScroll: true});
  });
  const cells = element('span', 'cells');

  const now = () => c.run.values[leaf.id][at];
  const original = () => c.recorded.values[leaf.id][at];
  const place = () => leaf.s.length ? '[' + c.elements.position(leaf, at) + ']' : '';

  const range = () => {
    const centre = original() === undefined ? now() : original();
    const span = 2 * Math.max(1, Math.abs(centre));
    slider.min = Math.min(centre - span, now());
    slider.max = Math.max(centre + span, now());
    slider.step = span / 100;
    slider.value = now();
  };

  // What the values are without what was typed.
  const current = id => inputs.get(id) || c.engine.forward()[id];

  const change = x => {
    if (!Number.isFinite(x)) return;
    const values = current(leaf.id).slice();
    values[at] = x;
    inputs.set(leaf.id, values);
    c.use(c.engine.run(inputs));
    c.again();
  };
  field.addEventListener('input', () => {
    if (field.value === '') return;
    change(Number(field.value));
    range();
  });
  slider.addEventListener('input', () => {
    const x = Number(Number(slider.value).toPrecision(6));
    field.value = x;
    change(x);
  });

  // A central difference of the page's own forward pass, which knows nothing of derivatives.
  const difference = () => {
    const values = current(leaf.id);
    const h = 1e-5 * Math.max(1, Math.abs(values[at]));
    const result = x => {
      const moved = values.slice();
      moved[at] = x;
      const root = c.engine.forward(new Map(inputs).set(leaf.id, moved))[c.data.root];
      return root.reduce((sum, z, k) => sum + z * Number(c.data.seed[k]), 0);
    };
    return (result(values[at] + h) - result(values[at] - h)) / (2 * h);
  };

  const check = () => {
    const adjoint = c.engine.run(inputs).adjoints[leaf.id];
    if (!c.data.steps.length || !adjoint) return '';
    const exact = adjoint[at];
    const numeric = difference();
    const error = Math.abs(exact - numeric) / Math.max(1e-8, Math.abs(exact) + Math.abs(numeric));
    return '∂' + c.nodes[c.data.root].l + '/∂' + leaf.l + place() + ' = ' + brief(exact) + '   '
      + c.word('difference', brief(numeric), brief(Number(error.toPrecision(2))));
  };

  const choose = k => {
    at = k;
    label.textContent = leaf.l + place() + ' = ';
    field.setAttribute('aria-label', leaf.l + place());
    slider.setAttribute('aria-label', leaf.l + place());
    field.value = now();
    range();
    show();
  };

  const open = id => {
    leaf = c.nodes[id];
    at = 0;
    bar.hidden = false;
    c.root.classList.add('gradus-editing');
    bar.setAttribute('aria-label', c.word('change', leaf.l));
    if (!c.engine) {
      bar.replaceChildren(element('span', 'fixed', fixed), close);
      return close.focus();
    }
    cells.replaceChildren();
    table = null;
    bar.replaceChildren(cells, label, field, slider, reset, close, told);
    choose(0);
    field.focus({preventScroll: true});
    field.select();
  };

  // The array that the element belongs to, to choose another one.
  const elementsTable = () => {
    if (!leaf.s.length) return;
    const values = c.run.values[leaf.id];
    const made = heatTable({caption: leaf.l + '  ' + leaf.s.join('×'), kind: 'of-value', values, shape: leaf.s,
      most: greatest([values])}, null);
    for (const [k, td] of made.cells) {
      td.addEventListener('click', () => choose(k));
      td.addEventListener('keydown', event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        choose(k);
        field.focus({preventScroll: true});
      });
    }
    made.light([at]);
    table = made;
    cells.replaceChildren(made.table);
  };

  const show = () => {
    if (bar.hidden || !leaf || !c.engine) return;
    if (!table || !table.table.contains(document.activeElement)) elementsTable();
    told.textContent = check();
    reset.disabled = !inputs.size;
    c.root.classList.toggle('gradus-changed', inputs.size > 0);
  };

  if (!c.asks) {
    c.svg.setAttribute('role', 'group');
    for (const node of c.nodes) {
      if (node.k !== 'i') continue;
      const group = c.drawing.part('node', node.id);
      for (const [key, value] of Object.entries({role: 'button', tabindex: 0, 'aria-label': c.word('change', node.l)})) {
        group.setAttribute(key, value);
      }
      group.addEventListener('click', () => open(node.id));
      group.addEventListener('keydown', event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        open(node.id);
      });
    }
  }

  return {element: bar, show};
};
