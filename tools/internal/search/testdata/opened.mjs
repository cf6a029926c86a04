// node opened.mjs INDEX.json: what a browser reads in a part of an index, as JSON.
import { readFileSync } from "node:fs";
import { opened } from "../../../../assets/js/search/opened.js";

const { pages, words } = opened(JSON.parse(readFileSync(process.argv[2], "utf8")));
console.log(JSON.stringify({ asked: pages.flatMap(({ passages }) => passages.map(({ asked }) => asked)), words: Object.fromEntries(words) }));
