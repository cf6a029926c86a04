// What to look for: each word of the query becomes an idea, with all that says the same in other words.
import { parts, sections } from "./query.js";
import { heard, mend } from "./spelling.js";
import { beginning, containing, split } from "./compounds.js";

// How much a hit on another word counts beside a hit on the typed word itself.
export const FAMILY = 0.7;
const COMPOUND = 0.3;
const COMPOUNDS = 6; // at most so many words that hold the typed one
const LONGER = 3;    // and so many that begin with it, when it is no word itself

// lexicon: what is known of the language, with the vocabulary of its index; indexed tells whether the index has a word or
// a phrase in some form; typing: the last word may not be whole yet.
export function plan(query, lexicon, indexed, typing = true) {
  const ideas = [], meant = [], mended = new Map();
  const texts = parts(query, lexicon);
  for (const [i, text] of texts.entries()) {
    const found = understand(text, lexicon, { indexed, last: typing && i === texts.length - 1 });
    ideas.push(...found.ideas);
    meant.push(found.meant ?? text);
    if (found.meant) mended.set(text, found.meant);
  }
  return { ideas, meant: mended.size ? meant.join(" ") : "", mended, sections: sections(query, lexicon.asks) };
}

function understand(text, lexicon, { indexed, last }) {
  const { vocabulary, families, stops } = lexicon;
  const known = (word) => vocabulary.has(word) || families.has(word) || indexed(word);
  const whole = text.split(" ").every((word) => stops.has(word)) ? [] : [text.replaceAll(" ", "")]; // naakt foto, but "take away" is no takeaway
  const forms = [text.replace(/'s?$/, ""), ...whole].filter(known); // foto's
  const apart = lexicon.joined.get(text); // simswap
  if (apart && !known(text)) return { ideas: [idea([text, apart], lexicon)] };
  if (forms.length || known(text)) return { ideas: [idea([text, ...forms], lexicon)] };
  const everyday = lexicon.everyday.has(text), better = everyday ? "" : mend(text, vocabulary);
  const longer = last ? beginning(text, lexicon) : []; // somebody may still be typing
  if (longer.length) return { ideas: [idea([text, ...longer.slice(0, LONGER)], lexicon, better)] };
  const exact = (word) => vocabulary.has(word) || families.has(word); // before another form of it: kinder, not kinderr
  const alike = better && lexicon.sound(better) === lexicon.sound(text); // zelvmoord, before zelv and moord
  const parts = (alike ? [exact] : [exact, known]).map((knows) => split(text, knows, lexicon.links)).find((found) => found.length) ?? [];
  if (parts.length) return { ideas: parts.map((part) => idea([part], lexicon)) };
  const word = better || (everyday ? "" : heard(text, vocabulary, lexicon.sound));
  if (!word) return { ideas: [idea([text], lexicon)] };
  return { ideas: [idea([word], lexicon)], meant: word };
}

// An idea is its typed word and the ways to find it, each with its weight. maybe: what may be meant instead.
function idea(typed, lexicon, maybe = "") {
  const ways = new Map(typed.map((word) => [word, 1]));
  const add = (words, weight) => words.forEach((word) => ways.has(word) || ways.set(word, weight));
  if (maybe) add([maybe], FAMILY);
  for (const word of typed) add(lexicon.families.get(word) ?? [], FAMILY);
  for (const word of typed) add(lexicon.parts.get(word) ?? [], COMPOUND);
  for (const word of typed) add(containing(word, lexicon).slice(0, COMPOUNDS), COMPOUND);
  return { word: typed[0], ways: [...ways] };
}
