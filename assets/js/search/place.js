// Back and reload lead to where the reader was: how many results were shown, how far down, and which link was followed.
const links = () => [...document.querySelectorAll("[data-search-results] a")];
let followed = -1; // as the page goes nothing has the focus any more

export function remember(shown) {
  history.replaceState({ shown, top: scrollY, followed }, "");
}

export function remembered() {
  return { shown: 0, top: 0, followed: -1, ...history.state };
}

export function back({ top, followed }) {
  if (top) scrollTo({ top, behavior: "instant" });
  focus(followed);
}

// Who has the focus elsewhere by now keeps it.
function focus(n) {
  if (document.activeElement === document.body) links()[n]?.focus({ preventScroll: true });
}

addEventListener("click", ({ target }) => { followed = links().indexOf(target.closest("a")); });
addEventListener("pageshow", () => focus(followed)); // of a page that the browser kept
