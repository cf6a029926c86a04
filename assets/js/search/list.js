// A list of results of one language, some at a time.
import { texts } from "./engine.js";
import { result } from "./result.js";

export const STEP = 5;

export class List {
  #found = { pages: [] };

  // deeper gives the results with one more part of the index: see engine.js.
  constructor(page, box, folder, deeper) {
    this.box = box;
    this.list = box.querySelector("[data-search-results]");
    this.more = box.querySelector("[data-search-more]");
    this.folder = folder;
    this.deeper = deeper;
    this.lang = box.dataset.searchIn;
    this.kinds = JSON.parse(page.dataset.kinds);
    const { helpWords } = page.dataset;
    this.crisis = helpWords && new RegExp(`(?<![\\p{L}\\p{N}_])(?:${helpWords})(?![\\p{L}\\p{N}_])`, "iu");
    this.help = page.querySelector("template[data-help-line]");
    this.more.addEventListener("click", () => this.next());
  }

  get total() { return this.#found.pages.length; }
  get shown() { return this.list.children.length; }

  clear() { this.#draw({ pages: [] }, []); }

  // Gives what puts the first results in the place of the old: until then nothing on the screen changes.
  async fill(found, shown = STEP) {
    const items = await this.#items(found, 0, shown);
    return () => this.#draw(found, items);
  }

  #draw(found, items) {
    this.#found = found;
    this.list.replaceChildren(...items);
    this.#close();
  }

  #close() {
    this.more.hidden = this.total <= this.shown && !this.#found.more;
    this.box.hidden = this.total === 0;
  }

  async next() {
    const from = this.shown;
    if (from >= this.total) (await this.fill(await this.deeper(this.#found.depth + 1), from + STEP))();
    else this.list.append(...await this.#items(this.#found, from, from + STEP));
    this.#close();
    this.focus(from);
  }

  focus(n) { this.list.children[n]?.querySelector("a").focus(); }

  #items(found, from, to) {
    return Promise.all(found.pages.slice(from, to).map(async (one) => {
      const item = result(one, found, await texts(this.folder, one.page), this.kinds);
      if (this.lang) item.lang = this.lang;
      // Beside what holds a word of the list `crisis` stands whom to call.
      if (this.crisis && this.crisis.test(item.textContent)) item.append(this.help.content.cloneNode(true));
      return item;
    }));
  }
}
