export function el(tag, className, ...children) {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
}

// Text with words marked: see snippet.js.
export function marks(pieces) {
  return pieces.map(([text, marked]) => (marked ? el("mark", "nl-mark", text) : text));
}
