// A link can show what it leads to: as a preview on hover and focus, and on a press in a non-modal dialog that takes the
// focus. It stands right after the link in the document. Esc, a press outside it or moving on closes it.
const SHOW_MS = 400; // the mouse may pass over links while somebody reads
const LEAVE_MS = 300; // and may cross the gap to the popover
const wide = matchMedia("(min-width: 40rem)"); // on a narrow screen the sheet would lie over the text
let box, opener, timer, pressed, muted;

const isOpen = () => box?.matches(":popover-open");

function later(then, ms) {
  clearTimeout(timer);
  timer = setTimeout(then, ms);
}

function close(back = true) {
  clearTimeout(timer);
  if (!isOpen()) return;
  const inside = box.contains(document.activeElement);
  box.hidePopover();
  opener.setAttribute("aria-expanded", pressed = false);
  if (!inside || !back) return;
  muted = opener; // back on the link is not a reason to show it again
  opener.focus({ preventScroll: true });
}

const here = () => [box, opener].some((e) => e.matches(":hover") || e.contains(document.activeElement));
const leave = () => later(() => { if (!pressed && isOpen() && !here()) close(); }, LEAVE_MS);

function build() {
  box = document.createElement("span");
  box.className = "popover";
  box.id = "popover";
  box.popover = "manual";
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", leave);
  box.addEventListener("click", ({ target }) => { if (target.closest("a")) close(false); }); // also to a place on this page
  box.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (!next || box.contains(next) || opener.matches(":active")) return; // a press on the link closes it itself
    if (next === opener) muted = opener;
    close();
  });
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

function closeButton(label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "popover__close";
  button.setAttribute("aria-label", label);
  button.textContent = "×";
  button.addEventListener("click", () => close());
  return button;
}

// Below the link, or above it when there is more room; on a narrow screen the style sheet makes it a sheet.
function place() {
  const at = opener.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8));
  const below = innerHeight - at.bottom > box.offsetHeight + 16 || at.top < innerHeight - at.bottom;
  box.style.setProperty("--left", `${left}px`);
  box.style.setProperty("--top", `${below ? at.bottom + 8 : at.top - box.offsetHeight - 8}px`);
}

function show(link, parts, label) {
  if (!box) build();
  if (opener !== link || !isOpen()) {
    close();
    opener = link;
    const shown = parts(link);
    link.after(box);
    box.setAttribute("aria-label", shown[0].textContent);
    box.replaceChildren(closeButton(label), ...shown);
    box.showPopover();
    place();
  }
  // A preview adds no stops for Tab.
  for (const e of box.querySelectorAll("a, button")) e.tabIndex = pressed ? 0 : -1;
}

function press(link, parts, label) {
  clearTimeout(timer);
  if (pressed && opener === link) return close();
  if (opener !== link) close();
  pressed = true;
  show(link, parts, label);
  link.setAttribute("aria-expanded", true);
  box.focus({ preventScroll: true });
}

// bind makes a link show parts(link): spans, since a popover may stand inside a paragraph. The first names it; label is
// that of the button that closes it.
export function bind(link, parts, label) {
  if (!("popover" in HTMLElement.prototype)) return;
  const preview = () => { if (wide.matches && !pressed) later(() => show(link, parts, label), SHOW_MS); };
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
    press(link, parts, label);
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
}
