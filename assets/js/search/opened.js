// A part of an index, opened: tools/internal/search packs it.
import { Packed } from "./packed.js";

// Gives pages, of which each passage has what it is `asked` by, and words, each with the numbers of the passages that have it.
export function opened({ pages, words: fronts, numbers, more }) {
  const packed = new Packed(numbers), words = unfold(fronts), counts = new Map(), gaps = new Map();
  const places = words.map((word) => [word, list(packed.number(counts), (at, i, length) => {
    const model = kept(gaps, 32 - Math.clz32(length));
    return packed.number(model) + (i ? at + 1 : 0);
  })]);
  const phrases = new Map(), lengths = new Map(), which = new Map(), width = 32 - Math.clz32(words.length);
  const phrase = () => list(packed.number(lengths), () => words[packed.fixed(which, width)]).join(" ");
  const asked = (passage) => ({ ...passage, asked: list(packed.number(phrases), phrase) });
  return { pages: pages.map((page) => ({ ...page, passages: page.passages.map(asked) })), words: places, more };
}

// A list of so many; next gives each from the one before, its number and the length.
function list(length, next) {
  const all = [];
  while (all.length < length) all.push(next(all.at(-1), all.length, length));
  return all;
}

function kept(models, key) {
  if (!models.has(key)) models.set(key, new Map());
  return models.get(key);
}

// Each word begins with one figure: how many letters the word before it has too, which are left out.
function unfold(fronts) {
  let before = "";
  return fronts.split(" ").map((rest) => (before = before.slice(0, parseInt(rest[0], 36)) + rest.slice(1)));
}
