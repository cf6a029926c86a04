// One result on the search page: the page, and of it the passages that answer.
import { el, marks } from "./el.js";
import { words } from "./query.js";
import { address, marked, snippet } from "./snippet.js";

// A question that is so much like one that people ask is answered by the whole passage, from its beginning.
const ASKED = 0.6;

// found: what search() gave; texts: of the page's passages; kinds: what each kind of record is called. A page that is a
// record itself shows what it says in short, and its facts.
export function result({ page, passages }, found, texts, kinds) {
  const link = el("a", "nl-link result__link", page.title), kind = kinds[`page-${page.type}`];
  const under = kind === page.under ? "" : page.under ?? "";
  link.href = page.url;
  const item = el("li", "result", el("h2", "result__title", link), el("p", "result__section", under));
  if (kind) item.lastChild.prepend(badge(kind), " ");
  const shown = passages.map((passage) => [passage, texts[page.passages.indexOf(passage)]]).filter(([, text]) => text);
  if (texts[0] && (kind || !shown.length)) item.append(quote(snippet(texts[0].text, [], found.stem, true).text, found));
  if (kind) item.append(...known(texts.filter((_, i) => !page.passages[i]?.kind).flatMap((text) => text?.facts ?? []), found));
  for (const [passage, { text, facts, twice = [] }] of [...shown].sort(([one], [other]) => isPart(one) - isPart(other))) {
    const { text: line, lines, above } = snippet(text, found.stems, found.stem, found.cry === "own" || found.asked.get(passage) > ASKED);
    const before = texts.slice(0, page.passages.indexOf(passage)).map((one) => one?.text);
    const contents = page.passages.map((one) => one.heading);
    const href = address(page, passage, lines, [...before, above, ...twice, ...contents].filter(Boolean));
    const printed = address(page, passage); // nobody types a text fragment
    if (isPart(passage)) item.append(part(passage, { href, printed }, facts, quote(line, found), found, kinds));
    else if (!kind) { // the text before the first heading
      link.href = href;
      link.dataset.printed = printed;
      item.append(quote(line, found));
    }
  }
  return item;
}

const isPart = ({ heading, kind }) => Boolean(heading || kind); // else it is how the page begins
const quote = (text, { stems, stem }) => el("p", "result__text", ...marks(marked(text, stems, stem)));
const badge = (kind) => el("span", "nl-data-badge", kind);

const SAID = /^([^:]+:)( .*\.)$/; // a label and sentences, which have a line of their own

function known(facts, found) {
  const short = facts.filter((fact) => !SAID.test(fact)), said = facts.map((fact) => fact.match(SAID)).filter(Boolean);
  return [
    ...(short.length ? [el("p", "result__facts", short.join(" · "))] : []),
    ...said.map(([, label, text]) => el("p", "result__text", el("strong", "", label), ...quote(text, found).childNodes)),
  ];
}

// The facts may say all of a text: then there is no more to it.
const tell = (facts, text) => words(facts.join(" ")).join(" ").includes(words(text).join(" "));

function part({ heading, kind }, { href, printed }, facts = [], text, found, kinds) {
  const link = el("a", "nl-link", heading ?? kinds[kind]);
  link.href = href;
  link.dataset.printed = printed;
  const title = el("p", "result__heading", link);
  if (kind && heading) title.append(" ", badge(kinds[kind]));
  return el("div", "result__part", title, ...(kind ? known(facts, found) : []), ...(tell(facts, text.textContent) ? [] : [text]));
}
