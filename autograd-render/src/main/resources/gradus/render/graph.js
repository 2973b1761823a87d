// Turns images into drawings: nodes tell of themselves on hovering and on focus, and parts open where they stand.
const prepare = (part, point) => {
const image = part.querySelector(':scope>img.gradus-image');
if (!image) return;
const svg = drawing(image);
svg.setAttribute('role', 'group');
svg.style.minWidth = 0.8 * svg.getAttribute('width') + 'px';
const scroll = document.createElement('div');
scroll.className = 'gradus-scroll';
scroll.append(svg);
const info = document.createElement('div');
info.className = 'gradus-info';
info.textContent = point;
image.replaceWith(scroll, info);
const nodes = [...svg.querySelectorAll('[data-node]')];
const groups = new Map([...part.querySelectorAll(':scope>details.gradus-inner')].map(group => [group.dataset.of, group]));
let chosen = null;
const tell = node => {
for (const at of svg.querySelectorAll('.gradus-at')) at.classList.remove('gradus-at');
const shown = node || chosen;
if (!shown) return;
shown.classList.add('gradus-at');
for (const edge of svg.querySelectorAll('[data-edge^="' + shown.dataset.node + '-"]')) edge.classList.add('gradus-at');
const text = shown.querySelector('title').textContent;
if (info.textContent !== text) info.textContent = text;
};
const toggle = node => {
const group = groups.get(node.dataset.node);
if (!group) return;
group.open = !group.open;
if (group.open) group.scrollIntoView({block: 'nearest'});
};
const choose = node => {
for (const each of nodes) each.setAttribute('tabindex', each === node ? 0 : -1);
};
const centre = node => {
const box = node.querySelector('rect').getBoundingClientRect();
return [box.left + box.width / 2, box.top + box.height / 2];
};
// The nearest node in the direction of the key; one straight ahead is nearer than one aside.
const next = (node, dx, dy) => {
const [x, y] = centre(node);
let best = null;
let least = Infinity;
for (const other of nodes) {
const [u, v] = centre(other);
const ahead = (u - x) * dx + (v - y) * dy;
const aside = Math.abs((u - x) * dy) + Math.abs((v - y) * dx);
const far = ahead + 2 * aside;
if (other !== node && ahead > 4 && far < least) {
least = far;
best = other;
}
}
return best;
};
const ways = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1]};
for (const node of nodes) {
const title = node.querySelector('title');
node.setAttribute('aria-label', title.textContent);
const group = groups.get(node.dataset.node);
node.setAttribute('role', group ? 'button' : 'img');
if (group) {
node.classList.add('gradus-opens');
node.setAttribute('aria-expanded', group.open);
group.addEventListener('toggle', () => {
node.setAttribute('aria-expanded', group.open);
node.classList.toggle('gradus-open', group.open);
const inner = group.querySelector(':scope>.gradus-part');
if (group.open && inner) prepare(inner, '');
});
}
node.addEventListener('mouseenter', () => tell(node));
node.addEventListener('mouseleave', () => tell(null));
node.addEventListener('focus', () => {
chosen = node;
tell(null);
});
node.addEventListener('click', () => {
choose(node);
node.focus({preventScroll: true});
toggle(node);
});
node.addEventListener('keydown', event => {
if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab' || event.key === 'Escape') return;
event.stopPropagation();
const way = ways[event.key];
if (way) {
event.preventDefault();
const to = next(node, way[0], way[1]);
if (to) {
choose(to);
to.focus();
}
} else if (event.key === 'Enter' || event.key === ' ') {
event.preventDefault();
toggle(node);
}
});
}
choose(nodes[nodes.length - 1]);
};
for (const root of document.querySelectorAll('.gradus-figure:not(.gradus-ready)')) {
const part = root.querySelector(':scope>.gradus-part');
if (!part) continue;
const point = root.querySelector(':scope>.gradus-point');
prepare(part, point ? point.textContent : '');
root.classList.add('gradus-ready');
}
