// A part of an index, opened: tools/internal/search packs it.
import { ANOTHER, COUNTS, GAPS, hash, Packed, PHRASES, salted, WHICH } from "./packed.js";
import { words as wordsOf } from "./query.js";

// Gives the lexicon, in the first part, and pages, of which each passage has what it is `asked` by, phrases of words, and words, each with the numbers of the passages that have it.
export function opened({ pages, packed, more }) {
  const pack = new Packed(packed), lexicon = pack.text(), words = unfold(pack.text());
  pack.forget();
  const of = pages.flatMap(({ passages }, page) => passages.map(() => page)); // of which page each passage is
  const places = placed(pack, words, of.length), asked = phrases(pack, words, places, of);
  const whole = ({ names, ...page }) => ({
    ...page, names: names && [wordsOf(page.title).join(" "), ...names],
    passages: page.passages.map((passage) => ({ ...passage, asked: asked.shift() })),
  });
  return { lexicon: lexicon && JSON.parse(lexicon), pages: pages.map(whole), words: places, more };
}

function placed(pack, words, passages) {
  let last = 0;
  return words.map((word) => {
    const length = pack.number(COUNTS, [1, hash(2, last)]), at = [];
    for (let next = 0, gap = 0; at.length < length; next = at.at(-1) + 1) {
      const even = Math.floor((passages - next) / (length - at.length));
      gap = pack.number(GAPS, [hash(3, size(even)), hash(4, (size(gap) << 8) | size(length)), hash(5, next)]);
      at.push(next + gap);
    }
    last = length;
    return [word, at];
  });
}

// What each passage is asked by.
function phrases(pack, words, places, of) {
  const width = size(words.length), having = of.map(() => []);
  places.forEach(([, at], word) => at.forEach((passage) => having[passage].push(word)));
  return of.map((page, passage) => {
    const all = [], contexts = (before) => [0, hash(6, before), hash(7, page), hash(8, passage)];
    const length = pack.number(PHRASES, [9]);
    for (const word of having[passage]) pack.learn(width, word, hash(8, passage));
    while (all.length < length) {
      const phrase = [];
      for (let now = contexts(0); !phrase.length || pack.symbol(ANOTHER, 1, salted(now, 0)); ) {
        const word = pack.symbol(WHICH, width, now);
        phrase.push(words[word]);
        now = contexts(word + 1);
      }
      all.push(phrase);
    }
    return all;
  });
}

const size = (n) => 32 - Math.clz32(n);

// Each word begins with one figure: how many letters the word before it has too, which are left out.
function unfold(fronts) {
  let before = "";
  return fronts.split(" ").map((rest) => (before = before.slice(0, parseInt(rest[0], 36)) + rest.slice(1)));
}
