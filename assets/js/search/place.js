// Back and reload lead to where the reader was: how many results were shown, and how far down.
export function remember(shown) {
  history.replaceState({ shown, top: scrollY }, "");
}

export function remembered() {
  return { shown: 0, top: 0, ...history.state };
}

export function back(top) {
  if (top) scrollTo({ top, behavior: "instant" });
}
