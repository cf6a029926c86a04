// What the reader must know about the results: that a word was taken for another, or that no page has it all.
import { el } from "./el.js";
import { quoted } from "./quoted.js";

// How many results there are, in words. found: what passes the filters, of all pages; other: the language that was asked because
// the own has nothing, with what it has.
export function counted(text, query, { pages: { length: n }, all = [], more }, other) {
  if (n === 1) return text.textOne;
  if (n > 1) return text.textMany.replace("{n}", more ? `${n}+` : n);
  if (all.length) return text.textNoneChosen.replace("{n}", all.length);
  if (other?.pages.length) return `${text.textNoneIn} ${quoted(text, query)}. ${other.place.title}: ${other.pages.length}`;
  return `${text.textNone} ${quoted(text, query)}.`;
}

// found: what search() gave; text: the form's texts; href: query → address of its results. Gives nodes, none when there
// is nothing to tell. Who cries for help reads help and not about words; where somebody may, it is not said that
// "daughter" is taken for "child".
export function notice(found, text, href) {
  const lines = [];
  if (found.cry === "own") return lines;
  const quote = (word) => quoted(text, word);
  if (found.meant) {
    const link = el("a", "nl-link", found.meant);
    link.href = href(found.meant);
    lines.push(el("p", "search-page__meant", `${text.textShown} `, link, "."));
  }
  for (const [typed, shown] of found.cry ? [] : found.instead) {
    lines.push(el("p", "search-page__meant", text.textInstead.replace("{typed}", quote(typed)).replace("{shown}", quote(shown))));
  }
  if (found.outside && found.pages.length) lines.push(el("p", "search-page__outside", text.textOutside));
  if (found.doubtful && found.pages.length) lines.push(el("p", "search-page__outside", text.textDoubtful));
  const partly = found.pages.length > 0 && found.pages.every((page) => page.missed);
  if (found.unknown.length && found.pages.length) {
    lines.push(el("p", "search-page__partly", text.textUnknown.replace("{words}", found.unknown.map(quote).join(", "))));
  } else if (partly) lines.push(el("p", "search-page__partly", text.textPartly));
  return lines;
}
