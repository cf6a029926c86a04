// The pure functions of search: what is typed, what it means, and in which order pages come.
import assert from "node:assert/strict";
import { test } from "node:test";
import { containing, split } from "../../../assets/js/search/compounds.js";
import { counts, passes } from "../../../assets/js/search/filters.js";
import { unpack } from "../../../assets/js/search/lexicon.js";
import { plain, plan } from "../../../assets/js/search/plan.js";
import { content, parts, sections, words } from "../../../assets/js/search/query.js";
import { first, rank } from "../../../assets/js/search/rank.js";
import { distance, mend } from "../../../assets/js/search/spelling.js";

const lexicon = unpack({
  stops: ["de", "een", "wat", "is", "wie", "ik", "zich", "steeds", "meer", "met", "over"],
  asks: { hulp: ["wie bellen", "bel"], lijst: ["wat is"] },
  weights: { lijst: 0.5 },
  links: ["s", "e", "en", "-"],
  terms: [["appelmoes", "moes", "mousse van appel"]],
  parts: { taart: ["appelmoes"] },
  families: [["kind", "kinderen"], ["terugtrekken", "trekt terug"], ["jongere", "kind"]],
  words: ["appelboom boomgaard verleden", "appel grooming leden signalen", "boom fiets fietsen"],
});
const never = async () => false;

test("words are lower case, keep accents and apostrophes, and end at a hyphen", () => {
  assert.deepEqual(words("Foto’s van café-gasten: 764!"), ["foto's", "van", "café", "gasten", "764"]);
  assert.deepEqual(words("cafe\u0301"), ["café"]);
  assert.deepEqual(words("  …  "), []);
});

test("stop words go, unless there is nothing else", () => {
  assert.deepEqual(content("Wat is een appel?", lexicon.stops), ["appel"]);
  assert.deepEqual(content("wie is de", lexicon.stops), ["wie", "is", "de"]);
});

test("phrases stay together, also around stop words; so do compounds written apart", () => {
  assert.deepEqual(parts("trekt zich steeds meer terug", lexicon), ["trekt terug"]);
  assert.deepEqual(parts("appel boom met fiets", lexicon), ["appel boom", "fiets"]);
  assert.deepEqual(parts("trekt een fiets terug", lexicon), ["trekt", "fiets", "terug"]);
  assert.deepEqual(parts("over leden", { ...lexicon, vocabulary: new Map([["overleden", 1]]) }), ["leden"]);
  assert.deepEqual(parts("wie is", lexicon), ["wie", "is"]);
});

test("wording asks for a section", () => {
  assert.deepEqual(sections("Wie bellen?", lexicon.asks), ["hulp"]);
  assert.deepEqual(sections("wat isoleert", lexicon.asks), []);
});

test("distance counts letters left out, added, changed and swapped", () => {
  for (const [a, b, d] of [["appel", "appel", 0], ["apel", "appel", 1], ["appell", "appel", 1], ["abpel", "appel", 1], ["papel", "appel", 1], ["", "appel", 3], ["peer", "appel", 3]]) {
    assert.equal(distance(a, b, 2), d, `${a} ${b}`);
    assert.equal(distance(b, a, 2), d, `${b} ${a}`);
  }
});

test("mending: one slip in short words, two in long ones, the common word first", () => {
  assert.equal(mend("groming", lexicon.vocabulary), "grooming");
  assert.equal(mend("grmoin", lexicon.vocabulary), "");
  assert.equal(mend("singalne", lexicon.vocabulary), "signalen");
  assert.equal(mend("apl", lexicon.vocabulary), "");
  assert.equal(mend("fietse", lexicon.vocabulary), "fiets");
  assert.equal(mend("leden1", lexicon.vocabulary), "");
});

test("a word finds the words that hold it as a part, but not by chance", () => {
  assert.deepEqual(containing("boom", lexicon), ["appelboom", "boomgaard"]);
  assert.deepEqual(containing("leden", lexicon), []); // "verleden" has no part "ver"
  assert.deepEqual(containing("app", lexicon), []);
});

