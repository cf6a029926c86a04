// A mark of a source shows the source and the place in it, taken from the list at the end of the page; marks that stand
// side by side carry one sentence, and share a card. Without this script a mark is a link to that list.
import { bind } from "./popover.js";

const list = document.querySelector(".sources[data-close]");

function beside(mark) {
  const marks = [mark];
  for (const [step, add] of [["previousSibling", "unshift"], ["nextSibling", "push"]]) {
    for (let node = mark[step]; node; node = node[step]) {
      if (node.matches?.(".cite")) marks[add](node);
      else if (node.textContent.trim() && !node.matches?.(".popover")) break;
    }
  }
  return marks;
}

function span(className, ...children) {
  const span = document.createElement("span");
  span.className = className;
  span.append(...children);
  return span;
}

// The mark as it is heard, and what it stands for.
function source(mark) {
  const heard = mark.cloneNode(true), entry = document.querySelector(`${mark.hash} .source-entry`);
  for (const part of heard.children) part.removeAttribute("class");
  return [span("popover__title", ...heard.childNodes), entry.cloneNode(true)];
}

function more() {
  const link = document.createElement("a");
  link.className = "nl-link";
  link.href = `#${list.getAttribute("aria-labelledby")}`;
  link.textContent = document.querySelector(link.hash).textContent;
  return span("popover__more", link);
}

// How certain the claim is that these marks carry.
function certainty(mark) {
  const word = mark.dataset.certainty;
  return word ? [span("popover__more", `${list.dataset.certainty}: ${word}`)] : [];
}

const parts = (mark) => [...beside(mark).flatMap(source), ...certainty(mark), more()];

if (list) for (const mark of document.querySelectorAll("main a.cite")) bind(mark, parts, list.dataset.close);
