import { plain } from "./query.js";

// The words file of one language, unpacked. `wijzer` makes it (tools/internal/export/search.go).

export function unpack(data) {
  const families = familyIndex(data.families, data.terms);
  const stem = stemmer(data.stem);
  return {
    stops: new Set(data.stops),
    links: data.links,
    asks: data.asks,
    help: data.help,
    weights: data.weights,
    families,
    stem,
    sound: stemmer([{ cut: "\\p{M}" }, ...(data.sounds ?? [])], (word) => word.normalize("NFD"), "gu"),
    parts: new Map(Object.entries(data.parts)),
    phrases: phraseIndex(families.keys()),
    joined: new Map([...families.keys()].filter((text) => text.includes(" ")).map((text) => [text.replaceAll(" ", ""), text])),
    everyday: new Set(data.elsewhere),
    listed: stemmed({ crisis: data.crisis, alone: data.alone, close: data.close, outside: data.outside, elsewhere: data.elsewhere }, stem),
    cry: new Map(Object.entries(data.cry).flatMap(([steps, stems]) => stems.split(" ").map((word) => [word, Number(steps)]))),
  };
}

// A stem is what the rules leave of a word, each once; what is too short to be cut stays as it is. A sound is what they leave of the
// letters, wherever they fit.
function stemmer(rules, begun = (word) => word, flags = "u") {
  const cuts = rules.map(({ cut, put = "" }) => [new RegExp(cut, flags), put]);
  const known = new Map();
  return (word) => {
    if (!known.has(word)) known.set(word, cuts.reduce((stem, [cut, put]) => stem.replace(cut, put), begun(word)));
    return known.get(word);
  };
}

// word or phrase → the others of its families, and the terms that it is a name of.
function familyIndex(families, terms) {
  const index = new Map();
  const add = (word, others) => index.set(word, [...(index.get(word) ?? []), ...others]);
  for (const family of families) family.forEach((word) => add(word, family.filter((other) => other !== word)));
  for (const [title, ...names] of terms) {
    add(title, []);
    names.forEach((name) => add(name, [title]));
  }
  return index;
}

// The phrases of several words by their first word, the longest first.
function phraseIndex(texts) {
  const index = new Map();
  for (const text of texts) {
    const list = text.split(" ");
    if (list.length > 1) index.set(list[0], [...(index.get(list[0]) ?? []), list]);
  }
  for (const lists of index.values()) lists.sort((a, b) => b.length - a.length);
  return index;
}

const stemmed = (lists, stem) =>
  Object.fromEntries(Object.entries(lists).map(([kind, texts]) => [kind, texts.map((text) => plain(text).map(stem))]));
