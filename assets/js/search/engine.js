// One Pagefind per language: the reader's own first, the other for the hits below.
// Each bundle is its own module with its own index; nothing is loaded before the first query.
import { counts, passes } from "./filters.js";
import { unpack } from "./lexicon.js";
import { plain, plan } from "./plan.js";
import { content, words } from "./query.js";
import { first, rank } from "./rank.js";

// Words that only begin like the typed one ("bel" in "beleid") must weigh little, hence the similarity. Metadata counts
// for them too: titles weigh less here than Pagefind's 5, and more in the pages (data-pagefind-weight). Length counts
// less than usual: a long page with the answer beats a short one that mentions the word. These numbers, and those in
// plan.js and rank.js, were chosen by the reader's test (tools/browser/readers_test.go).
const RANKING = {
  termSimilarity: 8, pageLength: 0.3, termSaturation: 2, termFrequency: 0.5,
  metaWeights: { title: 1.5, summary: 0.5, section: 0, alias: 0 }, // aliases: see `terms` in lexicon.js
};

// How much more a page counts in a section that the wording asks for.
const ASKED = 1.3;

const done = new Map();

// once does a thing one time per key: loading a file, or looking up a word while somebody types on.
function once(key, make) {
  if (!done.has(key)) {
    done.set(key, make());
    done.get(key).catch(() => done.delete(key)); // a lost connection may come back
  }
  return done.get(key);
}

// Without its words file search still finds words as they are typed.
const lexicon = (file) => once(file, async () => unpack(await (await fetch(file)).json())).catch(() => unpack(NO_WORDS));
const NO_WORDS = { stops: [], links: [], asks: {}, weights: {}, families: [], terms: [], parts: {}, words: [] };

// An index finds results for a text, tells whether it has a word or a page of that name, and knows which pages there are
// for each value of the filters.
async function open(path, base) {
  const pagefind = await once(path, async () => {
    const module = await import(path);
    await module.options({ baseUrl: base, excerptLength: 24, ranking: RANKING });
    await module.init();
    return module;
  });
  const ask = (text) => once(`${path} ${text}`, async () => (await pagefind.search(text)).results);
  // In quotes Pagefind finds words as they are, inflected at most, and side by side; but it does not rank them. Without
  // quotes it ranks, but for a word that it does not have it gives whatever begins alike.
  const exactly = async (text) => {
    const joined = text.replaceAll(" ", ""); // hyphenated words stand in the index as one
    return [...await ask(`"${text}"`), ...(joined === text ? [] : await ask(`"${joined}"`))];
  };
  const has = async (text) => (await exactly(text)).length > 0;
  const find = async (text) => {
    const ids = new Set((await exactly(text)).map((result) => result.id));
    if (!ids.size) return [];
    const ranked = await ask(text);
    return text.includes(" ") ? ranked.filter((result) => ids.has(result.id)) : ranked;
  };
  const named = async (name) => (await pagefind.search(null, { filters: { name } })).results;
  return { find, has, named, members: await once(`${path} *`, () => membership(pagefind)) };
}

async function membership(pagefind) {
  const { name: _, ...filters } = await pagefind.filters();
  const members = {};
  for (const [name, values] of Object.entries(filters)) {
    members[name] = {};
    for (const value of Object.keys(values)) {
      const { results } = await pagefind.search(null, { filters: { [name]: value } });
      members[name][value] = new Set(results.map((result) => result.id));
    }
  }
  return members;
}

// The ranked list of one index for a plan.
async function answer(index, query, made, { weights, stops }) {
  const hits = await Promise.all(made.ideas.map(({ ways }) =>
    Promise.all(ways.map(async ([text, weight]) => [weight, await index.find(text)]))));
  const [types, sections] = ["type", "section"].map((name) => Object.entries(index.members[name] ?? {}));
  const valueOf = (values, id) => values.find(([, ids]) => ids.has(id))?.[0];
  // A source, a term and a page that helps are no equals, and the wording may ask for a section.
  const factor = (id) => (weights[valueOf(types, id)] ?? 1) * (made.sections.includes(valueOf(sections, id)) ? ASKED : 1);
  const typed = made.meant || query;
  const called = [words(typed), content(typed, stops)].map((list) => index.named(list.join(" ")));
  return first((await Promise.all(called)).flat(), rank(hits, factor));
}

// Gives own and other: ranked lists of Pagefind's results, each with a lazy data(); meant: the query as it was mended,
// or ""; counts: per value of a filter how many pages it would give. chosen: filter → ticked values.
export async function search(form, query, chosen = {}) {
  const { own, other, base, words: file, otherWords } = form.dataset;
  const [mine, theirs, lexical] = await Promise.all([open(own, base), open(other, base).catch(() => null), lexicon(file)]);
  const made = await plan(query, lexical, mine.has, theirs?.has);
  const all = await answer(mine, query, made, lexical);
  const rest = theirs ? await abroad(theirs, query, lexical, all.length ? "" : otherWords) : [];
  return {
    own: all.filter((page) => passes(page, chosen, mine.members)),
    other: rest.filter((page) => passes(page, chosen, theirs.members)),
    counts: counts(all, chosen, mine.members),
    meant: made.meant,
  };
}

// In the other language pages count that have every word as it was typed. When nothing else is found, all that its own
// words file can do is done.
async function abroad(index, query, mine, file) {
  if (!file) return (await answer(index, query, plain(query, mine.stops), mine)).filter((page) => !page.missed);
  const theirs = await lexicon(file);
  return answer(index, query, await plan(content(query, mine.stops).join(" "), theirs, index.has), theirs);
}

export function load(results, from, to) {
  return Promise.all(results.slice(from, to).map((result) => result.data()));
}
