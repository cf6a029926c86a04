// Says what a press has done to who cannot see it.
const status = document.querySelector("[data-said]");
export const { textCopied } = status.dataset;

export function say(text) {
  status.textContent = "";
  requestAnimationFrame(() => { status.textContent = text; }); // the same words again are news
}
