// Numbers as tools/internal/search/pack.go writes them: an arithmetic coder, of which each bit takes the less room the more often
// it was the same in its place before.
const EVEN = 2 ** 15, SURELY = 2 ** 16 - 1, WARY = 255, WIDEST = 5;

export class Packed {
  #low = 0; #high = 2 ** 32 - 1; #code = 0; #at = 0; #bytes;

  constructor(base64) {
    this.#bytes = atob(base64);
    for (let i = 0; i < 4; i++) this.#next();
  }

  #next() { this.#code = ((this.#code << 8) | (this.#bytes.charCodeAt(this.#at++) & 255)) >>> 0; } // past the end: zeros

  #bit(model, key) {
    let odds = model.get(key);
    if (!odds) model.set(key, odds = { one: EVEN, seen: 0 });
    const middle = this.#low + Math.floor(((this.#high - this.#low) * odds.one) / 2 ** 16);
    const bit = this.#code <= middle ? 1 : 0;
    if (bit) this.#high = middle;
    else this.#low = middle + 1;
    while ((this.#low ^ this.#high) >>> 24 === 0) {
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 255) >>> 0;
      this.#next();
    }
    odds.one += Math.trunc(((bit * SURELY - odds.one) * 2) / (2 * odds.seen + 3));
    odds.seen = Math.min(odds.seen + 1, WARY);
    return bit;
  }

  // A number of so many bits. model: a Map, of what is known of numbers of its kind so far.
  fixed(model, width, part = 0) {
    let node = 1;
    while (node < 2 ** width) node = node * 2 + this.#bit(model, part * 2 ** 24 + node);
    return node - 2 ** width;
  }

  number(model) {
    const width = this.fixed(model, WIDEST);
    return this.fixed(model, width, width + 1) + 2 ** width - 1;
  }
}
