// What is said of a step: where we are, the rule with its numbers, and what it rests on.
const rulePart = c => {
  const title = element('div', 'title');
  const rule = element('div', 'rule', '', {'aria-live': 'polite'});
  const detail = element('div', 'detail');
  const all = element('div', 'said');
  all.append(title, rule, c.ask.element, detail);

  // What the rule comes to stands in bold: the change of an adjoint, or the last of the equals.
  const answer = (text, m) => {
    const change = text.lastIndexOf(': ');
    const cut = !m || text.includes('⟶') ? text.length
      : m === 'gradus-bwd' && change > 0 ? change + 2 : text.lastIndexOf(' = ') + 3;
    const bold = element('b', 'result', text.slice(cut));
    rule.replaceChildren(text.slice(0, cut), bold);
  };

  const show = frame => {
    const open = c.ask.open(c.position);
    title.textContent = frame.t;
    rule.className = 'gradus-rule ' + frame.m;
    if (open) rule.replaceChildren(frame.q);
    else answer(equation(c.fill, frame.r), frame.m);
    detail.hidden = open;
    detail.textContent = open ? '' : c.text(frame.d);
    c.ask.show();
  };

  return {element: all, show};
};
