// A cry for help among what is typed. How much each word says of one is in the lexicon (cry_words), in halves of a logarithm of the odds.
import { plain } from "./query.js";

// Where the odds begin, from where they tell of a cry, and from where they may: chosen so that cries and questions of a stranger of which
// nothing was learnt are told rightly (docs/search.md).
export const BEGIN = -6, OWN = 1, TOUCHES = -3;
// From here on, and where no more was typed than this, nothing but help is looked for; else somebody who works with the young may ask.
const SURE = 12, SHORT = 4;

const BETWEEN = 3; // at most so many words stand amid a phrase

// "own" where somebody cries; "other" where it may be so, where it is about somebody close, or a word stands there that always asks for help;
// "" for neither.
export function cryIn(text, { cry, listed, stem }) {
  const typed = plain(text).map(stem);
  const odds = oddsOf(typed, cry);
  const word = typed.length === 1; // it says too little, but for a few
  if (word ? holds(typed, listed.alone) : odds >= OWN) return holds(typed, listed.close) ? "other" : "own";
  return (!word && odds >= TOUCHES) || holds(typed, listed.crisis) ? "other" : "";
}

// Whether one's own cry is so sure that the pages of help are what was looked for.
export function isSure(text, { cry, stem }) {
  const typed = plain(text).map(stem);
  return typed.length <= SHORT || oddsOf(typed, cry) >= SURE;
}

const oddsOf = (typed, cry) => [...new Set(typed)].reduce((sum, word) => sum + (cry.get(word) ?? 0), BEGIN);

// Whether somebody asks for what the site is not about.
export const isOutside = (text, lexicon) => holds(plain(text).map(lexicon.stem), lexicon.listed.outside);

// Whether an everyday word of another subject is among what was typed.
export const isElsewhere = (text, lexicon) => holds(plain(text).map(lexicon.stem), lexicon.listed.elsewhere);

const holds = (typed, phrases) => phrases.some(([head, ...rest]) => typed.some((word, i) => word === head && follows(typed, i + 1, rest)));

function follows(typed, from, [next, ...rest]) {
  if (next === undefined) return true;
  const at = typed.indexOf(next, from);
  return at >= 0 && at - from <= BETWEEN && follows(typed, at + 1, rest);
}
