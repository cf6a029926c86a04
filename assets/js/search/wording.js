// Which page and which passage wording asks for, stop words and all ("do i have to", "my son"): naive Bayes over the words, and the
// pairs of words, of what people ask beside each.
import { words } from "./query.js";

const PRIOR = 40;   // how many words of all pages a page or passage begins with
const LEAST = -0.1; // what a word takes that no phrase of it has

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

// Each word, each two that follow one another, and how it begins.
function grams(line, { stem, skipped }) {
  const list = ["", ...words(line).filter((word) => !skipped(word)).map(stem)];
  return new Set(list.flatMap((one, i) => (i ? [one, `${list[i - 1]} ${one}`] : [])));
}

export function unpackWording(passages, stem, stops) {
  const ones = new Map(), known = new Set(passages.flatMap(({ asked }) => asked.flatMap(words)));
  const wording = { stem, skipped: (word) => stops.has(word) && !known.has(word), ones, all: new Map(), total: 0 };
  const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const passage of passages) {
    for (const gram of passage.asked.flatMap((line) => [...grams(line, wording)])) {
      for (const one of [passage, passage.page]) {
        if (!ones.has(one)) ones.set(one, new Map());
        add(ones.get(one), gram);
      }
      add(wording.all, gram);
      wording.total++;
    }
  }
  return wording;
}

// page or passage → how much likelier the wording is for who asks for it than for anybody, as a logarithm.
export function worded(query, wording) {
  const { ones, all, total } = wording;
  const typed = [...grams(query, wording)].filter((gram) => all.has(gram)).map((gram) => [gram, all.get(gram) / total]);
  return new Map([...ones].map(([one, counts]) => {
    const room = sum([...counts.values()]) + PRIOR;
    return [one, sum(typed.map(([gram, usual]) => Math.max(LEAST, Math.log(((counts.get(gram) ?? 0) + PRIOR * usual) / room / usual))))];
  }));
}
