// The search page: query and filters live in the address, results below, the other language last.
import { search, load } from "./engine.js";
import { el, excerpt } from "./excerpt.js";
import { notice } from "./notice.js";

const STEP = 10;

export function searchPage(page, form) {
  const input = form.querySelector("input[type=search]");
  const filters = page.querySelector("[data-search-filters]");
  const boxes = [...filters.querySelectorAll("input")];
  const count = page.querySelector("[data-search-count]");
  const remarks = page.querySelector("[data-search-notice]");
  const other = page.querySelector("[data-search-other]");
  const empty = page.querySelector("[data-search-empty]");
  const lists = Object.fromEntries(["own", "other"].map((key) => [key, page.querySelector(`[data-search-results=${key}]`)]));
  const text = form.dataset;
  const start = count.textContent;
  const crisis = page.dataset.helpWords && new RegExp(`(?<![\\p{L}\\p{N}_])(?:${page.dataset.helpWords})(?![\\p{L}\\p{N}_])`, "iu");
  const help = page.querySelector("template[data-help-line]");
  let turn = 0, timer;

  function read() {
    const params = new URLSearchParams(location.search);
    input.value = params.get("q") ?? "";
    for (const box of boxes) box.checked = params.getAll(box.name).includes(box.value);
  }

  function write() {
    const params = new URLSearchParams(new FormData(filters));
    const query = input.value.trim();
    if (query) params.set("q", query);
    history.replaceState(null, "", params.size ? `?${params}` : location.pathname);
  }

  function chosen() {
    const groups = {};
    for (const box of boxes.filter((box) => box.checked)) (groups[box.name] ??= []).push(box.value);
    return groups;
  }

  function result(data, lang) {
    const link = el("a", "nl-link result__link", data.meta.title);
    link.href = data.url;
    const item = el("li", "result", el("h2", "result__title", link),
      el("p", "result__section", data.meta.section ?? ""), el("p", "result__text", excerpt(data.excerpt)));
    if (lang) item.lang = lang;
    if (crisis && crisis.test(item.textContent)) item.append(help.content.cloneNode(true));
    return item;
  }

  async function fill(list, results, lang, from = 0) {
    const items = (await load(results, from, from + STEP)).map((data) => result(data, lang));
    return () => {
      if (from === 0) list.replaceChildren();
      list.append(...items);
      list.parentElement.querySelector(`[data-more-of="${list.dataset.searchResults}"]`)?.remove();
      if (results.length > from + STEP) list.after(more(list, results, lang, from + STEP));
      if (from) items[0].querySelector("a").focus();
    };
  }

  function more(list, results, lang, from) {
    const button = el("button", "button", page.dataset.textMore);
    button.type = "button";
    button.dataset.moreOf = list.dataset.searchResults;
    button.addEventListener("click", async () => (await fill(list, results, lang, from))());
    return button;
  }

  function counts(found) {
    for (const box of boxes) {
      const n = found.counts[box.name]?.[box.value];
      box.closest("label").querySelector("[data-count]").textContent = n === undefined ? "" : `(${n})`;
    }
  }

  function tell(found, query) {
    const own = found.own.length, theirs = found.other.length;
    const first = own === 0 ? `${text.textNone} “${query}”` : own === 1 ? text.textOne : text.textMany.replace("{n}", own);
    count.textContent = theirs ? `${first}, ${theirs} ${text.textOtherCount}` : first;
    remarks.replaceChildren(...notice(found, text, (meant) => `?q=${encodeURIComponent(meant)}`));
    remarks.hidden = !remarks.hasChildNodes();
    other.hidden = theirs === 0;
    empty.hidden = own > 0;
  }

  async function run() {
    const mine = ++turn;
    const query = input.value.trim();
    write();
    if (!query) {
      for (const list of Object.values(lists)) list.replaceChildren();
      other.hidden = empty.hidden = remarks.hidden = true;
      count.textContent = start;
      return;
    }
    count.textContent = `${text.textBusy}…`;
    try {
      const found = await search(form, query, chosen());
      const draw = await Promise.all([fill(lists.own, found.own), fill(lists.other, found.other, text.otherLang)]);
      if (mine !== turn) return;
      draw.forEach((apply) => apply());
      counts(found);
      tell(found, query);
    } catch {
      if (mine === turn) { count.textContent = text.textFailed; empty.hidden = false; }
    }
  }

  page.querySelector("[data-search-ready]").hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, 250); });
  filters.addEventListener("change", run);
  addEventListener("popstate", () => { read(); run(); });
  read();
  if (input.value) run();
}
