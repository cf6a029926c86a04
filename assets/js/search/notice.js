// What the reader must know about the results: that a word was taken for another, or that no page has it all.
import { el } from "./excerpt.js";

// found: what search() gave; href: query → address of its results. Gives nodes, none when there is nothing to tell.
export function notice(found, text, href) {
  const lines = [];
  if (found.meant) {
    const link = el("a", "nl-link", found.meant);
    link.href = href(found.meant);
    lines.push(el("p", "search-page__meant", `${text.textMeant} `, link, "?"));
  }
  if (found.own.length && found.own.every((page) => page.missed)) lines.push(el("p", "search-page__partly", text.textPartly));
  return lines;
}
