// The index of one language. `wijzer` makes it (tools/internal/search).
import { isAsked, unpackAsked } from "./asked.js";
import { content, words } from "./query.js";
import { unpackWording } from "./wording.js";

// How much a word counts in a title or a heading, beside once in the text.
const TITLE = 16, HEADING = 8, ASKED = 1;
// A page with a word twice as often is not twice as good, and a long one has it sooner.
const SATURATION = 3, LENGTH = 0.4;

// Shorter words have too many neighbours to mend a word by them.
const SHORTEST = 4;

// parts: the files that were loaded, opened, the first first; stops: words that no passage is indexed by.
export function unpackIndex(parts, stem = (word) => word, stops = new Set()) {
  const passages = [], stems = new Map(), vocabulary = new Map();
  const read = new Set(); // stems of what pages say themselves
  const entry = (word, asked = false) => {
    const key = stem(word);
    if (!asked) read.add(key);
    if (!stems.has(key)) stems.set(key, { pages: new Map(), passages: new Map() });
    return stems.get(key);
  };
  const learn = (word, common) => {
    if (!/\d/.test(word) && word.length >= SHORTEST) vocabulary.set(word.replace(/'s?$/, ""), common);
  };
  const add = (map, key, amount) => map.set(key, (map.get(key) ?? 0) + amount);
  const pages = [];
  const take = (data) => {
    const page = { ...data, id: data.url, length: 0 };
    pages.push(page);
    page.passages = page.passages.map((passage) => ({ ...passage, page, length: 0 }));
    passages.push(...page.passages);
    for (const word of words(page.title)) add(entry(word).pages, page, TITLE);
    for (const passage of page.passages) {
      for (const word of words(passage.heading ?? "")) {
        add(entry(word).pages, page, HEADING);
        add(entry(word).passages, passage, HEADING);
      }
      for (const word of passage.asked.flat().filter((one) => !stops.has(one))) {
        const having = entry(word, true);
        add(having.pages, page, ASKED);
        add(having.passages, passage, ASKED);
      }
    }
  };
  const place = ([word, found], start) => {
    if (!found.length) return; // people type it, and no passage has it
    const { pages, passages: having } = entry(word);
    const seen = new Set();
    for (const at of found) {
      const passage = passages[start + at];
      add(pages, passage.page, 1);
      add(having, passage, 1);
      passage.length++;
      passage.page.length++;
      seen.add(passage.page);
    }
    learn(word, 1 + Math.floor(Math.log2(seen.size)));
  };
  for (const part of parts) {
    const start = passages.length;
    part.pages.forEach(take);
    for (const word of new Set(passages.slice(start).flatMap(({ asked }) => asked.flat()))) if (!stops.has(word)) learn(word, 1);
    for (const one of part.words) place(one, start);
  }
  return {
    pages, passages, stems, read, stops, vocabulary, stem, scores: new Map(),
    asked: unpackAsked(passages, stem, stops), called: unpackAsked(passages, stem, stops, called), wording: unpackWording(passages, stem, stops),
  };
}

// What a passage is called: its heading, or the names of its page when it is the first.
const called = ({ heading, page }) => (heading ? [heading] : [page.title, ...page.names ?? []]).map(words);

// The pages and passages that have a word in any of its forms, or all words of a phrase, with their scores.
export function find(index, text) {
  if (!index.scores.has(text)) {
    const each = content(text, index.stops).map((word) => scored(index, index.stems.get(index.stem(word))));
    index.scores.set(text, { pages: all(each.map((hit) => hit.pages)), passages: all(each.map((hit) => hit.passages)) });
  }
  return index.scores.get(text);
}

// Whether a page has it, in its own words.
export const has = (index, text) =>
  words(text).every((word) => index.stops.has(word) || index.read.has(index.stem(word))) && find(index, text).pages.size > 0;

// Whether people ask for a page by it.
export const asked = (index, text) => isAsked(index.asked, words(text).map(index.stem));

function scored(index, hit) {
  if (!hit) return { pages: new Map(), passages: new Map() };
  const rare = Math.log(1 + (index.pages.length - hit.pages.size + 0.5) / (hit.pages.size + 0.5));
  return { pages: weigh(hit.pages, index.pages, rare), passages: weigh(hit.passages, index.passages, rare) };
}

// BM25, with the fields added up before saturation.
function weigh(amounts, among, rare) {
  const mean = among.reduce((sum, one) => sum + one.length, 0) / among.length;
  return new Map([...amounts].map(([one, amount]) => {
    const norm = 1 - LENGTH + (LENGTH * one.length) / mean;
    return [one, (rare * amount) / (amount + SATURATION * norm)];
  }));
}

// What all the maps have, with the lowest of the scores: a phrase is no better than its weakest word.
function all([first, ...others]) {
  const kept = [...first ?? []].filter(([key]) => others.every((map) => map.has(key)));
  return new Map(kept.map(([key, score]) => [key, Math.min(score, ...others.map((map) => map.get(key)))]));
}
