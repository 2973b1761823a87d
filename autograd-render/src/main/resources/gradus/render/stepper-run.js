// A run: the values of all nodes, and what each backward step did. The first is the recorded one; where a leaf is
// changed, the page makes others.

// Of a long array only some elements are sent: the others are holes.
const array = sent => {
  if (Array.isArray(sent)) return sent.map(Number);
  const all = new Array(sent.n);
  sent.at.forEach((place, i) => all[place] = Number(sent.v[i]));
  return all;
};

const recorded = data => {
  const adjoints = [];
  adjoints[data.root] = array(data.seed);
  const steps = data.steps.map(({n, i, l, c}) => {
    const operand = data.nodes[n].o[i];
    const contribution = array(c);
    const before = adjoints[operand] || contribution.map(() => 0);
    const after = adjoints[operand] ? contribution.map((x, k) => x + before[k]) : contribution;
    const step = {upstream: adjoints[n], local: l && array(l), contribution, before, after};
    adjoints[operand] = after;
    return step;
  });
  return {values: data.nodes.map(node => array(node.v)), steps, adjoints};
};

// The numbers that texts have places for, by the first letter of the place.
const fillers = (data, run) => {
  const operand = k => data.nodes[data.steps[k].n].o[data.steps[k].i];
  const shapeOf = id => data.nodes[id].s;
  const told = shape => data.words.shape.replace('{0}', shape.join('×'));
  const write = (values, id) => written(values, shapeOf(id), told);
  const atOperand = (k, what) => write(run.steps[k][what], operand(k));
  const atNode = (k, what) => write(run.steps[k][what], data.steps[k].n);
  const isShape = (text, k) => text === told(shapeOf(operand(k)));
  return {
    v: id => write(run.values[id], id),
    f: id => factor(run.values[id][0]),
    u: k => atNode(k, 'upstream'),
    l: k => factor(run.steps[k].local[0]),
    L: k => atNode(k, 'local'),
    c: k => atOperand(k, 'contribution'),
    g: k => {
      const text = atOperand(k, 'after');
      return (isShape(text, k) ? ': ' : ' = ') + text;
    },
    h: k => {
      const own = data.steps.map((_, j) => j).filter(j => j <= k && operand(j) === operand(k));
      const all = [atOperand(own[0], 'before'), ...own.map(j => atOperand(j, 'after'))];
      if (isShape(all[all.length - 1], k)) return all[all.length - 1];
      if (all.length > 5) all.splice(1, all.length - 4, '…');
      return all.join(' → ');
    }
  };
};

// A text is a string, or words and places in turn.
const filled = (fill, text) => typeof text === 'string' ? text
  : text.map((part, i) => i % 2 ? fill[part[0]](Number(part.slice(1))) : part).join('');

// What is equal to each other; what was just said is not said twice.
const equation = (fill, sides) =>
  sides.map(side => filled(fill, side)).filter((text, i, all) => text !== all[i - 1]).join(' = ');
