// The search page: query and filters live in the address, results below, the other language when asked for or when the
// own has nothing.
import { search } from "./engine.js";
import { count, passes } from "./filters.js";
import { notice } from "./notice.js";
import { List, STEP } from "./list.js";
import { back, remember, remembered } from "./place.js";

const WAIT_MS = 250;

export function searchPage(page, form) {
  const find = (name) => page.querySelector(`[data-search-${name}]`);
  const input = form.querySelector("input[type=search]");
  const filters = find("filters"), boxes = [...filters.querySelectorAll("input")];
  const status = find("count"), remarks = find("notice"), empty = find("empty"), cry = find("cry"), ready = find("ready");
  const own = new List(page, form, "own"), other = new List(page, form, "other"), ask = find("ask");
  const text = form.dataset, start = status.textContent, title = document.title;
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
    history.replaceState(history.state, "", params.size ? `?${params}` : location.pathname);
    document.title = query ? `${query} – ${title}` : title;
  }

  function chosen() {
    const groups = {};
    for (const box of boxes.filter((box) => box.checked)) (groups[box.name] ??= []).push(box.value);
    return groups;
  }

  function tell(found, query) {
    const n = own.total;
    status.textContent = n === 0 ? `${text.textNone} “${query}”.` : n === 1 ? text.textOne : text.textMany.replace("{n}", n);
    remarks.replaceChildren(...notice(found, text, (meant) => `?q=${encodeURIComponent(meant)}`));
    remarks.hidden = !remarks.hasChildNodes();
    cry.hidden = found.cry === "";
    empty.hidden = n > 0 && !found.outside;
    for (const box of boxes) {
      box.closest("label").querySelector("[data-count]").textContent = `(${count(found.pages, chosen(), box.name, box.value)})`;
    }
  }

  function clear() {
    for (const list of [own, other]) list.clear();
    ask.hidden = empty.hidden = remarks.hidden = cry.hidden = true;
    status.textContent = start;
  }

  // The other language is asked when the own has nothing, or when a reader wants it.
  const alone = form.dataset.other === form.dataset.own;
  const abroad = async (query) => alone ? () => other.clear() : other.fill(await search(form, query, true));

  async function run(shown = STEP) {
    const mine = ++turn;
    const query = input.value.trim();
    write();
    if (!query) return clear();
    page.setAttribute("aria-busy", "true");
    try {
      const found = await search(form, query);
      const pages = found.pages.filter((one) => passes(one, chosen()));
      const draw = [await own.fill({ ...found, pages }, shown), pages.length ? () => other.clear() : await abroad(query)];
      if (mine !== turn) return;
      draw.forEach((apply) => apply());
      ask.hidden = alone || pages.length === 0;
      tell(found, query);
    } catch {
      if (mine === turn) { status.textContent = text.textFailed; empty.hidden = false; }
    }
    if (mine !== turn) return;
    ready.hidden = false;
    page.setAttribute("aria-busy", "false");
  }

  history.scrollRestoration = "manual"; // results come later than the browser thinks
  ask.addEventListener("click", async () => {
    const mine = turn, draw = await abroad(input.value.trim());
    if (mine !== turn) return;
    draw();
    ask.hidden = true;
    other.focus(0);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, WAIT_MS); });
  filters.addEventListener("change", () => run());
  addEventListener("popstate", () => { read(); run(); });
  addEventListener("pagehide", () => remember(own.shown));
  read();
  const { shown, top } = remembered();
  if (!input.value) ready.hidden = false; // else with the results, at once: nothing moves
  else run(Math.max(STEP, shown)).then(() => back(top));
}
