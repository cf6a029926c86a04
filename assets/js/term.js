// A term opens its definition, taken from the notes at the end of the page, in a non-modal pop-over.
// It stands right after the term in the document, so Tab and reading order go through it; Esc, a press
// outside it or moving on closes it. Without this script a term is a link to its own page.
let box, opener, pressed;

function build() {
  box = document.createElement("span");
  box.className = "term-box";
  box.id = "term-box";
  box.popover = "auto";
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");
  box.addEventListener("toggle", (event) => {
    opener?.setAttribute("aria-expanded", event.newState === "open");
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) close(event.relatedTarget);
  });
}

function close(next) {
  const back = next ?? opener;
  if (box.matches(":popover-open")) box.hidePopover();
  back?.focus({ preventScroll: true });
}

function closeButton(label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "term-box__close";
  button.setAttribute("aria-label", label);
  button.textContent = "×";
  button.addEventListener("click", () => close());
  return button;
}

// The note's parts become spans: the pop-over may stand inside a paragraph.
function fill(note) {
  const parts = [...note.children].map((part, i) => {
    const span = document.createElement("span");
    span.className = ["term-box__term", "term-box__text", "term-box__more"][i];
    for (const node of part.childNodes) span.append(node.cloneNode(true));
    for (const p of span.querySelectorAll("p")) {
      const inline = document.createElement("span");
      inline.className = p.className;
      inline.append(...p.childNodes);
      p.replaceWith(inline);
    }
    return span;
  });
  box.setAttribute("aria-label", parts[0].textContent);
  box.lang = note.lang;
  box.replaceChildren(closeButton(note.closest("[data-close]").dataset.close), ...parts);
}

// Below the term, or above it when there is more room; on a narrow screen the style sheet makes it a sheet.
function place() {
  const at = opener.getBoundingClientRect();
  const width = box.offsetWidth;
  const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
  const below = innerHeight - at.bottom > box.offsetHeight + 16 || at.top < innerHeight - at.bottom;
  box.style.setProperty("--left", `${left}px`);
  box.style.setProperty("--top", `${below ? at.bottom + 8 : at.top - box.offsetHeight - 8}px`);
}

function open(link, note) {
  if (!box) build();
  if (box.matches(":popover-open")) box.hidePopover();
  opener = link;
  link.after(box);
  fill(note);
  box.showPopover();
  place();
  box.focus({ preventScroll: true });
}

function onClick(event) {
  const link = event.currentTarget;
  const note = document.getElementById(`begrip-${link.dataset.term}`);
  if (!note || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  if (pressed === link) return; // the press has just closed it
  open(link, note);
}

if ("popover" in HTMLElement.prototype) {
  for (const link of document.querySelectorAll("main a.term[data-term]")) {
    if (!document.getElementById(`begrip-${link.dataset.term}`)) continue;
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("pointerdown", () => {
      pressed = link.getAttribute("aria-expanded") === "true" ? link : null;
    });
    link.addEventListener("click", onClick);
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      link.click();
    });
  }
  addEventListener("scroll", () => { if (box?.matches(":popover-open")) place(); }, { passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box?.matches(":popover-open")) { event.preventDefault(); close(); }
  });
}
