// Numbers for people, as gradus.autograd.Numbers and Value write them.

// So many significant digits of the exact binary value, half to even: toExponential alone rounds ties up.
const rounded = (a, digits) => {
  const [whole, rest, power] = a.toExponential(40).split(/[.e]/);
  const kept = rest.slice(0, digits - 1);
  const even = Number((whole + kept).slice(-1)) % 2 === 0;
  return even && /^50*$/.test(rest.slice(digits - 1)) ? whole + '.' + kept + 'e' + power : a.toExponential(digits - 1);
};

const raised = n => String(n).replace('-', '⁻').replace(/\d/g, d => '⁰¹²³⁴⁵⁶⁷⁸⁹'[d]);

const brief = (x, digits = 5) => {
  if (Number.isNaN(x)) return 'NaN';
  const minus = x < 0 ? '−' : '';
  const a = Math.abs(x);
  if (a === Infinity) return minus + '∞';
  if (a === 0) return '0';
  if (Number.isInteger(a) && a < 1e7) return minus + a;
  const [mantissa, power] = rounded(a, digits).split('e').map(Number);
  if (power >= -4 && power < 7) return minus + Number(mantissa + 'e' + power);
  return minus + (mantissa === 1 ? '' : mantissa + '·') + '10' + raised(power);
};

const factor = x => x < 0 ? '(' + brief(x) + ')' : brief(x);

// [1, 2, 3]; of more than seven on an axis the first and the last three.
const arrayText = (values, shape) => {
  let at = 0;
  const write = axis => {
    if (axis === shape.length) return brief(values[at++]);
    const n = shape[axis];
    const size = shape.slice(axis + 1).reduce((a, b) => a * b, 1);
    const from = at;
    const texts = [];
    for (let i = 0; i < n; i++) {
      if (n > 7 && i === 3) {
        texts.push('…');
        i = n - 3;
      }
      at = from + i * size;
      texts.push(write(axis + 1));
    }
    at = from + n * size;
    return '[' + texts.join(', ') + ']';
  };
  return write(0);
};

// What there is room for in a drawing: a number, a short array, or the shape of a longer one.
const written = (values, shape, told) => {
  if (!shape.length) return brief(values[0]);
  const text = arrayText(values, shape);
  return text.length > 24 ? told(shape) : text;
};
