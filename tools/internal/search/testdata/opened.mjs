// node opened.mjs FILE…: what a browser reads in parts of an index, as a list in JSON.
import { readFileSync } from "node:fs";
import { opened } from "../../../../assets/js/search/opened.js";

console.log(JSON.stringify(process.argv.slice(2).map((file) => {
  const { lexicon, pages, words, more } = opened(JSON.parse(readFileSync(file, "utf8")));
  return { lexicon: lexicon || null, pages, more, asked: pages.flatMap(({ passages }) => passages.map(({ asked }) => asked.map((words) => words.join(" ")))), words: Object.fromEntries(words) };
})));
