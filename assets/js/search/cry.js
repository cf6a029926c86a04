// A cry for help among what is typed. The words are in the lexicon.
import { words } from "./query.js";

const BETWEEN = 3; // at most so many words stand amid a phrase

// "own" of who types: despair, or coercion in the first person, and nobody else is spoken of; "other" of despair of somebody
// else, or what somebody saw done to one, or when words stand there that always ask for help; "" for neither.
export function cryIn(text, { cries, stem }) {
  const typed = words(text).map(stem);
  const any = (kind) => holds(typed, cries[kind]);
  const despair = any("despair"), seen = any("bystander");
  if (!seen && !any("role") && (despair || (any("self") && any("coercion")))) return "own";
  return despair || seen || any("crisis") ? "other" : "";
}

// Whether somebody asks for what the site is not about.
export const isOutside = (text, lexicon) => holds(words(text).map(lexicon.stem), lexicon.cries.outside);

// Whether an everyday word of another subject is among what was typed.
export const isElsewhere = (text, lexicon) => holds(words(text).map(lexicon.stem), lexicon.cries.elsewhere);

const holds = (typed, phrases) => (phrases ?? []).some((phrase) => within(typed, phrase));

function within(typed, [head, ...rest]) {
  return typed.some((word, i) => word === head && follows(typed, i + 1, rest));
}

function follows(typed, from, [next, ...rest]) {
  if (next === undefined) return true;
  const at = typed.indexOf(next, from);
  return at >= 0 && at - from <= BETWEEN && follows(typed, at + 1, rest);
}
