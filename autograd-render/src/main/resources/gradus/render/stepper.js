// Turns each list of steps into a stepper: one drawing, and what every step writes into it.
const SVG = 'http://www.w3.org/2000/svg';

const element = (tag, name, text, attributes) => {
  const made = document.createElement(tag);
  made.className = 'gradus-' + name;
  made.textContent = text || '';
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  return made;
};

const button = (name, text, label, act) => {
  const made = element('button', name, text, {type: 'button', 'aria-label': label, title: label});
  made.addEventListener('click', act);
  return made;
};

const build = (root, list, frames) => {
  const images = list.querySelectorAll('img');
  const svg = drawing(images[images.length - 1]);
  const last = frames.length - 1;
  let position = 0;
  let timer = 0;

  // Larger than life, where there is room: a class looks at it from afar.
  svg.style.width = 1.25 * svg.getAttribute('width') + 'px';

  const part = (kind, id) => svg.querySelector('[data-' + kind + '="' + id + '"]');
  // The drawing is that of the last step: the texts of all nodes are there, empty ones too.
  const chip = part('chip', '');
  if (chip) chip.remove();

  // What frames 0 to k have written, the later over the earlier: a jump shows what a walk shows.
  const written = (k, key) => {
    const texts = new Map();
    for (let i = 0; i <= k; i++) for (const [node, text] of frames[i][key]) texts.set(String(node), text);
    return texts;
  };

  const show = k => {
    position = Math.max(0, Math.min(last, Math.trunc(k) || 0));
    const frame = frames[position];
    const values = written(position, 'v');
    const gradients = written(position, 'g');
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
    title.textContent = frame.t;
    answer(frame);
    detail.textContent = frame.d;
    input.value = position;
    root.dataset.step = position;
    first.disabled = back.disabled = position === 0;
    forward.disabled = end.disabled = position === last;
    if (position === last) stop();
  };

  // The rule, with what it comes to in bold: the change of an adjoint, or the last of the equals.
  const answer = ({r, m}) => {
    const change = r.lastIndexOf(': ');
    const cut = !m || r.includes('⟶') ? r.length : m === 'gradus-bwd' && change > 0 ? change + 2 : r.lastIndexOf(' = ') + 3;
    const bold = document.createElement('b');
    bold.textContent = r.slice(cut);
    rule.className = 'gradus-rule ' + m;
    rule.replaceChildren(r.slice(0, cut), bold);
  };

  const mood = (group, name) => name ? group.setAttribute('class', name) : group.removeAttribute('class');

  const flow = f => {
    if (chip) chip.remove();
    if (!chip || !f) return;
    const [text, x, y, width] = f;
    const [box, label] = chip.children;
    box.setAttribute('x', x - width / 2);
    box.setAttribute('y', y - box.getAttribute('height') / 2);
    box.setAttribute('width', width);
    label.setAttribute('x', x);
    label.setAttribute('y', y + 5);
    label.textContent = text;
    svg.append(chip);
  };

  // In a narrow panel the drawing scrolls to what is at work.
  const follow = node => {
    if (node === undefined || canvas.scrollWidth <= canvas.clientWidth) return;
    const at = part('node', node).getBoundingClientRect();
    const frame = canvas.getBoundingClientRect();
    canvas.scrollLeft += at.left + at.width / 2 - frame.left - frame.width / 2;
  };

  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = 'Play';
    play.setAttribute('aria-label', 'Play');
  };

  const toggle = () => {
    if (timer) return stop();
    if (position === last) show(0);
    timer = setInterval(() => root.isConnected ? show(position + 1) : stop(), 1500);
    play.textContent = 'Pause';
    play.setAttribute('aria-label', 'Pause');
  };

  // Whoever takes a step by hand wants no other one to follow by itself.
  const go = k => {
    if (timer) stop();
    show(k);
  };

  const first = button('first', '«', 'First step', () => go(0));
  const back = button('back', '‹ Back', 'One step back', () => go(position - 1));
  const forward = button('forward', 'Forward ›', 'One step forward', () => go(position + 1));
  const end = button('last', '»', 'Last step', () => go(last));
  const play = button('play', 'Play', 'Play', toggle);
  const input = element('input', 'position', '', {type: 'number', min: 0, max: last, 'aria-label': 'Step'});
  input.addEventListener('change', () => go(input.value));
  const controls = element('div', 'controls', '', {role: 'group', 'aria-label': 'Steps'});
  const count = element('span', 'count', 'of ' + last);
  controls.append(first, back, forward, end, play, input, count);

  const title = element('div', 'title');
  const rule = element('div', 'rule', '', {'aria-live': 'polite'});
  const detail = element('div', 'detail');
  const canvas = element('div', 'drawing');
  canvas.append(svg);
  const panel = element('div', 'panel');
  panel.append(controls, canvas, title, rule, detail);

  const keys = {
    ArrowRight: () => go(position + 1),
    ArrowLeft: () => go(position - 1),
    Home: () => go(0),
    End: () => go(last),
    ' ': () => go(position + 1),
    p: toggle,
    P: toggle
  };

  // No key gets through to the slide show or to the notebook's shortcuts while the stepper has the focus.
  root.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab' || event.key === 'Escape') return;
    event.stopPropagation();
    const tag = event.target.tagName;
    const own = tag === 'INPUT' || (tag === 'BUTTON' && event.key === ' ');
    if (own || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  // A swipe to the left turns the page, as in a book. A drawing that scrolls keeps its scrolling.
  let touch = null;
  canvas.addEventListener('touchstart', event => {
    touch = canvas.scrollWidth > canvas.clientWidth ? null : event.changedTouches[0];
  }, {passive: true});
  canvas.addEventListener('touchend', event => {
    if (!touch) return;
    const dx = event.changedTouches[0].clientX - touch.clientX;
    const dy = event.changedTouches[0].clientY - touch.clientY;
    if (Math.abs(dx) > 40 && Math.abs(dx) > 2 * Math.abs(dy)) go(position - Math.sign(dx));
    event.stopPropagation();
  }, {passive: true});

  for (const step of list.querySelectorAll('details')) step.open = true;
  root.tabIndex = 0;
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', 'Stepper: ' + svg.getAttribute('aria-label'));
  root.append(panel);
  show(0);
  root.classList.add('gradus-ready');
};

for (const root of document.querySelectorAll('.gradus-stepper:not(.gradus-ready)')) {
  const list = root.querySelector('.gradus-frames');
  const data = root.querySelector('script.gradus-steps');
  if (list && data) build(root, list, JSON.parse(data.textContent));
}
