// The link at a heading copies its address, and says so. It still leads there: without this script it does only that.
const status = document.querySelector("[data-heading-status]");
const sign = "✓";
let copied, was;

function tell(link) {
  if (copied) copied.textContent = was;
  copied = link;
  was = link.textContent;
  link.textContent = sign;
  status.textContent = "";
  requestAnimationFrame(() => { status.textContent = status.dataset.textCopied; }); // the same words again are news
}

for (const link of document.querySelectorAll("[data-heading-link]")) {
  link.addEventListener("click", () => navigator.clipboard?.writeText(link.href).then(() => tell(link), () => {}));
}
