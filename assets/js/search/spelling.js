// Mending a word by the words that the site itself uses.

const LONG = 7, VERY_LONG = 10;

// Short words have too many neighbours to guess; long ones may hold two slips.
const slips = (word) => (word.length < 4 ? 0 : word.length <= LONG ? 1 : 2);

// Damerau–Levenshtein: letters left out, added, changed, or two that swapped places. Gives limit + 1 when there are more.
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [], last = [], row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
  }
  return row[b.length];
}

// The nearest word of the vocabulary that begins with the same letter, "" when none is near: people seldom miss that one. Of
// equals the more common.
export function mend(word, vocabulary) {
  const limit = slips(word);
  let best = "", least = [limit + 1];
  if (!limit || /\d/.test(word)) return best;
  for (const [candidate, common] of vocabulary) {
    if (candidate[0] !== word[0]) continue;
    const d = distance(word, candidate, limit);
    if (d > limit || changed(word, candidate, d) || (d > 1 && !kept(word, candidate))) continue;
    if (before([d, -common], least)) [best, least] = [candidate, [d, -common]];
  }
  return best;
}

const LEAST = 5; // letters of a sound: shorter words sound alike by chance

// The word of the vocabulary that sounds the same, or in a long word nearly so, "" when none does: who writes by ear slips further than
// a few letters. sound: see lexicon.js. Of equals the more common.
export function heard(word, vocabulary, sound) {
  const typed = sound(word), limit = typed.length > LONG ? 1 : 0;
  let best = "", least = [limit + 1];
  if (typed.length < LEAST || /\d/.test(word)) return best;
  for (const [candidate, common] of vocabulary) {
    const said = sound(candidate);
    if (said[0] !== typed[0]) continue;
    const d = distance(typed, said, limit);
    if (d <= limit && before([d, -common], least)) [best, least] = [candidate, [d, -common]];
  }
  return best;
}

// Letters that were changed and not lost, added or swapped make another word, but for a few in a long word.
function changed(word, candidate, d) {
  const differ = [...word].filter((letter, i) => letter !== candidate[i]).length;
  return word.length === candidate.length && differ === d && d > (word.length < LONG ? 0 : word.length < VERY_LONG ? 1 : 2);
}

// Of two slips none may put a letter in the place of another: that makes another word (insulation, isolation), unless it sounds the same.
function kept(word, candidate) {
  const rest = [...(word.length < candidate.length ? candidate : word)];
  return [...(word.length < candidate.length ? word : candidate)].every((letter) => {
    const at = rest.indexOf(letter);
    return at >= 0 && rest.splice(at, 1);
  });
}

function before(a, b) {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i >= 0 && (b[i] === undefined || a[i] < b[i]);
}
