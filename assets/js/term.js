// A term shows its definition, taken from the notes at the end of the page: as a preview on hover and focus, and on a
// press in a non-modal dialog that takes the focus. It stands right after the term in the document. Esc, a press outside
// it or moving on closes it. Without this script a term is a link to its own page.
const SHOW_MS = 400; // the mouse may pass over terms while somebody reads
const LEAVE_MS = 300; // and may cross the gap to the definition
const wide = matchMedia("(min-width: 40rem)"); // on a narrow screen the sheet would lie over the text
let box, opener, timer, pressed, muted;

const isOpen = () => box?.matches(":popover-open");

function later(then, ms) {
  clearTimeout(timer);
  timer = setTimeout(then, ms);
}

function close() {
  clearTimeout(timer);
  if (!isOpen()) return;
  const inside = box.contains(document.activeElement);
  box.hidePopover();
  opener.setAttribute("aria-expanded", pressed = false);
  if (!inside) return;
  muted = opener; // back on the term is not a reason to show it again
  opener.focus({ preventScroll: true });
}

const here = () => [box, opener].some((e) => e.matches(":hover") || e.contains(document.activeElement));
const leave = () => later(() => { if (!pressed && isOpen() && !here()) close(); }, LEAVE_MS);

function build() {
  box = document.createElement("span");
  box.className = "term-box";
  box.id = "term-box";
  box.popover = "manual";
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", leave);
  box.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (!next || box.contains(next) || opener.matches(":active")) return; // a press on the term closes it itself
    if (next === opener) muted = opener;
    close();
  });
}

function closeButton(label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "term-box__close";
  button.setAttribute("aria-label", label);
  button.textContent = "×";
  button.addEventListener("click", close);
  return button;
}

// The note's parts become spans: the pop-over may stand inside a paragraph.
function fill(note) {
  const parts = [...note.children].map((part) => {
    const span = document.createElement("span");
    span.className = part.className;
    if (part.lang) span.lang = part.lang;
    span.append(...part.cloneNode(true).childNodes);
    return span;
  });
  box.setAttribute("aria-label", parts[0].textContent);
  box.replaceChildren(closeButton(note.closest("[data-close]").dataset.close), ...parts);
}

// Below the term, or above it when there is more room; on a narrow screen the style sheet makes it a sheet.
function place() {
  const at = opener.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8));
  const below = innerHeight - at.bottom > box.offsetHeight + 16 || at.top < innerHeight - at.bottom;
  box.style.setProperty("--left", `${left}px`);
  box.style.setProperty("--top", `${below ? at.bottom + 8 : at.top - box.offsetHeight - 8}px`);
}

function show(link, note) {
  if (!box) build();
  if (opener !== link || !isOpen()) {
    close();
    opener = link;
    link.after(box);
    fill(note);
    box.showPopover();
    place();
  }
  // A preview adds no stops for Tab.
  for (const e of box.querySelectorAll("a, button")) e.tabIndex = pressed ? 0 : -1;
}

function press(link, note) {
  clearTimeout(timer);
  if (pressed && opener === link) return close();
  if (opener !== link) close();
  pressed = true;
  show(link, note);
  link.setAttribute("aria-expanded", true);
  box.focus({ preventScroll: true });
}

function bind(link, note) {
  const preview = () => { if (wide.matches && !pressed) later(() => show(link, note), SHOW_MS); };
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
  link.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") preview(); });
  link.addEventListener("pointerleave", leave);
  link.addEventListener("focus", () => {
    if (muted !== link && link.matches(":focus-visible")) preview();
    muted = null;
  });
  link.addEventListener("blur", leave);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    press(link, note);
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
}

if ("popover" in HTMLElement.prototype) {
  for (const link of document.querySelectorAll("main a.term[data-term]")) {
    const note = document.getElementById(`begrip-${link.dataset.term}`);
    if (note) bind(link, note);
  }
  addEventListener("scroll", () => { if (isOpen()) place(); }, { passive: true });
  document.addEventListener("pointerdown", ({ target }) => {
    if (isOpen() && !opener.contains(target) && !box.contains(target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (isOpen()) event.preventDefault();
    close();
  });
}
