// A cry for help among what is typed. The words are in the lexicon.
import { plain } from "./query.js";

const BETWEEN = 3; // at most so many words stand amid a phrase; none in one by which somebody suffers

// How likely wording is (wording.js) that speaks as those do who want the page for who cries: by itself, and where another is spoken of.
const VOICE = 5, LOUD = 10;

// "own" of who types: despair, or coercion in the first person; not where somebody else is spoken of or something is asked about it (for a
// word, for a lesson), unless it says that it is done to who types. "other" of despair of somebody else, or what somebody saw done to one,
// or in a voice like that of those who want the page for who cries, or when words stand there that always ask for help; "" for neither.
export function cryIn(text, { cries, stem }, voice = 0) {
  const typed = plain(text).map(stem);
  const any = (kind, between) => holds(typed, cries[kind], between);
  const self = any("self"), despair = any("despair"), seen = any("bystander");
  const mine = any("suffers", 0) || !(any("role") || any("about"));
  if (!seen && mine && (despair || (self && any("coercion")))) return "own";
  return despair || seen || any("crisis") || (self && voice >= (mine ? VOICE : LOUD)) ? "other" : "";
}

// Whether somebody asks for what the site is not about.
export const isOutside = (text, lexicon) => holds(plain(text).map(lexicon.stem), lexicon.cries.outside);

// Whether an everyday word of another subject is among what was typed.
export const isElsewhere = (text, lexicon) => holds(plain(text).map(lexicon.stem), lexicon.cries.elsewhere);

const holds = (typed, phrases, between = BETWEEN) => (phrases ?? []).some((phrase) => within(typed, phrase, between));

function within(typed, [head, ...rest], between) {
  return typed.some((word, i) => word === head && follows(typed, i + 1, rest, between));
}

function follows(typed, from, [next, ...rest], between) {
  if (next === undefined) return true;
  const at = typed.indexOf(next, from);
  return at >= 0 && at - from <= between && follows(typed, at + 1, rest, between);
}
