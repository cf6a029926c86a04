// Pages by what they are called.
import { content, words } from "./query.js";

const LONGEST = 6; // words of a name

// The pages of which a name was typed, stop words more or less. The more of the name was typed, the sooner.
export function named(query, pages, stops) {
  const typed = words(query), core = content(query, stops).join(" ");
  const found = [];
  for (const page of pages) {
    page.called ??= [page.title, ...page.names ?? []].map(words); // for the next search too
    const fit = Math.max(...page.called.map((name) => fits(name, typed, core, stops)));
    if (fit > 0) found.push([page, fit]);
  }
  return found.sort((a, b) => b[1] - a[1]).map(([page]) => page);
}

// The names by their words that matter, each with its pages.
export function unpackNames(pages, stops) {
  const names = new Map();
  for (const page of pages) {
    for (const name of new Set([page.title, ...page.names ?? []].map((name) => content(name, stops).join(" ")))) {
      names.set(name, [...(names.get(name) ?? []), page]);
    }
  }
  return names;
}

// page → how much of what was typed is a name of it: names of several words count as much as they have.
export function inside(query, names, stops) {
  const list = content(query, stops), found = new Map();
  for (let from = 0; from < list.length; from++) {
    for (let to = from + 1; to <= Math.min(list.length, from + LONGEST); to++) {
      for (const page of names.get(list.slice(from, to).join(" ")) ?? []) {
        found.set(page, Math.max(found.get(page) ?? 0, (to - from) / list.length));
      }
    }
  }
  return found;
}

// How many words of the name were typed in their order, when all else is stop words; less than one when the name has
// stop words that were not typed; 0 when it is no name of that.
function fits(name, typed, core, stops) {
  if (!name.some((word) => !stops.has(word))) return 0;
  let at = 0;
  const rest = typed.filter((word) => (word === name[at] ? (at++, false) : true));
  if (at === name.length && rest.every((word) => stops.has(word))) return at;
  return name.filter((word) => !stops.has(word)).join(" ") === core ? 0.5 : 0;
}
