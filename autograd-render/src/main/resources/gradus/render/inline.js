// The SVG that an image holds, as part of the page: its text can be selected, and it follows the theme.
const drawing = image => {
  const bytes = Uint8Array.from(atob(image.src.split('base64,')[1]), c => c.charCodeAt(0));
  const text = new TextDecoder().decode(bytes);
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  // In a narrow panel a drawing shrinks while its letters can be read, then scrolls.
  svg.style.minWidth = 0.85 * svg.getAttribute('width') + 'px';
  return document.importNode(svg, true);
};
