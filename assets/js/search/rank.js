// One ranked list from the hits per idea. A page that has all ideas comes before one that has a part of them: what
// counts is how well each idea is hit, times the share of ideas that are hit.

const SHARE = 0.5;     // how heavily a missing idea weighs
const TOGETHER = 0.4; // how much the best passage counts beside its page
const FAINT = 0.01;   // of the best score: less is chance
const PASSAGES = 3;   // of a page, at most
const NEAR = 0.6;     // of the best passage's score: less is not shown

// hits: per idea a list of [weight, {pages, passages}], each a map to scores. factor: page → number.
// Gives pages with their score, their best passages and `missed`, the number of ideas that the page does not have.
export function rank(hits, factor) {
  const pages = gather(hits, "pages"), passages = gather(hits, "passages");
  const best = hits.map((_, i) => Math.max(0, ...[...pages.values()].map((scores) => scores[i])));
  const list = [...pages].map(([page, scores]) => {
    const hit = scores.filter((score, i) => score > best[i] * FAINT).length;
    const chosen = choose(page, passages);
    const share = (hit / hits.length) ** SHARE;
    const score = factor(page) * (sum(scores) + TOGETHER * (chosen[0]?.score ?? 0)) * share;
    return { page, score, missed: hits.length - hit, passages: chosen.map(({ passage }) => passage) };
  });
  list.sort((a, b) => b.score - a.score || (a.page.id < b.page.id ? -1 : 1));
  return list.filter(({ score }) => score > list[0].score * FAINT);
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
function choose(page, passages) {
  const scored = page.passages.filter((passage) => passages.has(passage))
    .map((passage) => ({ passage, score: together(passages.get(passage)) }))
    .sort((a, b) => b.score - a.score);
  return scored.filter(({ score }) => score >= scored[0].score * NEAR).slice(0, PASSAGES);
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const together = (scores) => sum(scores) * scores.filter((score) => score > 0).length / scores.length;

// What is called exactly as was typed comes first, whatever its score, with its beginning when no passage was found.
export function first(named, list) {
  const front = [...new Set(named)].map((page) => ({ ...list.find((one) => one.page === page) ?? { page, score: 0, passages: page.passages.slice(0, 1) }, missed: 0 }));
  return [...front, ...list.filter(({ page }) => !named.includes(page))];
}
