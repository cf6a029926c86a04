// Copies a reference, and says so, in the button too. Without this script there is no button, and text to select.
import { say } from "./said.js";

for (const button of document.querySelectorAll("[data-copy]")) {
  const text = button.closest("[data-copied]").querySelector("cite").textContent.trim().replace(/\s+/g, " ");
  const was = button.textContent;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => navigator.clipboard.writeText(text).then(() => {
    button.textContent = button.dataset.textCopied;
    button.addEventListener("blur", () => { button.textContent = was; }, { once: true });
    say(button.dataset.textCopied);
  }, () => {}));
}
