// ARIA combobox with a list of suggestions: arrows move, Enter opens, Esc closes, then clears.
import { search } from "./engine.js";
import { el } from "./el.js";
import { counted } from "./notice.js";
import { quoted } from "./quoted.js";
import { address } from "./snippet.js";

const FIRST = 5, WAIT_MS = 150;

export function combobox(form) {
  if (form.closest("[data-search-page]")) return; // that page shows results while typing
  const input = form.querySelector("input[type=search]");
  const status = form.querySelector("[data-search-status]");
  const text = form.dataset;
  const list = el("div", "suggestions");
  const own = JSON.parse(text.own), others = JSON.parse(text.others);
  let active = -1, turn = 0, chosen = false, timer;

  list.id = `${input.id}-lijst`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", text.textList);
  form.querySelector(".search-form__field").append(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-expanded": "false", "aria-controls": list.id,
    "aria-autocomplete": "list", "aria-haspopup": "listbox",
  })) input.setAttribute(name, value);

  const results = (query) => `${form.action}?q=${encodeURIComponent(query)}`;
  const options = () => [...list.querySelectorAll("[role=option]")];

  // Closing also forgets what is still being looked up, or the list would open again by itself.
  function show(open) {
    if (!open) { clearTimeout(timer); turn++; }
    list.hidden = !open;
    input.setAttribute("aria-expanded", open);
    if (!open) mark(-1);
  }

  function mark(index) {
    const all = options();
    active = index;
    all.forEach((option, i) => option.setAttribute("aria-selected", i === index));
    if (index < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", all[index].id);
    all[index].scrollIntoView({ block: "nearest" });
  }

  function option(href, ...children) {
    const node = el("div", "suggestion", ...children);
    node.id = `${list.id}-${list.querySelectorAll("[role=option]").length}`;
    node.setAttribute("role", "option");
    node.setAttribute("aria-selected", "false");
    node.dataset.href = href;
    return node;
  }

  function hit({ page, passages: [best] }, grave) {
    const node = option(address(page, best?.heading ? best : null), el("span", "suggestion__title", page.title),
      el("span", "suggestion__section", best?.heading ?? page.under ?? ""));
    if (page.crisis || grave(best?.heading ?? "")) node.append(el("span", "suggestion__help", text.textHelp));
    return node;
  }

  function group({ pages, grave }, label, lang) {
    const hits = pages.slice(0, FIRST);
    if (!hits.length) return;
    const box = el("div", "suggestions__group");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", label);
    list.append(box); // before its options: they are numbered as they stand in the list
    if (lang) {
      box.append(el("div", "suggestions__label", label));
      box.lastChild.setAttribute("role", "presentation");
    }
    for (const one of hits) {
      const node = hit(one, grave);
      if (lang) node.lang = lang;
      box.append(node);
    }
  }

  // A cry for help is answered before anything else.
  function cry() {
    list.append(option(text.cryHref, el("span", "suggestion__title", text.cryTitle), el("span", "suggestion__help", text.textHelp)));
  }

  // What the first of the other languages has that has something, when the own has nothing.
  async function abroad(found, query) {
    for (const place of found.pages.length ? [] : others) {
      const other = await search(place, query);
      if (other.pages.length) return { ...other, place };
    }
    return { pages: [], place: own };
  }

  function draw(found, other, query) {
    list.replaceChildren();
    mark(-1);
    if (found.cry) cry();
    if (found.meant) list.append(option(results(found.meant), el("span", "suggestion__all", `${text.textMeant} ${quoted(text, found.meant)}?`)));
    group(found, text.textList);
    group(other, other.place.title, other.place.lang);
    const some = found.pages.length || other.pages.length;
    if (!some) {
      list.append(el("div", "suggestions__none", `${text.textNone} ${quoted(text, query)}`));
      list.lastChild.ariaHidden = "true"; // it is no option, and the status says so
    }
    list.append(option(results(query), el("span", "suggestion__all", some ? `${text.textAll} ${quoted(text, query)}` : text.textTips)));
  }

  async function update() {
    const query = input.value.trim();
    const mine = ++turn;
    if (query.length < 2) return show(false);
    try {
      const found = await search(own, query);
      const other = await abroad(found, query);
      if (mine !== turn || active >= 0) return; // who is choosing keeps the list that is there
      draw(found, other, query);
      show(true);
      status.textContent = counted(text, query, found, other);
    } catch {
      if (mine === turn) status.textContent = text.textFailed;
    }
  }

  const later = () => { clearTimeout(timer); timer = setTimeout(update, WAIT_MS); };

  // Arrows go round; Home and End move in the text until an option is active, then in the list.
  const moves = {
    ArrowDown: (n) => (active + 1) % n,
    ArrowUp: (n) => (active <= 0 ? n - 1 : active - 1),
    Home: () => (active < 0 ? null : 0),
    End: (n) => (active < 0 ? null : n - 1),
  };

  function move(event, all) {
    if (list.hidden) return event.key === "ArrowDown" && update();
    const to = moves[event.key](all.length);
    if (to === null) return;
    event.preventDefault();
    mark(to);
  }

  input.addEventListener("input", later);
  input.addEventListener("keydown", (event) => {
    const all = options();
    if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      else { event.preventDefault(); show(false); }
    } else if (event.key === "Enter" && active >= 0 && !list.hidden) {
      event.preventDefault();
      chosen = true;
      location.assign(all[active].dataset.href);
    } else if (event.key in moves) {
      move(event, all);
    } else if (event.key === "Tab") show(false);
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const node = event.target.closest("[data-href]");
    if (node) location.assign(node.dataset.href);
  });
  // Keys that a program sends can submit the form all the same: then the choice would be lost.
  form.addEventListener("submit", (event) => { if (chosen) event.preventDefault(); });
  addEventListener("pageshow", () => { chosen = false; });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) show(false); });
  if (input.value) later();
}
