// node ablation.mjs PUBLIC QUESTIONS.json PAGEFIND-ADDRESS: how many questions each layer of search answers.
import { readFileSync } from "node:fs";
import { answer, join } from "../../../assets/js/search/engine.js";
import { opened } from "../../../assets/js/search/opened.js";

const [folder, file, pagefind] = process.argv.slice(2);
const json = (name) => JSON.parse(readFileSync(name, "utf8"));
const bare = { stem: [], families: [], terms: [], parts: {}, links: [], asks: {}, weights: {}, crisis: [], alone: [], close: [], cry: {}, outside: [], elsewhere: [] };

// Each layer adds something to those before it.
const layers = [
  ["words as they are, BM25 over passages", []],
  ["+ stems", ["stem"]],
  ["+ weights of page types", ["weights"]],
  ["+ wording that asks for a section", ["asks"]],
  ["+ spelling and compounds", ["links", "vocabulary"]],
  ["+ families and names of terms", ["families", "terms", "parts"]],
  ["+ what people ask", ["asked"]],
  ["+ cries and what is outside", ["crisis", "alone", "close", "cry", "outside", "elsewhere"]],
];

const rates = (places) => [1, 3].map((n) => Math.round((100 * places.filter((at) => at >= 0 && at < n).length) / places.length));
const place = (urls, q) => urls.slice(0, 3).findIndex((url) => q.answers.includes(url));

for (const [lang, questions] of Object.entries(json(file))) {
  const index = opened(json(`${folder}/search-${lang}/index.json`));
  const tell = (name, places) => console.log(`| ${lang} | ${name} | ${rates(places).join(" % | ")} % |`);
  const { options, search } = await import(`data:text/javascript,${encodeURIComponent(await (await fetch(`${pagefind}pagefind.js`)).text())}#${lang}`);
  globalThis.document = { querySelector: () => ({ getAttribute: () => lang }), currentScript: null };
  await options({ basePath: pagefind, baseUrl: "/", noWorker: true });
  const asked = [];
  for (const q of questions) {
    const { results } = await search(q.q);
    const urls = (await Promise.all(results.slice(0, 3).map((result) => result.data()))).map(({ url }) => url);
    asked.push(q.outside ? (results.length ? -1 : 0) : place(urls, q));
  }
  tell("bare Pagefind", asked);
  const on = {};
  for (const [name, keys] of layers) {
    for (const key of keys) on[key] = index.lexicon[key];
    const text = structuredClone(index);
    if (!("asked" in on)) for (const page of text.pages) for (const passage of page.passages) passage.asked = [];
    text.lexicon = { ...index.lexicon, ...bare, ...on };
    const known = join([text]);
    if (!("vocabulary" in on)) known.lexicon.vocabulary = new Map();
    tell(name, questions.map((q) => {
      const found = answer(known, q.q);
      return q.outside ? (found.outside || !found.pages.length ? 0 : -1) : place(found.pages.map(({ page }) => page.url), q);
    }));
  }
}
