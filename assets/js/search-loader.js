// Nothing of the search is loaded until a reader reaches for it: a search field gets focus.
const forms = document.querySelectorAll("[data-search]");

async function load(form) {
  if (form.dataset.loaded) return;
  form.dataset.loaded = "yes";
  const { combobox } = await import(form.dataset.module);
  combobox(form);
}

for (const form of forms) form.addEventListener("focusin", () => load(form));

const page = document.querySelector("[data-search-page]");
if (page) {
  import(forms[0].dataset.module).then(({ searchPage }) => searchPage(page, forms[0]));
}
