// Which page and which passage wording asks for, stop words and all ("do i have to", "my son"): naive Bayes over the words, the pairs
// of words and the parts of words of what people ask beside each, and of what it is called. Parts know a word by its other forms and by a slip.
import { words } from "./query.js";

const PRIOR = 40;   // how many of all pages a page or passage begins with
const LEAST = -0.5; // what is taken by one that it does not have
const PART = 4;     // letters

// A word's stem and its parts.
function parts(word, stem) {
  const whole = `<${word}>`;
  return [stem(word), ...Array.from({ length: Math.max(0, whole.length + 1 - PART) }, (_, i) => `#${whole.slice(i, i + PART)}`)];
}

// Each word with its parts, each two that follow one another, and how it begins, as numbers: -1 is none.
function grams(line, { number, word }) {
  const all = [];
  let before = 0;
  for (const one of line) {
    const [stem, ...others] = word(one);
    all.push(stem, ...others, number(`${before} ${stem}`));
    before = stem;
  }
  return all;
}

// lines: passage → what it is asked by, and called.
export function unpackWording(passages, stem, stops, lines = (passage) => passage.asked) {
  const numbers = new Map(), seen = new Map(), having = []; // per gram: passage, count, passage, count …
  const number = (gram) => numbers.get(gram) ?? numbers.set(gram, having.push([]) - 1).get(gram);
  const asked = new Set(passages.flatMap((passage) => passage.asked.flatMap((line) => line.split(" "))));
  const kept = (line) => words(line).filter((one) => asked.has(one) || !stops.has(one));
  const word = (one) => seen.get(one) ?? seen.set(one, parts(one, stem).map(number)).get(one);
  const rooms = new Map();
  const add = (one, by) => rooms.set(one, (rooms.get(one) ?? PRIOR) + by);
  let total = 0;
  for (const passage of passages) {
    for (const line of lines(passage)) {
      const found = new Set(grams(kept(line), { number, word }));
      for (const gram of found) {
        const list = having[gram];
        if (list.at(-2) === passage) list[list.length - 1]++;
        else list.push(passage, 1);
      }
      add(passage, found.size);
      add(passage.page, found.size);
      total += found.size;
    }
  }
  const known = (gram) => numbers.get(gram) ?? -1;
  return { having, rooms, total, grams: (text) => grams(kept(text), { number: known, word: (one) => parts(one, stem).map(known) }) };
}

// page or passage → how much likelier the wording is for who asks for it than for anybody, as a logarithm.
export function worded(query, { having, rooms, total, grams: gramsOf }) {
  const typed = [...new Set(gramsOf(query))].filter((gram) => gram >= 0).map((gram) => having[gram]);
  const likelier = (one, share) => Math.max(LEAST, Math.log((share + PRIOR) / rooms.get(one)));
  const found = new Map([...rooms.keys()].map((one) => [one, typed.length * likelier(one, 0)]));
  for (const list of typed) {
    const counts = new Map();
    let all = 0;
    for (let i = 0; i < list.length; i += 2) {
      for (const one of [list[i], list[i].page]) counts.set(one, (counts.get(one) ?? 0) + list[i + 1]);
      all += list[i + 1];
    }
    for (const [one, count] of counts) found.set(one, found.get(one) + likelier(one, (count * total) / all) - likelier(one, 0));
  }
  return found;
}
