// One ranked list from the hits per idea. A page that has all ideas comes before one that has a part of them: what
// counts is how well each idea is hit, times the share of ideas that are hit.

const SHARE = 1;     // how heavily a missing idea weighs
const FAINT = 0.01;  // of the best score: less is chance

// hits: per idea a list of [weight, results], of which each result has an id and a score. factor: id → number.
// Gives the results with their score and `missed`, the number of ideas that the page does not have.
export function rank(hits, factor) {
  const pages = gather(hits);
  const best = hits.map((_, i) => Math.max(0, ...pages.map((page) => page.scores[i])));
  const list = pages.map(({ result, scores }) => {
    const hit = scores.filter((score, i) => score > best[i] * FAINT).length;
    const score = factor(result.id) * scores.reduce((a, b) => a + b, 0) * (hit / hits.length) ** SHARE;
    return { ...result, score, missed: hits.length - hit };
  });
  list.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return list.filter((page) => page.score > list[0].score * FAINT);
}

// Of the ways to find an idea only the best one counts.
function gather(hits) {
  const pages = new Map();
  hits.forEach((ways, i) => {
    for (const [weight, results] of ways) {
      for (const result of results) {
        if (!pages.has(result.id)) pages.set(result.id, { result, scores: hits.map(() => 0) });
        const { scores } = pages.get(result.id);
        scores[i] = Math.max(scores[i], weight * result.score);
      }
    }
  });
  return [...pages.values()];
}

// What is called exactly as was typed comes first, whatever its score.
export function first(named, list) {
  const ids = new Set(named.map((page) => page.id));
  const front = [...ids].map((id) => ({ ...list.find((page) => page.id === id) ?? named.find((page) => page.id === id), missed: 0 }));
  return [...front, ...list.filter((page) => !ids.has(page.id))];
}
