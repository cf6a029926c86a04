// A search, from the text that was typed to a ranked list of pages: nothing is loaded before the first one. All that
// counts (here, in index.js, plan.js and rank.js) was chosen by the reader's test: docs/search.md.
import { nearest } from "./asked.js";
import { cryIn, isElsewhere, isOutside, isSure } from "./cry.js";
import { asked, find, has, unpackIndex } from "./index.js";
import { unpack } from "./lexicon.js";
import { inside, named, unpackNames } from "./names.js";
import { opened } from "./opened.js";
import { FAMILY, plan } from "./plan.js";
import { content, words } from "./query.js";
import { amongFirst, covered, first, PASSAGES, rank } from "./rank.js";
import { inPlace, placesOf } from "./where.js";
import { worded } from "./wording.js";

// How much more a page counts in a section that the wording asks for, and whose name was typed among other words.
const SECTION = 1.3, NAME = 1.5;
// How much of the best page's score it has besides: for a heading that is what was typed, for wording that asks for
// it or for a passage of it, less when it is for one reader, and another asks, and more when it helps who cries.
const HEADED = 0.65, WORDED = 0.7, WORDED_PASSAGE = 0.35, OTHER = 0.8, CRIED = 0.3;
// The site is not about what is less near: how much like a few questions that people ask of a page, and like a heading; how much of
// it stands on the first pages and how much of it is a name; and how much was typed, since who asks at length has more words that
// nobody foresaw (a logistic regression on the questions of docs/search.md, made round). What may be a cry is nearer: CRYING.
// With an everyday word of another subject it must be nearer; whoever speaks of a pupil, a client or a daughter is so. What people ask
// in nearly these words, SAME, is not outside.
// Nearer than that by less than DOUBT the site may not be about it.
const FILE = "download"; // whoever types what one is called, or its format, wants it
const NEAR = 5.1, DOUBT = 1.9, ELSEWHERE = 7.5, COVERED = 5, LIKE_HEADING = 1.9, NAMED = 6.4, TOLD = 1.1, LONG = 0.65, CRYING = 1.5, SAME = 0.9;

const loaded = new Map();

// once loads a file one time, and anew when that failed: a lost connection may come back.
function once(address) {
  if (!loaded.has(address)) {
    loaded.set(address, fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    }));
    loaded.get(address).catch(() => loaded.delete(address));
  }
  return loaded.get(address);
}

const made = new Map();

// A language to search in: so many parts of its index.
async function language({ folder }, depth) {
  const further = Array.from({ length: depth - 1 }, (_, i) => once(`${folder}${i + 2}/index.json`));
  const parts = await Promise.all([once(`${folder}index.json`), ...further]);
  const key = `${folder} ${depth}`;
  if (!made.has(key)) made.set(key, { ...join(parts.map(opened)), more: (parts[0].more ?? 0) + 1 - depth });
  return made.get(key);
}

// parts: what opened() gives.
export function join(parts) {
  const lexicon = unpack(parts[0].lexicon);
  const index = unpackIndex(parts, lexicon.stem, lexicon.stops);
  index.names = unpackNames(index.pages, lexicon.stops);
  index.counts = index.pages.find(({ type }) => type === "figure")?.section;
  index.places = placesOf(index.passages, lexicon.stops);
  index.readers = index.pages.flatMap(({ audience }) => (audience?.length === 1 ? audience : []));
  return { index, lexicon: { ...lexicon, vocabulary: index.vocabulary } };
}

