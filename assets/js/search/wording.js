// Which page and which passage wording asks for, stop words and all ("do i have to", "my son"): naive Bayes over the words, and the
// pairs of words, of what people ask beside each.
import { words } from "./query.js";

const PRIOR = 40;   // how many words of all pages a page or passage begins with
const LEAST = -0.1; // what a word takes that no phrase of it has

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

// Each word, and how it begins or what word it follows.
const grams = (stems) => new Map(stems.flatMap((one, i) => [[one, [one]], [`${stems[i - 1] ?? ""} ${one}`, [one, stems[i - 1] ?? ""]]]));

// having: stem → the phrases that have it; room: page or passage → how many grams it is asked by.
export function unpackWording(passages, stem, stops) {
  const known = new Set(passages.flatMap(({ asked }) => asked.flat())), skipped = (word) => stops.has(word) && !known.has(word);
  const wording = { stems: (list) => list.filter((word) => !skipped(word)).map(stem), having: new Map(), room: new Map(), total: 0 };
  for (const passage of passages) {
    for (const line of passage.asked) {
      const stems = wording.stems(line), each = new Set(stems);
      const size = each.size === stems.length ? 2 * stems.length : grams(stems).size;
      for (const one of each) {
        if (!wording.having.has(one)) wording.having.set(one, []);
        wording.having.get(one).push({ passage, stems });
      }
      for (const one of [passage, passage.page]) wording.room.set(one, (wording.room.get(one) ?? 0) + size);
      wording.total += size;
    }
  }
  return wording;
}

// The passages of all phrases that have a word, after another or as their first ("").
const asking = ({ having }, one, before) => (having.get(one) ?? [])
  .filter(({ stems }) => before === undefined || stems.some((stem, i) => stem === one && (stems[i - 1] ?? "") === before)).map(({ passage }) => passage);

// page or passage → how much likelier the wording is for who asks for it than for anybody, as a logarithm.
export function worded(query, wording) {
  const typed = [...grams(wording.stems(words(query))).values()].map((gram) => asking(wording, ...gram)).filter((those) => those.length);
  const told = typed.map((those) => {
    const counts = new Map();
    for (const passage of those) for (const one of [passage, passage.page]) counts.set(one, (counts.get(one) ?? 0) + 1);
    return [counts, those.length / wording.total];
  });
  return new Map([...wording.room].map(([one, size]) =>
    [one, sum(told.map(([counts, usual]) => Math.max(LEAST, Math.log(((counts.get(one) ?? 0) + PRIOR * usual) / (size + PRIOR) / usual))))]));
}
