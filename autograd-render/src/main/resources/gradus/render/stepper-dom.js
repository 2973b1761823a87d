// Elements of the page, by the names of their classes.
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
