// The filter of the glossary: shows the terms that hold every word typed, in their entry or among the words that the
// entry carries. Only that page loads it; without it every term shows.
const box = document.querySelector("[data-filter-box]");
const input = box.querySelector("input");
const count = document.querySelector("[data-filter-count]");
const none = document.querySelector("[data-filter-none]");
const search = none.querySelector("a");
const groups = [...document.querySelectorAll("[data-filter-group]")];
const rest = document.querySelectorAll("[data-filter-rest]");
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const items = [...document.querySelectorAll("[data-filter]")].map((node) => ({
  node,
  text: plain(`${node.textContent} ${node.dataset.filter}`),
}));
const all = count.textContent;
const target = search.href;

function said(n) {
  const { textNone, textOne, textMany } = count.dataset;
  return [textNone, textOne][n] ?? textMany.replace("{n}", n);
}

function filter() {
  const words = plain(input.value).split(/\s+/).filter(Boolean);
  let n = 0;
  for (const { node, text } of items) {
    node.hidden = !words.every((word) => text.includes(word));
    if (!node.hidden) n++;
  }
  for (const group of groups) group.hidden = !group.querySelector("[data-filter]:not([hidden])");
  for (const part of rest) part.hidden = words.length > 0;
  count.textContent = words.length === 0 ? all : said(n);
  none.hidden = n > 0;
  search.href = `${target}?q=${encodeURIComponent(input.value.trim())}`;
}

box.hidden = false;
input.addEventListener("input", filter);
input.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  input.value = "";
  filter();
});
filter(); // what the browser kept from an earlier visit
