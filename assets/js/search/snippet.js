// What a result shows of a passage: from the start of the sentence that holds most of what was asked.
import { words } from "./query.js";

const LONG = 220; // letters, or the first sentence
const ENDS = 4;   // words at either end of a sentence tell browsers which one it is
const CLOSE = 200; // letters between a heading and a sentence that a telephone shows together, when the sentence is in the middle

export function sentences(text) {
  return text.split(/\n|(?<=[.!?…]['’”)]?)\s+(?=[\p{Lu}\p{N}'‘“(])/u).map((line) => line.trim()).filter(Boolean);
}

// stems: per idea the stems that show it; whole: the passage answers as it is, from its beginning. Gives the snippet's text, and
// its first sentence where that is close to the heading: browsers put what an address says in the middle of the screen, and further
// down the heading, which says where one is and in what to do now comes first, would be above it.
export function snippet(text, stems, stem, whole = false) {
  const all = sentences(text);
  if (!all.length) return { text: "", sentence: "" };
  const worth = whole ? [0] : all.map((sentence) => {
    const found = new Set(words(sentence).map(stem));
    return stems.filter((idea) => [...idea].some((one) => found.has(one))).length;
  });
  const from = worth.indexOf(Math.max(...worth));
  let to = from + 1, length = all[from].length;
  while (to < all.length && length + all[to].length < LONG) length += all[to++].length;
  const close = all.slice(0, from).join(" ").length < CLOSE;
  return { text: all.slice(from, to).join(" ") + (to < all.length ? " …" : ""), sentence: close ? all[from] : "" };
}

// The text as a list of [piece, marked]: words that show an idea are marked.
export function marked(text, stems, stem) {
  const pieces = text.split(/([\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*)/u);
  const shows = (piece) => words(piece).some((word) => stems.some((idea) => idea.has(stem(word))));
  return pieces.map((piece, i) => [piece, i % 2 === 1 && shows(piece)]).filter(([piece]) => piece);
}

// The address of a passage, at its sentence: browsers that know text fragments scroll to it and mark it. They take the first
// place that fits, so not where a text before it says the same, or a few words are all; nor in a record, which is short and
// may stand in a drawing too.
export function address(page, passage, sentence, before = []) {
  const spot = passage?.id ? `#${passage.id}` : "";
  const list = (sentence ?? "").replace(/[\s.,:;!?…]+$/u, "").split(/\s+/);
  const ends = (list.length > 2 * ENDS ? [list.slice(0, ENDS), list.slice(-ENDS)] : [list]).map((end) => end.join(" "));
  if (passage?.kind || list.length < ENDS || before.some((text) => text.includes(ends[0]))) return page.url + spot;
  return `${page.url}${spot || "#"}:~:text=${ends.map(encode).join(",")}`;
}

const encode = (text) => encodeURIComponent(text).replaceAll("-", "%2D");
