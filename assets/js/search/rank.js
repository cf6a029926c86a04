// One ranked list from the hits per idea. A page that has all ideas comes before one that has a part of them: what
// counts is how well each idea is hit, times the share of ideas that are hit.

const SHARE = 0.5;     // how heavily a missing idea weighs
const TOGETHER = 0.4; // how much the best passage counts beside its page
const ASKED = 0.5, SAME = 3, FEW = 0.35; // of the best page's score what people ask counts when the query is the same, less by this power; and so
                                         // much for a few phrases that are near together
const FAINT = 0.01;   // of the best score: less is chance
const FIRST = 3;      // pages at the top
export const PASSAGES = 3; // of a page, at most
const NEAR = 0.5, RECORD = 0.3; // of the best passage's score, of a record its words: less is not shown
// Which passage of a page comes first: beside its words, as the best of them has them, a few phrases that people ask it by, and how
// likely its wording is (a logistic regression on the tuning lists and on what people ask, each without phrases like it).
const FEW_PASSAGE = 0.5, WORDED = 0.07, UNLIKELY = -3;

// hits: per idea a list of [weight, {pages, passages}], each a map to scores. factor: page → number. asked, few: see asked.js;
// wording: see wording.js. gain: page → how much of the best page's score it has besides. answers: whether a passage may.
// Gives pages with their score, their best passages and `missed`, the number of ideas that the page does not have.
export function rank(hits, factor, { asked: all, few, wording } = { asked: new Map(), few: new Map(), wording: new Map() }, gain = () => 0, answers = () => true) {
  const passages = gather(hits, "passages"), pages = without(gather(hits, "pages"), passages, answers);
  const asked = new Map([...all].filter(([passage]) => answers(passage)));
  for (const { page } of asked.keys()) if (!pages.has(page)) pages.set(page, hits.map(() => 0));
  const best = hits.map((_, i) => Math.max(0, ...[...pages.values()].map((scores) => scores[i])));
  const list = [...pages].map(([page, scores]) => {
    const hit = scores.filter((score, i) => score > best[i] * FAINT).length;
    const chosen = choose(page, passages, { asked, few, wording });
    const share = (hit / hits.length) ** SHARE;
    const score = factor(page) * (sum(scores) + TOGETHER * (chosen[0]?.score ?? 0)) * share;
    return { page, score, scores, missed: hits.length - hit, passages: chosen.map(({ passage }) => passage) };
  });
  const top = Math.max(...list.map(({ score }) => score)) || 1;
  for (const one of list) {
    const near = Math.max(0, ...one.page.passages.map((passage) => asked.get(passage) ?? 0));
    one.score += top * (ASKED * near ** SAME + FEW * (few.get(one.page) ?? 0) + gain(one.page));
  }
  list.sort((a, b) => b.score - a.score || (a.page.id < b.page.id ? -1 : 1));
  return list.filter(({ score }) => score > list[0].score * FAINT);
}

// A page with passages that do not answer counts by those that do.
function without(pages, passages, answers) {
  for (const [page, scores] of pages) {
    if (page.passages.every(answers)) continue;
    const others = page.passages.filter((one) => answers(one) && passages.has(one)).map((one) => passages.get(one));
    pages.set(page, scores.map((_, i) => Math.max(0, ...others.map((each) => each[i]))));
    for (const one of page.passages) if (!answers(one)) passages.delete(one);
  }
  return pages;
}

// How much of what was typed the first pages of the list have, from 0 to 1: each idea by its best score on one of them beside
// its best score anywhere; one that nothing has weighs as much as the rarest word.
export function covered(list, hits, rarest) {
  const best = hits.map((_, i) => Math.max(0, ...list.map(({ scores }) => scores[i])));
  const all = sum(best.map((score) => score || rarest));
  return Math.max(0, ...list.slice(0, FIRST).map(({ scores }) => sum(scores) / all));
}

// Of the ways to find an idea only the best one counts.
function gather(hits, what) {
  const found = new Map();
  hits.forEach((ways, i) => {
    for (const [weight, way] of ways) {
      for (const [one, score] of way[what]) {
        if (!found.has(one)) found.set(one, hits.map(() => 0));
        const scores = found.get(one);
        scores[i] = Math.max(scores[i], weight * score);
      }
    }
  });
  return found;
}

// The passages of a page that come near its best one.
function choose(page, passages, { asked, few, wording }) {
  const found = page.passages.filter((passage) => passages.has(passage) || asked.has(passage))
    .map((passage) => ({ passage, text: passages.has(passage) ? together(passages.get(passage)) : 0 }));
  const most = Math.max(...found.map(({ text }) => text)) || 1;
  for (const one of found) {
    const likely = Math.max(UNLIKELY, wording.get(one.passage) ?? 0);
    one.score = one.text + most * (FEW_PASSAGE * (few.get(one.passage) ?? 0) + WORDED * likely);
  }
  found.sort((a, b) => b.score - a.score);
  const near = ({ passage, score, text }) => // few records have phrases
    (passage.kind && text >= most * RECORD) || ((!passage.kind || asked.has(passage)) && score >= found[0].score * NEAR);
  return found.filter(near).slice(0, PASSAGES);
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const together = (scores) => sum(scores) * scores.filter((score) => score > 0).length / scores.length;

// What is called exactly as was typed comes first, whatever its score, with its beginning when no passage was found.
export function first(named, list) {
  const front = [...new Set(named)].map((page) => ({ ...list.find((one) => one.page === page) ?? { page, score: 0, passages: page.passages.slice(0, 1) }, missed: 0 }));
  return [...front, ...list.filter(({ page }) => !named.includes(page))];
}

// What has to be seen is among the first pages, in the last place of them if it would come further down.
export function amongFirst(seen, list) {
  const late = seen.filter((page) => !list.slice(0, FIRST).some((one) => one.page === page));
  const [moved, others] = [first(late, list).slice(0, late.length), list.filter(({ page }) => !late.includes(page))];
  return [...others.slice(0, FIRST - late.length), ...moved, ...others.slice(FIRST - late.length)];
}
