// The search page: query and filters live in the address, results below, another language when asked for or when the
// own has nothing.
import { literally, search } from "./engine.js";
import { count, passes } from "./filters.js";
import { counted, notice } from "./notice.js";
import { List, STEP } from "./list.js";
import { quoted } from "./quoted.js";
import { back, remember, remembered } from "./place.js";

const WAIT_MS = 250, SLOW_MS = 400;

export function searchPage(page, form) {
  const find = (name) => page.querySelector(`[data-search-${name}]`);
  const input = form.querySelector("input[type=search]");
  const filters = find("filters"), boxes = [...filters.querySelectorAll("input")], cry = find("cry");
  const status = find("count"), remarks = find("notice"), empty = find("empty"), skip = find("skip"), ready = find("ready"), wait = find("wait");
  const text = form.dataset, start = status.textContent, title = document.title;
  const inOwn = JSON.parse(text.own);
  const own = new List(page, page.querySelector(".results-own"), inOwn.folder, (depth) => sought(inOwn, depth));
  const others = JSON.parse(text.others).map((place) => ({
    place,
    list: new List(page, page.querySelector(`[data-search-in=${place.lang}]`), place.folder, (depth) => search(place, said, depth)),
    ask: page.querySelector(`[data-search-ask=${place.lang}]`),
  }));
  let turn = 0, timer, slow, said = ""; // said: what other languages are asked, see engine.js

  const asked = () => input.value.trim();

  // What was found in a language that passes the filters, and all of it, to be counted.
  async function sought(place, depth) {
    const found = await search(place, asked(), depth);
    return { ...found, all: found.pages, pages: found.pages.filter((one) => passes(one, chosen())) };
  }

  function read() {
    const params = new URLSearchParams(location.search);
    input.value = params.get("q") ?? "";
    for (const box of boxes) box.checked = params.getAll(box.name).includes(box.value);
  }

  function write() {
    const params = new URLSearchParams(new FormData(filters));
    const query = asked();
    if (query) params.set("q", query);
    history.replaceState(history.state, "", params.size ? `?${params}` : location.pathname);
    document.title = query ? `${query} – ${title}` : title;
  }

  function chosen() {
    const groups = {};
    for (const box of boxes.filter((box) => box.checked)) (groups[box.name] ??= []).push(box.value);
    return groups;
  }

  function tell(found, query, other) {
    status.textContent = counted(text, query, found, other);
    status.dataset.query = quoted(text, query); // for paper, where the field is not
    remarks.replaceChildren(...notice(found, text, (meant) => `?q=${encodeURIComponent(meant)}`));
    remarks.hidden = !remarks.hasChildNodes();
    cry.hidden = !found.cry;
    cry.dataset.searchCry = found.cry;
    skip.hidden = found.pages.length === 0 && !other?.pages.length;
    empty.hidden = found.all.length > 0 && !found.outside;
    for (const box of boxes) {
      box.closest("label").querySelector("[data-count]").textContent = `(${count(found.all, chosen(), box.name, box.value)})`;
    }
  }

  // A first search on a slow connection says that it is under way, once, where the reader is to look next.
  function say() {
    const line = ready.hidden ? wait : status;
    if (line.textContent !== text.textSearching) line.textContent = text.textSearching;
  }

  function clear() {
    own.clear();
    for (const { list, ask } of others) { list.clear(); ask.hidden = true; }
    for (const one of [empty, remarks, cry]) one.hidden = true;
    status.textContent = start;
    delete status.dataset.query;
  }

  // The other languages are asked in their order when the own has nothing, until one has something; or when a reader wants
  // one. Gives what shows the results, how many were asked, and what the last one has.
  async function abroad(wanted) {
    const draws = others.map(({ list }) => () => list.clear());
    let tried = 0, other;
    while (wanted && tried < others.length) {
      const { place, list } = others[tried], found = await literally(place, said);
      draws[tried++] = await list.fill(found);
      other = { place, pages: found.pages };
      if (found.pages.length) break;
    }
    return { draws, tried, other };
  }

  async function run(shown = STEP) {
    const mine = ++turn;
    const query = asked();
    write();
    clearTimeout(slow);
    if (!query) return clear();
    if (status.textContent === start) say(); // "type a word" would be wrong now, however soon results come
    slow = setTimeout(say, SLOW_MS);
    own.box.setAttribute("aria-busy", "true"); // not the status beside it, which is to be heard now
    try {
      const found = await sought(inOwn);
      if (mine === turn) said = found.said;
      const fill = await own.fill(found, shown), { draws, tried, other } = await abroad(!found.all.length);
      if (mine !== turn) return;
      [fill, ...draws].forEach((draw) => draw());
      others.forEach(({ ask }, i) => { ask.hidden = i < tried; });
      tell(found, query, other);
    } catch {
      if (mine === turn) { status.textContent = text.textFailed; empty.hidden = false; }
    }
    if (mine !== turn) return;
    clearTimeout(slow);
    wait.textContent = "";
    ready.hidden = false;
    own.box.setAttribute("aria-busy", "false");
  }

  history.scrollRestoration = "manual"; // results come later than the browser thinks
  for (const { place, list, ask } of others) {
    ask.addEventListener("click", async () => {
      const mine = turn, found = await search(place, said), draw = await list.fill(found);
      if (mine !== turn) return;
      draw();
      status.textContent += ` · ${place.title}: ${found.pages.length}`;
      ask.hidden = true;
      list.focus(0);
    });
  }
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    [own, ...others.map(({ list }) => list)].find(({ total }) => total)?.focus(0);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, WAIT_MS); });
  filters.addEventListener("change", () => run());
  addEventListener("popstate", () => { read(); run(); });
  // Some browsers forget on a reload what was remembered as the page went, others ask no page before it goes.
  for (const leaving of ["beforeunload", "pagehide"]) addEventListener(leaving, () => remember(own.shown));
  read();
  const was = remembered();
  if (!input.value) ready.hidden = false; // else with the results, at once: nothing moves
  else run(Math.max(STEP, was.shown)).then(() => back(was));
}
