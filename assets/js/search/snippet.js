// What a result shows of a passage: from the start of the sentence that holds most of what was asked.
import { words } from "./query.js";

const LONG = 220; // letters, or the first sentence
const ENDS = 4;   // words at either end of a sentence tell browsers which one it is
// Two of these are around what is in a text and not on its page (nothing, where the page has more): tools/internal/search/page.go.
const SEAM = "\u2063";

export const plain = (text) => text.replaceAll(SEAM, "");

export function sentences(text) {
  return text.split(/\n|(?<=[.!?…]['’”)]?)\s+(?=[\p{Lu}\p{N}'‘“(])/u).map((line) => line.trim()).filter(Boolean);
}

// stems: per idea the stems that show it; whole: the passage answers as it is, from its beginning. Gives the snippet's text, its
// sentences as they are in the passage, and what stands above them there.
export function snippet(text, stems, stem, whole = false) {
  const all = sentences(text);
  if (!all.length) return { text: "", lines: [], above: "" };
  const worth = whole ? [0] : all.map((sentence) => {
    const found = new Set(words(sentence).map(stem));
    return stems.filter((idea) => [...idea].some((one) => found.has(one))).length;
  });
  const from = worth.indexOf(Math.max(...worth));
  let to = from + 1, length = all[from].length;
  while (to < all.length && length + all[to].length < LONG) length += all[to++].length;
  const lines = all.slice(from, to);
  return { text: plain(lines.reduce(joined)) + (to < all.length ? " …" : ""), lines, above: all.slice(0, from).join("\n") };
}

// Items of a list and rows of a table end without a mark of their own.
const joined = (text, line) => text + (/[\p{L}\p{N})%]$/u.test(text) ? "; " : " ") + line;

// The text as a list of [piece, marked]: words that show an idea are marked.
export function marked(text, stems, stem) {
  const pieces = text.split(/([\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*)/u);
  const shows = (piece) => words(piece).some((word) => stems.some((idea) => idea.has(stem(word))));
  return pieces.map((piece, i) => [piece, i % 2 === 1 && shows(piece)]).filter(([piece]) => piece);
}

// The address of a passage, at those of the lines that can be told from what is above it: browsers that know text fragments mark
// them all and scroll to the first. Of each they take the first place that fits. Not in a record, which is short and may stand in a drawing too.
export function address(page, passage, lines = [], above = []) {
  const spot = passage?.id ? `#${passage.id}` : "", before = above.map(plain).join("\n").toLowerCase();
  const fits = (start) => !before.includes(start.join(" ").toLowerCase());
  const places = (passage?.kind ? [] : lines).map((line) => place(runs(line), fits)).filter((ends) => ends.length);
  return page.url + (places.length ? `${spot || "#"}:~:${places.map((ends) => `text=${ends.map(encode).join(",")}`).join("&")}` : spot);
}

// The pieces of a line that the page has as they are, each as its words: a browser finds no other.
const runs = (line) => line.split(SEAM).filter((_, i) => i % 2 === 0)
  .map((piece) => piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").split(/\s+/)).filter(([word]) => word);

// How the pieces begin and end, from the first of which a few words fit nowhere above; or one piece, when it is short.
function place(pieces, fits) {
  for (const [i, piece] of pieces.entries()) {
    let n = ENDS;
    while (n < piece.length && !fits(piece.slice(0, n))) n++;
    if (n > piece.length || !fits(piece.slice(0, n))) continue;
    const last = pieces.at(-1);
    return i === pieces.length - 1 && piece.length <= n + ENDS ? [piece] : [piece.slice(0, n), last.slice(-ENDS)];
  }
  return [];
}

const encode = (list) => encodeURIComponent(list.join(" ")).replaceAll("-", "%2D");
