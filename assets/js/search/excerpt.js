// Pagefind's excerpt is text with <mark> around hits and &lt; &gt; &amp; for the rest. It becomes nodes, never HTML.
const PLAIN = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'" };

export function excerpt(text) {
  const parts = document.createDocumentFragment();
  text.split(/<\/?mark>/).forEach((part, i) => {
    const plain = part.replace(/&(lt|gt|amp|quot|#39);/g, (entity) => PLAIN[entity]);
    if (!plain) return;
    if (i % 2 === 0) return parts.append(plain);
    const mark = document.createElement("mark");
    mark.className = "nl-mark";
    mark.textContent = plain;
    parts.append(mark);
  });
  return parts;
}

export function el(tag, className, ...children) {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
}
