// Words in words: Dutch writes compounds as one, and so do many English names.

const PART = 4;                      // shorter parts turn up in words by chance

// What is left of a word beside a part is a part itself, or nothing: "leden" is no part of "verleden".
const part = (rest, stops) => rest === "" || (rest.length >= PART && !stops.has(rest));

// The words of the vocabulary that hold the word as a part, most common first.
export function containing(word, { vocabulary, stops }) {
  if (word.length < PART) return [];
  const found = [];
  for (const [other, common] of vocabulary) {
    const at = other.indexOf(word);
    if (at < 0 || other === word) continue;
    if (part(other.slice(0, at), stops) && part(other.slice(at + word.length), stops)) found.push([other, common]);
  }
  return byUse(found);
}

// The words of the vocabulary that begin with the letters, most common first.
export function beginning(letters, { vocabulary }) {
  return byUse([...vocabulary].filter(([word]) => word.startsWith(letters)));
}

const byUse = (found) => found.sort((a, b) => b[1] - a[1] || a[0].length - b[0].length).map(([word]) => word);

// A word that is unknown as a whole falls apart into two known words, with a link of the language between them or none: the
// first as long as can be.
export function split(word, known, links) {
  for (let at = word.length - PART; at >= PART; at--) {
    const rest = word.slice(at).replace(/^-/, "");
    if (rest.length < PART || !known(rest)) continue;
    for (const link of ["", ...links]) {
      const first = word.slice(0, at);
      if (!first.endsWith(link)) continue;
      const bare = first.slice(0, first.length - link.length);
      if (bare.length >= PART && known(bare)) return [bare, rest];
    }
  }
  return [];
}
