// What people type who look for a passage, as its editors wrote it down: a query that is nearly one of these phrases is
// answered there, whatever words the passage itself has.
import { words } from "./query.js";

// lines: passage → what it is asked by, or called, as lists of words; stops count in none of it.
export function unpackAsked(passages, stem, stops, lines = (passage) => passage.asked) {
  const phrases = [], having = new Map();
  for (const passage of passages) {
    for (const line of lines(passage)) {
      const phrase = { passage, stems: new Set(line.filter((word) => !stops.has(word)).map(stem)) };
      phrases.push(phrase);
      for (const one of phrase.stems) {
        if (!having.has(one)) having.set(one, []);
        having.get(one).push(phrase);
      }
    }
  }
  return { phrases, having };
}

// The phrases that hold all these stems.
const holding = ({ having }, stems) => (having.get(stems[0]) ?? []).filter((phrase) => stems.every((one) => phrase.stems.has(one)));

export const isAsked = (asked, stems) => holding(asked, stems).length > 0;

const FEW = 3; // phrases of a page, or of a passage, that count together

// passages: passage → how near the query is to the nearest of its phrases: 1 is the same. That is the harmonic mean of how much
// of the query stands in the phrase and how much of the phrase in the query, each word by how rare it is. few: page or passage →
// how near a few of its phrases are together.
export function nearest(ideas, asked, stem) {
  const { phrases, having } = asked;
  const weight = (one) => Math.log(1 + phrases.length / (1 + (having.get(one)?.length ?? 0)));
  const found = new Map();
  const sought = ideas.map(({ word, ways }) => {
    const worth = Math.max(...words(word).map((one) => weight(stem(one))));
    for (const [text, share] of ways) {
      const stems = words(text).map(stem);
      for (const phrase of holding(asked, stems)) {
        if (!found.has(phrase)) found.set(phrase, { gains: new Map(), stems: new Set() });
        const { gains, stems: hit } = found.get(phrase);
        gains.set(word, Math.max(gains.get(word) ?? 0, share * worth));
        stems.forEach((one) => hit.add(one));
      }
    }
    return worth;
  });
  const passages = new Map(), each = new Map();
  for (const [phrase, { gains, stems }] of found) {
    const recall = sum(gains.values()) / sum(sought), precision = sum([...stems].map(weight)) / sum([...phrase.stems].map(weight));
    const near = (2 * recall * precision) / (recall + precision);
    passages.set(phrase.passage, Math.max(passages.get(phrase.passage) ?? 0, near));
    for (const one of [phrase.passage, phrase.passage.page]) each.set(one, [...(each.get(one) ?? []), near ** 2]);
  }
  const together = (list) => sum(list.sort((a, b) => b - a).slice(0, FEW));
  return { passages, few: new Map([...each].map(([one, list]) => [one, together(list)])) };
}

const sum = (numbers) => [...numbers].reduce((a, b) => a + b, 0);
