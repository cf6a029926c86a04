// node compounds.mjs PUBLIC LANGUAGE COMPOUNDS.json: how many compounds fall apart as they should.
import { readFileSync } from "node:fs";
import { join } from "../../../assets/js/search/engine.js";
import { asked, has } from "../../../assets/js/search/index.js";
import { opened } from "../../../assets/js/search/opened.js";
import { plan } from "../../../assets/js/search/plan.js";

const [folder, lang, file] = process.argv.slice(2);
const json = (name) => JSON.parse(readFileSync(name, "utf8"));
const { index, lexicon } = join([opened(json(`${folder}/search-${lang}/index.json`))]);
const indexed = (text) => has(index, text) || asked(index, text);
const stems = (list) => list.map(index.stem).join(" ");

const count = { compounds: 0, whole: 0, right: 0, wrong: [], missed: [] };
for (const [word, parts] of Object.entries(json(file))) {
  const wanted = parts.split(" ").filter(Boolean);
  const { ideas } = plan(word, lexicon, indexed);
  const found = ideas.map((idea) => idea.word);
  if (wanted.length) count.compounds++;
  if (found.length > 1) {
    if (wanted.length && stems(found) === stems(wanted)) count.right++;
    else count.wrong.push(`${word}: ${found.join(" ")}`);
  } else if (wanted.length) {
    // As a whole: the site has it, or a longer word that begins with it.
    if (indexed(word) || lexicon.families.has(word) || ideas[0].ways.length > 1) count.whole++;
    else count.missed.push(word);
  }
}
console.log(JSON.stringify(count));
