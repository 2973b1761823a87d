// Buttons, keys and touch.
const controlsPart = c => {
  let timer = 0;

  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = c.word('play');
    play.setAttribute('aria-label', c.word('play'));
  };

  const toggle = () => {
    if (timer) return stop();
    if (c.position === c.last) c.show(0);
    timer = setInterval(() => c.root.isConnected ? c.show(c.position + 1) : stop(), 1500);
    play.textContent = c.word('pause');
    play.setAttribute('aria-label', c.word('pause'));
  };

  // Whoever takes a step by hand wants no other one to follow by itself.
  const go = k => {
    if (timer) stop();
    c.show(k);
    c.ask.focus();
  };

  const first = button('first', '«', c.word('first'), () => go(0));
  const back = button('back', '‹ ' + c.word('back'), c.word('back'), () => go(c.position - 1));
  const forward = button('forward', c.word('forward') + ' ›', c.word('forward'), () => go(c.position + 1));
  const end = button('last', '»', c.word('last'), () => go(c.last));
  const play = button('play', c.word('play'), c.word('play'), toggle);
  const input = element('input', 'position', '', {type: 'number', min: 0, max: c.last, 'aria-label': c.word('step')});
  input.addEventListener('change', () => go(input.value));
  const count = element('span', 'count', c.word('of', c.last));
  const bar = element('div', 'controls', '', {role: 'group', 'aria-label': c.word('steps')});
  bar.append(first, back, forward, end, play, input, count, c.ask.score);

  const keys = {
    ArrowRight: () => go(c.position + 1),
    ArrowLeft: () => go(c.position - 1),
    Home: () => go(0),
    End: () => go(c.last),
    ' ': () => go(c.position + 1),
    p: toggle,
    P: toggle
  };

  const away = event => {
    event.stopPropagation();
    if (event.target === c.root) c.root.blur();
    else c.root.focus({preventScroll: true});
  };

  // No key gets through to the slide show or to the notebook's shortcuts while the stepper has the focus.
  c.root.addEventListener('keydown', event => {
    if (event.key === 'Escape') return away(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') return;
    event.stopPropagation();
    const at = event.target;
    // An empty answer is stepped over.
    const empty = at.matches('.gradus-answer') && !at.value && event.key.startsWith('Arrow');
    const own = at.tagName === 'INPUT' && !empty
      || event.key === ' ' && at.matches('button, [role=button]')
      || at.matches('td') && event.key !== ' ';
    if (own || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  for (const name of ['keypress', 'keyup']) c.root.addEventListener(name, event => event.stopPropagation());

  // A swipe to the left turns the page, as in a book. A drawing that scrolls keeps its scrolling.
  let touch = null;
  const canvas = c.drawing.element;
  canvas.addEventListener('touchstart', event => {
    touch = canvas.scrollWidth > canvas.clientWidth ? null : event.changedTouches[0];
  }, {passive: true});
  canvas.addEventListener('touchend', event => {
    if (!touch) return;
    const dx = event.changedTouches[0].clientX - touch.clientX;
    const dy = event.changedTouches[0].clientY - touch.clientY;
    if (Math.abs(dx) > 40 && Math.abs(dx) > 2 * Math.abs(dy)) go(c.position - Math.sign(dx));
    event.stopPropagation();
  }, {passive: true});

  const show = () => {
    input.value = c.position;
    first.disabled = back.disabled = c.position === 0;
    forward.disabled = end.disabled = c.position === c.last;
    if (c.position === c.last) stop();
  };

  return {element: bar, show};
};
