// Answers as students type them, and whether they are right.

// 14, -0.5, 1/3, 2e-3, 1,5, −3: the number, and half a unit of its last digit; null if it is none.
const typed = text => {
  const plain = text.replace(/\s/g, '').replace(/[−–]/g, '-').replace(/,/g, '.').replace('∞', 'Infinity');
  if (/^-?Infinity$|^NaN$/i.test(plain)) return {x: /NaN/i.test(plain) ? NaN : Number(plain), half: 0};
  const fraction = plain.split('/');
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
  if (fraction.length > 2 || !fraction.every(part => number.test(part))) return null;
  const [x, y] = fraction.map(Number);
  if (y !== undefined) return {x: x / y, half: 1e-6 * Math.abs(x / y)};
  const [digits, power] = plain.toLowerCase().split('e');
  return {x, half: 0.5 * 10 ** (Number(power || 0) - (digits.split('.')[1] || '').length)};
};

// Right is what the number rounds to at the digits that were typed, and what is off by 0.2 % (numbers that were rounded
// on the way), except for a whole number in place of a whole number. What is off by more than 1 % needs more digits.
const verdict = ({x, half}, answer) => {
  if (!Number.isFinite(answer) || !Number.isFinite(x)) return Object.is(x, answer) ? 'right' : 'wrong';
  const off = Math.abs(x - answer);
  const relative = answer === 0 ? (off === 0 ? 0 : Infinity) : off / Math.abs(answer);
  const whole = Number.isInteger(answer) && Number.isInteger(x) && half === 0.5;
  if (off > half * (1 + 1e-9) && (whole || relative > 2e-3)) return 'wrong';
  if (relative <= 1e-2) return 'right';
  return off < 0.1 * Math.abs(answer) ? 'rough' : 'wrong';
};