test("an unknown compound falls apart in known words, with or without a link between", () => {
  const known = (word) => lexicon.vocabulary.has(word);
  assert.deepEqual(split("groomingsignalen", known, lexicon.links), ["grooming", "signalen"]);
  assert.deepEqual(split("fietsenboom", known, lexicon.links), ["fietsen", "boom"]);
  assert.deepEqual(split("appelsfiets", known, lexicon.links), ["appel", "fiets"]);
  assert.deepEqual(split("onbekend", known, lexicon.links), []);
});

test("a plan has an idea per part, with its family and compounds", async () => {
  const made = await plan("wat is een kind met boom", lexicon, never);
  assert.deepEqual(made.ideas.map((idea) => idea.word), ["kind", "boom"]);
  assert.deepEqual(made.ideas[0].ways, [["kind", 1], ["kinderen", 0.7], ["jongere", 0.7]]);
  assert.deepEqual(made.ideas[1].ways, [["boom", 1], ["appelboom", 0.3], ["boomgaard", 0.3]]);
  assert.deepEqual((await plan("appel boom", lexicon, never)).ideas[0].ways, [["appel boom", 1], ["appelboom", 1]]);
  assert.deepEqual((await plan("mousse van appel", lexicon, never)).ideas[0].ways, [["mousse van appel", 1], ["appelmoes", 0.7]]);
  assert.deepEqual((await plan("taart", lexicon, async () => true)).ideas[0].ways, [["taart", 1], ["appelmoes", 0.3]]);
  assert.equal(made.meant, "");
  assert.deepEqual(made.sections, ["lijst"]);
});

test("an unknown word is mended, unless the index or the other language has it", async () => {
  assert.equal((await plan("groming fiets", lexicon, never)).meant, "grooming fiets");
  assert.equal((await plan("groming", lexicon, async () => true)).meant, "");
  assert.equal((await plan("singalne", lexicon, never, async () => true)).meant, "");
  assert.equal((await plan("groming", lexicon, never, async () => true)).meant, "grooming"); // one slip is a slip
  assert.deepEqual((await plan("xqzvw", lexicon, never)).ideas, [{ word: "xqzvw", ways: [["xqzvw", 1]] }]);
  assert.deepEqual((await plan("sign", lexicon, never)).ideas[0].ways, [["sign", 1], ["signalen", 1]]); // still being typed
  assert.deepEqual((await plan("groomingsignalen", lexicon, never)).ideas.map((idea) => idea.word), ["grooming", "signalen"]);
});

test("the other language gets the words as they are", () => {
  assert.deepEqual(plain("wat is appel", lexicon.stops).ideas, [{ word: "appel", ways: [["appel", 1]] }]);
});

test("a page with all ideas comes before one with a part of them; the best way counts once", () => {
  const hits = [
    [[1, [{ id: "a", score: 4 }, { id: "b", score: 3 }]], [0.5, [{ id: "a", score: 6 }]]],
    [[1, [{ id: "b", score: 2 }]]],
  ];
  const list = rank(hits, () => 1);
  assert.deepEqual(list.map(({ id, score, missed }) => [id, score, missed]), [["b", 5, 0], ["a", 2, 1]]);
  assert.deepEqual(rank(hits, (id) => (id === "a" ? 3 : 1)).map((page) => page.id), ["a", "b"]);
  assert.deepEqual(rank([[[1, []]]], () => 1), []);
  assert.deepEqual(rank([], () => 1), []);
});

test("what is called as typed comes first, found or not", () => {
  const list = [{ id: "a", missed: 1 }, { id: "b", missed: 1 }];
  const named = [{ id: "b" }, { id: "c" }, { id: "b" }];
  assert.deepEqual(first(named, list).map(({ id, missed }) => [id, missed]), [["b", 0], ["c", 0], ["a", 1]]);
});

test("filters: values widen, other filters narrow; counts leave the own filter out", () => {
  const members = { kind: { x: new Set(["a", "b"]), y: new Set(["c"]) }, who: { z: new Set(["a", "c"]) } };
  const pages = [{ id: "a" }, { id: "b" }, { id: "c" }];
  assert.ok(passes(pages[2], { kind: ["x", "y"], who: ["z"] }, members));
  assert.ok(!passes(pages[1], { kind: ["x", "y"], who: ["z"] }, members));
  assert.ok(!passes(pages[0], { kind: ["gone"] }, members));
  assert.deepEqual(counts(pages, { kind: ["y"] }, members), { kind: { x: 2, y: 1 }, who: { z: 1 } });
});
