// node ask.mjs PUBLIC LANGUAGE: for each question of a line, a list in JSON, the first pages that search finds, each with the address of its first
// passage, its heading and what is shown of it; what raises help, whether search says that the site is not about that, and what texts a
// browser loads for it.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { answer, join } from "../../../assets/js/search/engine.js";
import { STEP } from "../../../assets/js/search/list.js";
import { opened } from "../../../assets/js/search/opened.js";
import { snippet } from "../../../assets/js/search/snippet.js";

const [folder, lang] = process.argv.slice(2);
const json = (name) => JSON.parse(readFileSync(name, "utf8"));
const known = join([opened(json(`${folder}/search-${lang}/index.json`))]);

function shown({ page, passages: [best] }, { stems }) {
  const text = json(`${folder}/search-${lang}/text${page.url}texts.json`).find(({ id }) => id === best?.id)?.text ?? "";
  return {
    page: page.url, passage: best?.id ? `${page.url}#${best.id}` : page.url, title: page.title, heading: best?.heading ?? "",
    text: snippet(text, stems, known.index.stem).text,
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(JSON.parse(line).map((query) => {
    const found = answer(known, query);
    return { outside: found.outside || !found.pages.length, cry: found.cry, results: found.pages.slice(0, 3).map((one) => shown(one, found)), texts: found.pages.slice(0, STEP).map(({ page }) => `search-${lang}/text${page.url}texts.json`) };
  })));
}
