// The link at a heading copies its address, and says so. It still leads there: without this script it does only that.
import { say, textCopied } from "./said.js";

const sign = "✓";
let copied, was;

function tell(link) {
  if (copied) copied.textContent = was;
  copied = link;
  was = link.textContent;
  link.textContent = sign;
  say(textCopied);
}

for (const link of document.querySelectorAll("[data-heading-link]")) {
  link.addEventListener("click", () => navigator.clipboard?.writeText(link.href).then(() => tell(link), () => {}));
}
