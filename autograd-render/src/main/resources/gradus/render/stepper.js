// Turns each list of steps into a stepper: one drawing, and what every step writes into it.
const build = (root, list, data) => {
  const images = list.querySelectorAll('img');
  data.nodes.forEach((node, id) => node.id = id);
  const c = {
    root,
    data,
    frames: data.frames,
    nodes: data.nodes,
    last: data.frames.length - 1,
    position: 0,
    asks: data.frames.some(frame => frame.a),
    svg: drawing(images[images.length - 1]),
    word: (name, ...parts) => data.words[name].replace(/\{(\d)\}/g, (_, i) => parts[i])
  };
  // All numbers that are shown come from one run; another run, and the same step shows its numbers.
  c.use = run => {
    c.run = run;
    c.fill = fillers(data, run);
  };
  c.text = text => filled(c.fill, text);
  c.show = k => {
    c.position = Math.max(0, Math.min(c.last, Math.trunc(k) || 0));
    root.dataset.step = c.position;
    for (const part of parts) part.show(c.frames[c.position]);
  };
  c.again = () => c.show(c.position);

  c.recorded = recorded(data);
  c.use(c.recorded);
  c.ask = askPart(c);
  c.drawing = drawingPart(c);
  c.rule = rulePart(c);
  c.tables = tablesPart(c);
  c.leaves = leavesPart(c);
  const parts = [c.drawing, c.rule, c.tables, c.leaves, controlsPart(c)];

  if (c.asks) root.append(answerSheet(c, list));
  else for (const step of list.querySelectorAll('details')) step.open = true;
  const panel = element('div', 'panel');
  panel.append(parts[4].element, c.drawing.element, c.leaves.element, c.rule.element, c.tables.element);
  root.tabIndex = 0;
  root.classList.toggle('gradus-asks', c.asks);
  root.classList.toggle('gradus-array', c.nodes.some(node => node.s.length > 0));
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', c.word('stepper') + ': ' + c.svg.getAttribute('aria-label'));
  root.append(panel);
  root.classList.add('gradus-ready');
  c.show(0);
};

for (const root of document.querySelectorAll('.gradus-stepper:not(.gradus-ready)')) {
  const list = root.querySelector('.gradus-frames');
  const data = root.querySelector('script.gradus-steps');
  if (list && data) build(root, list, JSON.parse(data.textContent));
}
