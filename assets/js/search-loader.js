// Nothing of the search is loaded until a reader reaches for it: a search field gets focus, or `/` is pressed.
const forms = document.querySelectorAll("[data-search]");

async function load(form) {
  if (form.dataset.loaded) return;
  form.dataset.loaded = "yes";
  const { combobox } = await import(form.dataset.module);
  combobox(form);
}

function typing(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

for (const form of forms) form.addEventListener("focusin", () => load(form));

document.addEventListener("keydown", (event) => {
  const plain = !(event.ctrlKey || event.metaKey || event.altKey);
  const input = document.querySelector("[data-search] input");
  if (event.key !== "/" || !plain || !input || typing(event.target)) return;
  event.preventDefault();
  input.focus();
});

const page = document.querySelector("[data-search-page]");
if (page) {
  import(forms[0].dataset.module).then(({ searchPage }) => searchPage(page, forms[0]));
}
