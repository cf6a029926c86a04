// A search, from the text that was typed to a ranked list of pages: nothing is loaded before the first one. All that
// counts (here, in index.js, plan.js and rank.js) was chosen by the reader's test: docs/search.md.
import { nearest } from "./asked.js";
import { cryIn, isOutside } from "./cry.js";
import { asked, find, has, unpackIndex } from "./index.js";
import { unpack } from "./lexicon.js";
import { named } from "./names.js";
import { plan } from "./plan.js";
import { covered, first, rank } from "./rank.js";

// How much more a page counts in a section that the wording asks for.
const ASKED = 1.3;
// With less of what was typed on the first pages, and no question that is more alike, the site is not about it.
const COVERED = 0.2, ALIKE = 0.4;

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

// A language to search in: its index and its words.
async function language(folder, file) {
  const [index, words] = await Promise.all([once(`${folder}index.json`), once(file)]);
  if (!made.has(folder)) made.set(folder, join(index, words));
  return made.get(folder);
}

export function join(index, words) {
  const lexicon = unpack(words);
  const opened = unpackIndex(index, lexicon.stem);
  return { index: opened, lexicon: { ...lexicon, vocabulary: opened.vocabulary } };
}

// Gives pages: the ranked list; meant: the query as it was mended, or ""; instead: words that no page has, with what was
// found in their place; unknown: words for which there is nothing at all; outside: whether the site is not about that; cry: see cry.js.
export function answer({ index, lexicon }, query) {
  const { ideas, meant, sections } = plan(query, lexicon, (text) => has(index, text) || asked(index, text));
  const hits = ideas.map(({ ways }) => ways.map(([text, weight]) => [weight, find(index, text)]));
  const cry = cryIn(query, lexicon);
  const help = cry === "own" ? lexicon.help.map((url) => index.pages.find((page) => page.url === url)).filter(Boolean) : [];
  const factor = (page) => (lexicon.weights[page.type] ?? 1) * (sections.includes(page.section) ? ASKED : 1);
  const like = nearest(ideas, index.asked, index.stem);
  const list = rank(hits, factor, like);
  const pages = first([...help, ...named(meant || query, index.pages, lexicon.stops)], list);
  const { instead, unknown } = replaced(ideas, index);
  const faint = covered(list, hits, Math.log(index.pages.length)) < COVERED && Math.max(0, ...like.values()) < ALIKE;
  const outside = unknown.filter((word) => !asked(index, word)).length * 2 >= ideas.length || (cry === "" && faint) || isOutside(query, lexicon);
  return { pages, meant, instead, unknown, outside, asked: like, stems: stemsOf(ideas, index), cry };
}

function replaced(ideas, index) {
  const instead = [], unknown = [];
  for (const { word, ways } of ideas) {
    if (has(index, word)) continue;
    const others = ways.map(([text]) => text).filter((text) => has(index, text));
    if (others.length) instead.push([word, others[0]]);
    else unknown.push(word);
  }
  return { instead, unknown };
}

// Per idea the stems of the words that show it, to mark them.
const stemsOf = (ideas, index) =>
  ideas.map(({ ways }) => new Set(ways.flatMap(([text]) => text.split(" ").map(index.stem))));

// form says where the files are; in the reader's own language, or in the other. grave tells of a text whether whom to call
// stands beside it.
export async function search(form, query, other = false) {
  const { own, words, other: folder, otherWords } = form.dataset;
  const opened = await (other ? language(folder, otherWords) : language(own, words));
  return { ...answer(opened, query), stem: opened.index.stem, grave: (text) => cryIn(text, opened.lexicon) !== "" };
}

// The texts of a page's passages, in their order; without them a result shows the summary.
export const texts = (folder, page) => once(`${folder}text/${page.text}.json`).catch(() => []);
