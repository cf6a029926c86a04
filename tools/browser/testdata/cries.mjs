// node cries.mjs PUBLIC LANGUAGE ROWS.json: how much each word says of a cry for help (assets/js/search/cry.js), learnt of rows with a text, whether
// it is a cry, by whom it was written and how much it counts; and what of each writer is told rightly by what is learnt of all others.
import { readFileSync } from "node:fs";
import { BEGIN, OWN, TOUCHES } from "../../../assets/js/search/cry.js";
import { unpack } from "../../../assets/js/search/lexicon.js";
import { opened } from "../../../assets/js/search/opened.js";
import { plain } from "../../../assets/js/search/query.js";

const ROUNDS = 15, RATE = 0.2, DECAY = 1e-3, LEAST = 3, WORDS = 700, STEP = 0.5;

const [folder, lang, file] = process.argv.slice(2);
const json = (name) => JSON.parse(readFileSync(name, "utf8"));
const { stem } = unpack(opened(json(`${folder}/search-${lang}/index.json`)).lexicon);
const rows = json(file).map((row) => ({ ...row, stems: [...new Set(plain(row.q).map(stem))] }));

// A logistic regression by gradient descent, each weight with a rate of its own (AdaGrad); without chance, so that it is the same each time.
function regression(rows, known) {
  const weights = new Map([...known].map((word) => [word, 0])), steps = new Map([...known].map((word) => [word, 1e-6]));
  const learnt = rows.map((row) => ({ ...row, stems: row.stems.filter((word) => known.has(word)) }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { stems, cry, counts } of shuffled(learnt, round)) {
      const sum = stems.reduce((sum, word) => sum + weights.get(word), BEGIN * STEP);
      const off = (1 / (1 + Math.exp(-sum)) - cry) * counts;
      for (const word of stems) {
        const slope = off + DECAY * weights.get(word);
        steps.set(word, steps.get(word) + slope * slope);
        weights.set(word, weights.get(word) - (RATE * slope) / Math.sqrt(steps.get(word)));
      }
    }
  }
  return weights;
}

function shuffled(list, seed) {
  const out = [...list];
  for (let i = out.length - 1, n = seed + 1; i > 0; i--) {
    n = (n * 48271) % 2147483647;
    const j = n % (i + 1);
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

// word → how much it says, in steps: of the words that say most, by how much and how often.
function learn(rows) {
  const count = new Map();
  for (const { stems, cry } of rows) for (const word of stems) count.set(word, (count.get(word) ?? 0) + 1 + cry);
  const frequent = new Set([...count.keys()].filter((word) => count.get(word) >= LEAST));
  const told = ([word, weight]) => (Math.abs(weight) * Math.sqrt(count.get(word))) / Math.sqrt(word.length + 3);
  const most = [...regression(rows, frequent)].sort((a, b) => told(b) - told(a)).slice(0, WORDS).map(([word]) => word);
  return new Map([...regression(rows, new Set(most))].map(([word, weight]) => [word, Math.round(weight / STEP)]).filter(([, steps]) => steps));
}

// of a writer: how many cries raise help, how many questions raise no more than a line of it, how many nothing.
function told(rows, cry) {
  const odds = ({ stems }) => stems.reduce((sum, word) => sum + (cry.get(word) ?? 0), BEGIN);
  const of = (cry, is) => { const all = rows.filter((row) => row.cry === cry).map(odds); return [all.filter(is).length, all.length]; };
  return { raised: of(1, (sum) => sum >= TOUCHES), calm: of(0, (sum) => sum < OWN), silent: of(0, (sum) => sum < TOUCHES) };
}

const writers = new Set(rows.filter(({ tested }) => tested).map(({ by }) => by));
const carried = Object.fromEntries([...writers].map((by) => [by, told(rows.filter((row) => row.by === by), learn(rows.filter((row) => row.by !== by)))]));
const lists = {};
for (const [word, steps] of [...learn(rows)].sort()) (lists[steps] ??= []).push(JSON.stringify(word));
const lines = Object.keys(lists).sort((a, b) => a - b).map((steps) => `  "${steps}": [${lists[steps].join(", ")}]\n`);
console.log(JSON.stringify({ words: `cry_words:\n${lines.join("")}`, carried }));
