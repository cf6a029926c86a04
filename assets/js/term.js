// A term shows its definition, taken from the notes at the end of the page. Without this script it is a link to its own
// page.
import { bind } from "./popover.js";

function parts(link) {
  return [...noteOf(link).children].map((part) => {
    const span = document.createElement("span");
    span.className = part.className;
    if (part.lang) span.lang = part.lang;
    span.append(...part.cloneNode(true).childNodes);
    return span;
  });
}

const noteOf = (link) => document.getElementById(`term-${link.dataset.term}`);

for (const link of document.querySelectorAll("main a.term[data-term]")) {
  const note = noteOf(link);
  if (note) bind(link, parts, note.closest("[data-close]").dataset.close);
}
