// Symbols as tools/internal/search/pack.go writes them, which says how: an arithmetic coder, of which the odds of each bit are mixed from
// what several contexts say. It must come to the same odds to the bit, so all is integers: imul and >> stay in 32 bits.
const MOST = 8, ROOM = 2 ** 22, NEAR = 4, EVEN = 2 ** 15, WARY = 20, TRUST = 6, DEEP = 32, BEGIN = 20000, RATE = 12, WIDEST = 5, SURE = 2047;
// The kinds of symbols.
const LENGTHS = 0, LETTERS = 2, KINDS = 14;
export const COUNTS = 4, GAPS = 6, PHRASES = 8, ANOTHER = 10, WHICH = 12;

// The logarithm of odds in 4096 parts, a sum of its slopes, and the other way.
const stretch = new Int16Array(4096).fill(-SURE, 0, 1), squash = new Int16Array(2 * SURE + 1);
for (let i = 2048, sum = 0; i < 4096; i++) {
  stretch[i] = Math.min(sum >> 12, SURE);
  stretch[4096 - i] = -stretch[i];
  sum += Math.floor(2 ** 32 / (i * (4096 - i)));
}
for (let i = 1, says = -SURE; says <= SURE; says++) {
  while (i < 4095 && stretch[i + 1] <= says) i++;
  squash[says + SURE] = i;
}
const learns = Int32Array.from({ length: WARY + 1 }, (_, n) => Math.floor(2 ** 16 / (2 * n + 3)));

// Joins what makes a context.
export function hash(a, b) {
  const h = Math.imul(a ^ Math.imul(b, 0x9E3779B1), 0x85EBCA6B);
  return h ^ (h >>> 15);
}

export class Packed {
  #low = Uint32Array.of(0); #high = Uint32Array.of(2 ** 32 - 1); #code = new Uint32Array(1); #next = 0; #bytes; // numbers of 32 bits
  #odds = new Int32Array(ROOM);
  #weights = new Int32Array(KINDS * DEEP * MOST * TRUST).fill(BEGIN);
  #row = new Int32Array(MOST); #at = new Int32Array(MOST); #says = new Int32Array(MOST); #weigh = new Int32Array(MOST);

  constructor(base64) {
    this.#bytes = atob(base64);
    for (let i = 0; i < 4; i++) this.#read();
  }

  #read() { this.#code[0] = (this.#code[0] << 8) | (this.#bytes.charCodeAt(this.#next++) & 255); } // past the end: zeros

  #update(at, bit) {
    const odds = this.#odds[at] >> 8, n = this.#odds[at] & 255;
    this.#odds[at] = (odds + (((bit * (2 * EVEN - 1) - odds - EVEN) * learns[n]) >> 15)) << 8 | (n < WARY ? n + 1 : n);
  }

  #bit(set, count, place) {
    const row = this.#row, at = this.#at, says = this.#says, weigh = this.#weigh, weights = this.#weights, odds = this.#odds;
    let dot = 0;
    for (let i = 0; i < count; i++) {
      const a = at[i] = (row[i] + place) & (ROOM - 1), known = odds[a];
      const weight = weigh[i] = set + i * TRUST + 32 - Math.clz32(known & 255), s = says[i] = stretch[((known >> 8) + EVEN) >> 4];
      dot += Math.imul(s, weights[weight]) >> 10;
    }
    const likely = squash[Math.max(-SURE, Math.min(SURE, dot >> 6)) + SURE];
    const bit = this.#decode(likely);
    const off = ((bit << 12) - likely) * RATE;
    for (let i = 0; i < count; i++) {
      weights[weigh[i]] += (says[i] * off + 2 ** 13) >> 14;
      this.#update(at[i], bit);
    }
    return bit;
  }

  #decode(likely) {
    const low = this.#low, high = this.#high, middle = low[0] + Math.floor(((high[0] - low[0]) * likely) / 4096);
    const bit = this.#code[0] <= middle ? 1 : 0;
    if (bit) high[0] = middle;
    else low[0] = middle + 1;
    while ((low[0] ^ high[0]) >>> 24 === 0) {
      low[0] <<= 8;
      high[0] = (high[0] << 8) | 255;
      this.#read();
    }
    return bit;
  }

  // A number of so many bits. Symbols of a kind share their weights.
  symbol(kind, width, contexts) {
    const row = this.#row, count = contexts.length;
    let node = 1, place = 1;
    for (let depth = 0; depth < width; depth++) {
      if (depth % NEAR === 0) {
        for (let i = 0; i < count; i++) row[i] = hash(contexts[i], node);
        place = 1;
      }
      const bit = this.#bit((kind * DEEP + depth) * MOST * TRUST, count, place);
      node = node * 2 + bit;
      place = place * 2 + bit;
    }
    return node - 2 ** width;
  }

  // Tells a context of a symbol that is not written.
  learn(width, n, context) {
    for (let node = 1, place = 1, row = 0, depth = 0; depth < width; depth++) {
      if (depth % NEAR === 0) [row, place] = [hash(context, node), 1];
      const bit = (n >> (width - 1 - depth)) & 1;
      this.#update((row + place) & (ROOM - 1), bit);
      node = node * 2 + bit;
      place = place * 2 + bit;
    }
  }

  // A number of any size: first how many bits it has.
  number(kind, contexts) {
    const width = this.symbol(kind, WIDEST, contexts);
    return this.symbol(kind + 1, width, salted(contexts, width)) + 2 ** width - 1;
  }

  // Lets go of all that contexts say, to leave room for others.
  forget() { this.#odds.fill(0); }

  // A text, by the bytes before each.
  text() {
    const bytes = new Uint8Array(this.number(LENGTHS, [0]));
    let before = 0, word = 0;
    for (let i = 0; i < bytes.length; i++) {
      const contexts = [hash(1, before & 0xFF), hash(2, before & 0xFFFF), hash(3, before & 0xFFFFFF), hash(4, before), hash(5, word)];
      const c = bytes[i] = this.symbol(LETTERS, 8, contexts);
      before = (before << 8) | c;
      word = c > 64 ? hash(word, c) : 0;
    }
    return new TextDecoder().decode(bytes);
  }
}

export const salted = (contexts, by) => contexts.map((context) => hash(context, by));
