// The drawing: the texts of all nodes, what is at work, and what flows on its edge.
const drawingPart = c => {
  const canvas = element('div', 'drawing');
  const svg = c.svg;
  const part = (kind, id) => svg.querySelector('[data-' + kind + '="' + id + '"]');
  // The drawing is that of the last step: the texts of all nodes are there, empty ones too.
  const chip = part('chip', '');
  if (chip) chip.remove();
  // Larger than life, where there is room: a class looks at it from afar.
  svg.style.width = 1.25 * svg.getAttribute('width') + 'px';
  svg.style.minHeight = 0.62 * svg.getAttribute('height') + 'px';
  canvas.append(svg);

  // What frames 0 to k have written, the later over the earlier: a jump shows what a walk shows.
  const texts = (k, key) => {
    const all = new Map();
    for (let i = 0; i <= k; i++) {
      for (const [node, text] of c.frames[i][key]) all.set(String(node), c.ask.hides(i, key, node) ? c.ask.mark(i) : c.text(text) + c.ask.good(i));
    }
    return all;
  };

  const mood = (group, name) => name ? group.setAttribute('class', name) : group.removeAttribute('class');

  const flow = f => {
    if (chip) chip.remove();
    if (!chip || !f || c.ask.open(c.position)) return;
    const [text, x, y, width] = f;
    const [box, label] = chip.children;
    label.textContent = c.text(text);
    svg.append(chip);
    const wide = Math.max(width, label.getComputedTextLength() + 12);
    box.setAttribute('x', x - wide / 2);
    box.setAttribute('y', y - box.getAttribute('height') / 2);
    box.setAttribute('width', wide);
    label.setAttribute('x', x);
    label.setAttribute('y', y + 5);
  };

  // In a narrow panel the drawing scrolls to what is at work.
  const follow = node => {
    if (node === undefined || canvas.scrollWidth <= canvas.clientWidth) return;
    const at = part('node', node).getBoundingClientRect();
    const frame = canvas.getBoundingClientRect();
    canvas.scrollLeft += at.left + at.width / 2 - frame.left - frame.width / 2;
  };

  const show = frame => {
    const values = texts(c.position, 'v');
    const gradients = texts(c.position, 'g');
    for (const group of svg.querySelectorAll('[data-node]')) {
      const value = group.querySelector('.gradus-value');
      const gradient = group.querySelector('.gradus-grad');
      if (value) value.textContent = values.get(group.dataset.node) || '';
      if (gradient) gradient.textContent = gradients.get(group.dataset.node) || '';
      mood(group, frame.n.includes(Number(group.dataset.node)) && frame.m);
    }
    for (const group of svg.querySelectorAll('[data-edge]')) mood(group, frame.e.includes(group.dataset.edge) && frame.m);
    // What is at work lies above what is not.
    for (const id of frame.e) svg.insertBefore(part('edge', id), svg.querySelector('[data-node]'));
    flow(frame.f);
    follow(frame.n[0]);
  };

  return {element: canvas, part, show};
};
