// What somebody typed, as the words that matter. All functions here are pure: browser and tests run the same ones.

// A word is letters and digits, with apostrophes inside: foto's, 112. A hyphen ends it, as in the index.
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

export function words(text) {
  return (text.normalize("NFC").toLowerCase().match(WORD) ?? []).map((word) => word.replaceAll("’", "'"));
}

// The words without apostrophes, which many leave out: can't, cant.
export const plain = (text) => words(text).map((word) => word.replaceAll("'", ""));

// Question words and stop words say nothing about the subject. A query of nothing else keeps them all.
export function content(text, stops) {
  const all = words(text);
  const kept = all.filter((word) => !stops.has(word));
  return kept.length ? kept : all;
}

// The parts of a query that each stand for one idea: a phrase that a family has, a compound that was written apart, or a
// word. Stop words count only inside a phrase. A compound keeps its space: some write it so.
export function parts(text, { stops, phrases, vocabulary }) {
  const list = words(text), found = [];
  for (let i = 0; i < list.length; ) {
    const [phrase, end] = phraseAt(list, i, phrases, stops);
    // a stop word after a word makes no compound of it, though a plural may be written so
    const apart = stops.has(list[i]) ? 1 : [3, 2].find((n) => i + n <= list.length && !stops.has(list[i + n - 1]) && vocabulary.has(list.slice(i, i + n).join(""))) ?? 1;
    const [part, next] = phrase ? [phrase, end] : [list.slice(i, i + apart).join(" "), i + apart];
    if (!stops.has(part)) found.push(part);
    i = next;
  }
  return found.length ? found : list;
}

// A phrase that starts at word i, and where it ends. Stop words may stand between: "trekt zich steeds meer terug".
function phraseAt(list, i, phrases, stops) {
  for (const phrase of phrases.get(list[i]) ?? []) {
    let at = i + 1;
    const fits = phrase.slice(1).every((word) => {
      while (at < list.length && list[at] !== word && stops.has(list[at])) at++;
      return list[at++] === word;
    });
    if (fits) return [phrase.join(" "), at];
  }
  return ["", i];
}

// The sections that a query asks for by its wording ("how many", "what does it mean"), stop words included.
export function sections(text, asks) {
  const line = ` ${words(text).join(" ")} `;
  return Object.keys(asks).filter((section) => asks[section].some((phrase) => line.includes(` ${phrase} `)));
}
