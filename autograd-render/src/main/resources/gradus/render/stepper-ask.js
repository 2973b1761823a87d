// The work sheet that is printed: the questions stand closed in the list, and the answers apart, on a page of their own.
const answerSheet = (c, list) => {
  const sheet = element('div', 'sheet');
  sheet.append(element('p', 'key', c.word('answers')));
  for (const step of list.querySelectorAll('details')) {
    const answer = step.cloneNode(true);
    answer.open = true;
    for (const image of answer.querySelectorAll('img')) image.parentNode.remove();
    sheet.append(answer);
  }
  return sheet;
};

// Predict mode: numbers are "?" until they are answered. An answer is marked where it stands; the first try counts.
const askPart = c => {
  const asked = c.frames.map((frame, k) => k).filter(k => c.frames[k].a);
  const given = new Map(asked.map(k => [k, {tries: 0, state: '', said: ''}]));
  const element_ = element('form', 'question');
  const score = element('span', 'score', '', {role: 'status'});
  if (!asked.length) element_.hidden = score.hidden = true;
  const label = element('label', 'ask');
  const input = element('input', 'answer', '', {type: 'text', inputmode: 'text', autocomplete: 'off', spellcheck: 'false',
    'aria-label': c.word('answer')});
  const check = element('button', 'check', c.word('check'), {type: 'submit'});
  const reveal = button('show', c.word('show'), c.word('show'), () => settle('shown'));
  const said = element('span', 'mark', '', {role: 'status'});
  element_.append(label, input, check, reveal, said);

  const open = k => given.has(k) && !given.get(k).state;

  const settle = state => {
    given.get(c.position).state = state;
    c.again();
    c.root.focus({preventScroll: true});
  };

  // The mistake that comes to this number.
  const mistake = answer => c.frames[c.position].a.m.find(([, value]) => verdict(answer, Number(value)) === 'right');

  element_.addEventListener('submit', event => {
    event.preventDefault();
    const answer = typed(input.value);
    const own = given.get(c.position);
    if (!answer) {
      said.textContent = c.word('unread');
      return;
    }
    const found = verdict(answer, Number(c.frames[c.position].a.x));
    const known = mistake(answer);
    if (found === 'rough' && !known) {
      said.textContent = c.word('rough');
      return;
    }
    own.tries++;
    if (found === 'right') return settle('right');
    own.said = '✗ ' + input.value.trim() + ': ' + (known ? c.word('wrong.' + known[0], known[2]) : c.word('wrong'));
    c.again();
    input.select();
  });

  const show = () => {
    const own = given.get(c.position);
    const first = asked.filter(k => given.get(k).state === 'right' && given.get(k).tries === 1).length;
    score.textContent = c.word('score', first, asked.length);
    element_.hidden = !own;
    if (!own) return;
    const pending = !own.state;
    label.hidden = input.hidden = check.hidden = reveal.hidden = !pending;
    if (element_.dataset.at !== String(c.position)) input.value = '';
    element_.dataset.at = c.position;
    label.textContent = c.frames[c.position].a.w + ' = ';
    element_.className = 'gradus-question' + (own.state === 'right' ? ' gradus-good' : own.said ? ' gradus-bad' : '');
    said.textContent = own.state === 'right' ? '✓ ' + c.word('right') : own.state ? c.word('shown') : own.said;
  };

  // Whether what a frame writes to a node is not known yet.
  const hides = (k, key, node) => open(k) && c.frames[k].a.n === node && c.frames[k].a.k === key;

  const mark = k => {
    const {n, k: key} = c.frames[k].a;
    const sign = given.get(k).said ? '? ✗' : '?';
    return key === 'g' ? c.nodes[n].b + ' = ' + sign : sign;
  };

  const good = k => given.has(k) && given.get(k).state === 'right' ? ' ✓' : '';

  // Whoever steps by hand is asked at once.
  const focus = () => {
    if (open(c.position) && c.root.contains(document.activeElement)) input.focus({preventScroll: true});
  };

  return {element: element_, score, open, hides, mark, good, show, focus};
};
