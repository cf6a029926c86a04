// Figures of a place: what is counted elsewhere is no answer.
import { content } from "./query.js";

// The passages that count something, by each place where they do.
export function placesOf(passages, stops) {
  const counted = passages.filter(({ places }) => places), found = new Map();
  for (const one of counted) for (const place of one.places) {
    const name = content(place, stops).join(" ");
    found.set(name, (found.get(name) ?? new Set()).add(one));
  }
  return { counted, found };
}

// Who asks how much there is of something in a place is not answered by what is counted elsewhere. Gives whether a passage may answer.
export function inPlace(ideas, { counted, found }, counting) {
  const place = counting && ideas.flatMap(({ ways }) => ways.map(([text]) => text)).find((text) => found.has(text));
  const elsewhere = new Set(place ? counted.filter((one) => !found.get(place).has(one)) : []);
  return (passage) => !elsewhere.has(passage);
}
