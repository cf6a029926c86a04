// Which page wording asks for, stop words and all ("do i have to", "my son"): naive Bayes over the words, and the pairs of words, of
// what people ask beside each page.
import { words } from "./query.js";

const PRIOR = 40;   // how many words of all pages a page begins with
const LEAST = -0.1; // what a word takes that no phrase of the page has

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

// Each word, each two that follow one another, and how it begins.
function grams(line, { stem, skipped }) {
  const list = ["", ...words(line).filter((word) => !skipped(word)).map(stem)];
  return new Set(list.flatMap((one, i) => (i ? [one, `${list[i - 1]} ${one}`] : [])));
}

export function unpackWording(passages, stem, stops) {
  const pages = new Map(), known = new Set(passages.flatMap(({ asked }) => asked.flatMap(words)));
  const wording = { stem, skipped: (word) => stops.has(word) && !known.has(word), pages, all: new Map(), total: 0 };
  const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { page, asked } of passages) {
    for (const gram of asked.flatMap((line) => [...grams(line, wording)])) {
      if (!pages.has(page)) pages.set(page, new Map());
      add(pages.get(page), gram);
      add(wording.all, gram);
      wording.total++;
    }
  }
  return wording;
}

// page → how much the wording is like what people ask of it: 1 for the likest.
export function worded(query, wording) {
  const { pages, all, total } = wording;
  const typed = [...grams(query, wording)].filter((gram) => all.has(gram)).map((gram) => [gram, all.get(gram) / total]);
  const scores = [...pages].map(([page, counts]) => {
    const room = sum([...counts.values()]) + PRIOR;
    return [page, sum(typed.map(([gram, usual]) => Math.max(LEAST, Math.log(((counts.get(gram) ?? 0) + PRIOR * usual) / room / usual))))];
  });
  const top = Math.max(1, ...scores.map(([, score]) => score));
  return new Map(scores.map(([page, score]) => [page, score / top]));
}
