// node ask.mjs PUBLIC LANGUAGE QUESTIONS.json: for each question the first pages that search finds, or null where it says that the site is not about that.
import { readFileSync, readdirSync } from "node:fs";
import { answer, join } from "../../../assets/js/search/engine.js";

const [folder, lang, file] = process.argv.slice(2);
const json = (name) => JSON.parse(readFileSync(name, "utf8"));
const words = readdirSync(`${folder}/search`).find((name) => name.startsWith(`words-${lang}.`));
const opened = join([json(`${folder}/search-${lang}/index.json`)], json(`${folder}/search/${words}`));
console.log(JSON.stringify(json(file).map((query) => {
  const found = answer(opened, query);
  return found.outside || !found.pages.length ? null : found.pages.slice(0, 3).map(({ page }) => page.url);
})));