// Gives pages: the ranked list; meant: the query as it was mended, or ""; instead: words that no page has, with what was
// found in their place; unknown: words for which there is nothing at all; outside: whether the site is not about that, doubtful: may not be; cry: see cry.js.
export function answer({ index, lexicon }, query, typing = true) {
  const { ideas: all, meant, mended, sections } = plan(query, lexicon, (text) => has(index, text) || asked(index, text), typing);
  const ideas = subjects(all, index);
  const hits = ideas.map(({ ways }) => ways.map(([text, weight]) => [weight, find(index, text)]));
  const wording = worded(meant || query, index.wording), likely = (ones) => Math.max(0, ...ones.map((one) => wording.get(one) ?? 0));
  const likeliest = likely(index.pages), helping = lexicon.help.map((url) => index.pages.find((page) => page.url === url)).filter(Boolean);
  const cries = [query, words(query).map((word) => mended.get(word) ?? word).join(" ")].map((text) => cryIn(text, lexicon));
  const cry = cries.includes("own") ? "own" : cries[0] || cries[1];
  const help = cry === "own" ? helping : [], sure = isSure(query, lexicon);
  const names = inside(meant || query, index.names, lexicon.stops);
  const factor = (page) => (lexicon.weights[page.type] ?? 1) * (sections.includes(page.section) ? SECTION : 1) * (1 + NAME * (names.get(page) ?? 0));
  const there = inPlace(ideas, index.places, sections.includes(index.counts));
  const like = nearest(ideas, index.asked, index.stem);
  const headed = nearest(ideas, index.called, index.stem).passages, likestPassage = likely(index.pages.flatMap(({ passages }) => passages)) || 1;
  const told = index.readers.some((reader) => sections.includes(reader));
  const other = (page) => told && page.audience?.length === 1 && !sections.includes(page.audience[0]);
  const gain = (page) => HEADED * Math.max(0, ...page.passages.map((passage) => headed.get(passage) ?? 0)) +
    WORDED * ((wording.get(page) ?? 0) / (likeliest || 1)) + WORDED_PASSAGE * (likely(page.passages) / likestPassage) - OTHER * other(page) + CRIED * help.includes(page);
  const list = rank(hits, factor, { asked: like.passages, few: like.few, wording }, gain, there);
  const called = named(meant || query, index.pages, lexicon.stops).filter((page) => page.type !== "term" || !sections.length || sections.includes(page.section)); // "what to do about …" is no name
  const found = first([...(sure ? help : []), ...called], list);
  const pages = amongFirst(help.slice(0, 1), found).map((one) => (help.includes(one.page) ? begun(one, like.passages) : one));
  const { instead, unknown } = replaced(all, index);
  const most = (scores) => Math.max(0, ...scores.values());
  const near = most(like.few) + COVERED * covered(list, hits, Math.log(index.pages.length)) + LIKE_HEADING * most(headed) +
    NAMED * most(names) + TOLD * told + LONG * words(query).length + CRYING * (cry !== "");
  const offered = index.passages.some((one) => one.kind === FILE && hits.every((ways) => ways.some(([weight, { passages }]) => weight >= FAMILY && passages.has(one))));
  const over = cry === "own" || offered || most(like.passages) > SAME ? Infinity : near - (isElsewhere(query, lexicon) ? ELSEWHERE : NEAR);
  const outside = over < 0 || (isOutside(query, lexicon) && most(like.passages) <= SAME);
  return { pages, meant, instead, unknown, outside, doubtful: !outside && over < DOUBT, asked: like.passages, stems: stemsOf(ideas, index), cry };
}

// A number that nothing has, of an article of the law or of a year, is no subject.
const NUMBER = /^\d+[a-z]?$/;

function subjects(ideas, index) {
  const left = ideas.filter(({ word, ways }) => !NUMBER.test(word) || ways.some(([text]) => find(index, text).pages.size));
  return left.length ? left : ideas;
}

// Who cries for help reads first what to do now: the first section of the page, whatever else it has of the words; but for a section that
// people ask in these words ("should i pay").
function begun(one, like) {
  const start = one.page.passages.find(({ heading }) => heading), [best] = one.passages;
  return start && !(best?.heading && like.get(best) > SAME) ? { ...one, passages: [...new Set([start, ...one.passages])].slice(0, PASSAGES) } : one;
}

const AGE = /^\d{1,2}$/; // no subject of its own

// What is left of a word, written as one, when nothing more can be cut: the same of game, games and gamen, and of simswap and sim swap.
function root(text, stem) {
  const word = words(text).join(""), shorter = stem(word);
  return shorter === word ? word : root(shorter, stem);
}

function replaced(ideas, index) {
  const instead = [], unknown = [];
  for (const { word, ways } of ideas) {
    if (has(index, word)) continue;
    const others = ways.map(([text]) => text).filter((text) => has(index, text));
    const form = others.some((text) => root(text, index.stem) === root(word, index.stem)); // no other word
    if (others.length) instead.push(...(form ? [] : [[word, others[0]]]));
    else if (!asked(index, word) && !AGE.test(word)) unknown.push(word);
  }
  return { instead, unknown };
}

// Per idea the stems of the words that show it, to mark them.
const stemsOf = (ideas, index) => ideas.map(({ ways }) => new Set(ways.flatMap(([text]) => content(text, index.stops).map(index.stem))));

// place says where the files of a language are. Of a large site the pages that count most are in the first part of its
// index; the next is asked when those before it have nothing, or when a reader wants more: depth. more: the parts not asked.
// said: the query without words that say nothing in this language, for the others.
export async function search(place, query, depth = 1, typing = true) {
  const known = await language(place, depth);
  const found = { ...answer(known, query, typing), said: content(query, known.index.stops).join(" "), stem: known.index.stem, depth, more: known.more, grave: (text) => cryIn(text, known.lexicon) !== "" };
  return found.pages.length || !known.more ? found : search(place, query, depth + 1, typing);
}

// What a language that nobody asked has in these very words: no word is mended or thought to be longer, and what it is not about is not shown.
export async function literally(place, query) {
  const found = await search(place, query, 1, false);
  return found.outside || found.meant ? { ...found, pages: [] } : found;
}

// The texts of a page's passages, in their order: the first begins with its summary. Without them a result is a link. They are found by
// the passage's id, since the file may be newer than the index that a page of yesterday holds.
export const texts = (folder, { url, passages }) => once(`${folder}text${url}texts.json`).then(
  (all) => passages.map(({ id }) => all.find((text) => text.id === id)), () => []);
