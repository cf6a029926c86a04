// The preview's part in the browser: reloads the page after a build, and shows
// what wijzer found in a panel that can be closed. It lives in a shadow tree, so
// that the site's styles and the panel's do not meet.

const address = new URL(import.meta.url);
const mine = address.searchParams.get("version");
const closedKey = "wijzer-closed"; // holds the findings that the panel was closed on

/** element makes one with a text and attributes. */
function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** place returns file:line:column, leaving out what is not known. */
function place({ file, line, column }) {
  return [file, line, column].filter(Boolean).join(":");
}

let words = {}; // of this panel, by what they are in English
const say = (english) => words[english] ?? english;

/** item shows one finding as the terminal does. */
function item(finding) {
  const made = element("li", "", { class: finding.severity });
  made.append(element("code", place(finding)), ` ${say(`${finding.severity}:`)} ${finding.message} (${finding.rule})`);
  if (finding.hint) made.append(element("p", `${say("hint:")} ${finding.hint}`));
  return made;
}

/** group shows findings under a heading, or nothing when there are none. */
function group(title, findings) {
  if (findings.length === 0) return [];
  const list = element("ul");
  list.append(...findings.map(item));
  return [element("h3", title), list];
}

/** pressing tells whether a finding should be seen without asking. */
const pressing = ({ severity }) => severity !== "info";

class Panel {
  constructor() {
    this.host = element("div", "", { id: "wijzer-live", lang: "en", translate: "no" });
    const root = this.host.attachShadow({ mode: "open" });
    this.status = element("p", "", { role: "status" });
    this.body = element("div", "", { id: "findings", tabindex: "0", role: "group" });
    this.bar = element("section", "", { hidden: "" });
    this.toggle = element("button", "", { type: "button", "aria-controls": "findings" });
    this.toggle.addEventListener("click", () => this.open(this.body.hidden));
    this.shut = element("button", "", { type: "button" });
    this.shut.addEventListener("click", () => this.close());
    this.bar.append(this.toggle, this.shut);
    // The status is always there, empty or not: only changes in it are announced.
    root.append(element("link", "", { rel: "stylesheet", href: new URL("live.css", address).href }), this.status, this.bar, this.body);
    document.body.append(this.host);
  }

  /** speak puts what is always there into the language of who writes. */
  speak(state) {
    words = state.words;
    if (state.lang) this.host.lang = state.lang;
    this.body.setAttribute("aria-label", say("Findings"));
    this.bar.setAttribute("aria-label", say("wijzer preview"));
    this.shut.textContent = say("Close");
  }

  show(state) {
    this.speak(state);
    this.shown = JSON.stringify([state.failed, state.failure, state.here, state.elsewhere]);
    const nothing = !state.failed && !state.failure && state.here.length + state.elsewhere.length === 0;
    const failure = state.failure ? [element("p", state.failure)] : [];
    this.body.replaceChildren(
      ...failure, ...group(say("On this page"), state.here), ...group(say("On other pages"), state.elsewhere.filter(pressing)));
    if (nothing || sessionStorage.getItem(closedKey) === this.shown) {
      this.hide();
      return;
    }
    this.status.textContent = state.summary;
    this.bar.hidden = false;
    this.open(state.failed || state.here.some(pressing) || state.elsewhere.some(({ severity }) => severity === "error"));
  }

  open(whether) {
    this.body.hidden = !whether;
    this.toggle.textContent = say(whether ? "Hide" : "Show");
    this.toggle.setAttribute("aria-expanded", String(whether));
  }

  hide() {
    this.status.textContent = "";
    this.bar.hidden = this.body.hidden = true;
  }

  close() {
    sessionStorage.setItem(closedKey, this.shown);
    this.hide();
  }
}

const panel = new Panel();
let serial = -1;

/** ours returns an address of the preview that is about this page. */
function ours(name) {
  const url = new URL(name, address);
  url.search = new URLSearchParams({ path: decodeURI(location.pathname) });
  return url;
}

const events = new EventSource(ours("events"));
events.addEventListener("state", async ({ data }) => {
  const now = JSON.parse(data);
  if (now.version !== mine) {
    events.close();
    location.reload();
    return;
  }
  if (now.serial === serial) return;
  serial = now.serial;
  const answer = await fetch(ours("findings"));
  if (answer.ok) panel.show(await answer.json());
});
