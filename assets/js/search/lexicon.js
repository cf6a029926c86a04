// The words file of one language, unpacked. `wijzer` makes it (tools/internal/export/search.go).

export function unpack(data) {
  const families = familyIndex(data.families, data.terms);
  return {
    stops: new Set(data.stops),
    links: data.links,
    asks: data.asks,
    weights: data.weights,
    families,
    parts: new Map(Object.entries(data.parts)),
    phrases: phraseIndex(families.keys()),
    vocabulary: vocabulary(data.words),
  };
}

// word → how common it is: one more for each doubling of the number of pages.
function vocabulary(lines) {
  const words = new Map();
  lines.forEach((line, i) => line.split(" ").forEach((word) => word && words.set(word, i + 1)));
  return words;
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
