// The pure functions of search: what is typed, what it means, and in which order pages come.
import assert from "node:assert/strict";
import { test } from "node:test";
import { containing, split } from "../../../assets/js/search/compounds.js";
import { cryIn } from "../../../assets/js/search/cry.js";
import { answer, join, texts } from "../../../assets/js/search/engine.js";
import { count, passes } from "../../../assets/js/search/filters.js";
import { find, has, unpackIndex } from "../../../assets/js/search/index.js";
import { unpackWording, worded } from "../../../assets/js/search/wording.js";
import { unpack } from "../../../assets/js/search/lexicon.js";
import { inside, named, unpackNames } from "../../../assets/js/search/names.js";
import { plan } from "../../../assets/js/search/plan.js";
import { content, parts, sections, words } from "../../../assets/js/search/query.js";
import { first, rank } from "../../../assets/js/search/rank.js";
import { address, marked, sentences, snippet } from "../../../assets/js/search/snippet.js";
import { distance, mend } from "../../../assets/js/search/spelling.js";

const data = {
  stops: ["de", "een", "wat", "is", "wie", "ik", "zich", "steeds", "meer", "met", "over"],
  help: ["/c/"],
  outside: ["appel peren"],
  elsewhere: ["fietspomp"],
  asks: { hulp: ["wie bellen", "bel"], lijst: ["wat is"] },
  weights: { lijst: 0.5 },
  links: ["s", "e", "en", "-"],
  stem: [{ cut: "(?<=.{3})(?:en|s)$" }, { cut: "([mp])\\1$", put: "$1" }],
  crisis: ["over steen"],
  alone: ["help"],
  close: ["zoon"],
  cry: { "-5": "leerling", 1: "ik", 2: "help", 3: "teg", 6: "gedwong" },
  terms: [["appelmoes", "moes", "mousse van appel"]],
  parts: { taart: ["appelmoes"] },
  families: [["kind", "kinderen"], ["terugtrekken", "trekt terug"], ["jongere", "kind"]],
};
const lexicon = {
  ...unpack(data),
  vocabulary: new Map([["appelboom", 1], ["boomgaard", 1], ["verleden", 1], ["appel", 2], ["grooming", 2], ["leden", 2], ["signalen", 2], ["boom", 3], ["fiets", 3], ["fietsen", 3]]),
};
const never = () => false;

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
  assert.equal(mend("lorebook", new Map([["logbook", 9]])), ""); // two slips, one of them a letter for another: another word
  assert.equal(mend("zelfbeschading", new Map([["zelfbeschadiging", 9]])), "zelfbeschadiging");
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

test("a plan has an idea per part, with its family and compounds", () => {
  const made = plan("wat is een kind met boom", lexicon, never);
  assert.deepEqual(made.ideas.map((idea) => idea.word), ["kind", "boom"]);
  assert.deepEqual(made.ideas[0].ways, [["kind", 1], ["kinderen", 0.7], ["jongere", 0.7]]);
  assert.deepEqual(made.ideas[1].ways, [["boom", 1], ["appelboom", 0.3], ["boomgaard", 0.3]]);
  assert.deepEqual((plan("appel boom", lexicon, never)).ideas[0].ways, [["appel boom", 1], ["appelboom", 1]]);
  assert.deepEqual((plan("mousse van appel", lexicon, never)).ideas[0].ways, [["mousse van appel", 1], ["appelmoes", 0.7]]);
  assert.deepEqual((plan("taart", lexicon, () => true)).ideas[0].ways, [["taart", 1], ["appelmoes", 0.3]]);
  assert.equal(made.meant, "");
  assert.deepEqual(made.sections, ["lijst"]);
});

test("an unknown word is mended, unless the index has it", () => {
  assert.equal(plan("groming fiets", lexicon, never).meant, "grooming fiets");
  assert.equal(plan("groming", lexicon, () => true).meant, "");
  assert.deepEqual(plan("xqzvw", lexicon, never).ideas, [{ word: "xqzvw", ways: [["xqzvw", 1]] }]);
  assert.deepEqual(plan("sign", lexicon, never).ideas[0].ways, [["sign", 1], ["signalen", 1]]); // still being typed
  assert.deepEqual(plan("mousseappel", { ...lexicon, joined: new Map([["mousseappel", "mousse appel"]]) }, never).ideas[0].ways, [["mousseappel", 1], ["mousse appel", 1]]);
  assert.deepEqual(plan("groomingsignalen", lexicon, never).ideas.map((idea) => idea.word), ["grooming", "signalen"]);
});

const index = {
  pages: [
    { url: "/a/", title: "Over appels", summary: "Kort.", type: "uitleg", section: "netwerk", audience: ["ouders"], passages: [{ asked: [] }, { id: "rood", heading: "Rode appels", asked: [] }] },
    { url: "/b/", title: "Bomen", names: ["boom", "bomen"], section: "recht", audience: ["ouders", "politie"], passages: [{ asked: [] }] },
    { url: "/c/", title: "Wat is fruit?", names: ["wat is fruit"], passages: [{ asked: [] }] },
  ],
  words: [["appel", [0, 2]], ["appels", [1]], ["boom", [2]], ["kinderen", [3]]],
};

test("an index finds a word in all its forms, and a phrase where all its words are", () => {
  const opened = unpackIndex([index], lexicon.stem);
  const urls = (text) => [...find(opened, text).pages].sort((a, b) => b[1] - a[1]).map(([page]) => page.url);
  assert.deepEqual(urls("appels"), ["/a/", "/b/"]);
  assert.deepEqual(urls("appel boom"), ["/b/"]);
  assert.deepEqual(urls("peer"), []);
  assert.ok(has(opened, "appelen") && !has(opened, "appel peer"));
  assert.deepEqual([...find(opened, "rode").passages.keys()].map((passage) => passage.id), ["rood"]);
  assert.deepEqual([...opened.vocabulary], [["appel", 2], ["appels", 1], ["boom", 1], ["kinderen", 1]]);
});

test("an index in parts is one index, and knows what pages say from what people ask", () => {
  const part = { pages: [{ url: "/d/", title: "Fruit van ver", passages: [{ asked: [["banaan", "kopen"]] }] }], words: [["appel", [0]]] };
  const opened = unpackIndex([index, part], lexicon.stem, lexicon.stops);
  assert.deepEqual([...find(opened, "appel").pages.keys()].map(({ url }) => url), ["/a/", "/b/", "/d/"]);
  assert.ok(!has(opened, "banaan") && find(opened, "banaan").pages.size === 1);
  assert.ok(has(opened, "de appel")); // "de" is in no index
});

test("what a file is called, and its format, is not outside", () => {
  const files = { pages: [{ url: "/d/", title: "Fruit", passages: [{ asked: [] }, { id: "f", kind: "download", heading: "Lijst als JSON", asked: [] }] }], words: [] };
  const opened = join([{ ...files, lexicon: { ...data, families: [["json", "fietspomp"]] } }]);
  const outside = (text) => answer(opened, text).outside;
  assert.deepEqual(["json", "fietspomp", "lijst json", "fietspomp plakken", "fietsbel"].map(outside), [false, false, false, true, true]);
});

test("an answer has pages with their best passages, and says what was taken for what", () => {
  const opened = join([{ ...index, lexicon: data }]);
  const found = answer(opened, "rode appels");
  assert.deepEqual(found.pages.map(({ page, passages, missed }) => [page.url, passages.map((p) => p.id), missed]), [["/a/", ["rood"], 0], ["/b/", [undefined], 1]]);
  assert.deepEqual(answer(opened, "kind").instead, [["kind", "kinderen"]]);
  assert.deepEqual(answer(opened, "boom xqzvw").unknown, ["xqzvw"]);
  assert.deepEqual(["boom", "kinderen xqzvw", "boom xqzvw", "boom appel steen"].map((text) => answer(opened, text).outside), [false, true, false, false]); // half of it is a name
  assert.equal(answer(opened, "boom appel over peren").outside, true);
  assert.deepEqual(["boom xqz", "boom fietspomp"].map((text) => answer(opened, text).outside), [false, true]); // an everyday word of another subject
  const numbered = answer(opened, "boom 251b");
  assert.deepEqual([numbered.outside, numbered.unknown], [false, ["251b"]]); // a number is no subject
  assert.deepEqual([answer(opened, "appe").meant, answer(opened, "appe", false).meant], ["", "appel"]); // nobody is typing: it is mended
  const cry = answer(opened, "ik word gedwongen");
  assert.deepEqual([cry.cry, cry.pages[0].page.url], ["own", "/c/"]);
  assert.equal(answer(opened, "mijn kind boom").pages[0].page.url, "/b/");
});

test("a page with all ideas comes before one with a part of them; the best way counts once", () => {
  const [a, b] = ["a", "b"].map((id) => ({ id, passages: [] }));
  const pages = (list) => ({ pages: new Map(list), passages: new Map() });
  const hits = [[[1, pages([[a, 4], [b, 3]])], [0.5, pages([[a, 6]])]], [[1, pages([[b, 2]])]]];
  assert.deepEqual(rank(hits, () => 1).map(({ page, score, missed }) => [page.id, score, missed]), [["b", 5, 0], ["a", 4 * Math.SQRT1_2, 1]]);
  assert.deepEqual(rank(hits, ({ id }) => (id === "a" ? 3 : 1)).map(({ page }) => page.id), ["a", "b"]);
  assert.deepEqual(rank(hits, () => 1, undefined, ({ id }) => (id === "a" ? 1 : 0)).map(({ page }) => page.id), ["a", "b"]);
  assert.deepEqual(rank([[[1, pages([])]]], () => 1), []);
  assert.deepEqual(rank([], () => 1), []);
});

test("what is called as typed comes first, found or not", () => {
  const [a, b, c] = ["a", "b", "c"].map((id) => ({ id, passages: [{ id: "begin" }, { id: "end" }] }));
  const list = first([b, c], [{ page: a, missed: 1 }, { page: b, missed: 1 }]);
  assert.deepEqual(list.map(({ page, missed }) => [page.id, missed]), [["b", 0], ["c", 0], ["a", 1]]);
  assert.deepEqual(list[1].passages, [{ id: "begin" }]);
});

test("a page is named when all of its name was typed, stop words more or less", () => {
  const urls = (query) => named(query, index.pages, lexicon.stops).map((page) => page.url);
  assert.deepEqual(urls("wat is de boom"), ["/b/"]);
  assert.deepEqual(urls("Wat is een fruit"), ["/c/"]);
  assert.deepEqual(urls("fruit"), ["/c/"]);
  assert.deepEqual(urls("boom appel"), []);
  assert.deepEqual(urls("wat is"), []);
});

test("a name among other words counts by how much of them it is", () => {
  const names = unpackNames(index.pages, lexicon.stops);
  assert.deepEqual([...inside("welke rol speelt de boom", names, lexicon.stops)].map(([{ url }, share]) => [url, share]), [["/b/", 0.25]]);
  assert.equal(inside("fiets", names, lexicon.stops).size, 0);
});

test("a cry is where words together say enough of one; where they say a little less, or a word always asks for help, help is beside", () => {
  const cry = (text) => cryIn(text, lexicon);
  for (const text of ["help!", "ik word gedwongen", "Help, ik ben GEDWONGEN", "help ik kan niet tegen gedwongen"]) assert.equal(cry(text), "own", text);
  for (const text of ["ze gedwongen", "help, zoon gedwongen", "ik kan er niet tegen", "over een steen"]) assert.equal(cry(text), "other", text);
  for (const text of ["ik", "gedwongen", "ik ik ik ik ik ik", "mijn leerling is gedwongen", "steen", ""]) assert.equal(cry(text), "", text);
  assert.equal(cryIn("ik word gedwongen", unpack({ ...data, cry: {} })), ""); // a language that knows no such words
});

test("wording asks for a page by its stop words and their order too", () => {
  const [a, b] = ["mijn appel mag ik|mag ik dat", "appel taart bakken"].map((asked, i) => ({ page: i, asked: asked.split("|").map((line) => line.split(" ")) }));
  const wording = unpackWording([a, b], (word) => word, new Set(["mag", "ik", "de"]));
  const [first, other] = [0, 1].map((page) => worded("mag ik de appel", wording).get(page));
  assert.ok(first > 0 && first > other, `${first} and ${other}`);
  assert.deepEqual(new Set(worded("de xqzvw", wording).values()), new Set([0])); // nobody asks with these
});

test("a snippet begins with the sentence that holds most of what was asked", () => {
  const text = "Een begin. Over 2 rode appels! Daarna meer.\nEen kop\n" + "Lang. ".repeat(60);
  assert.deepEqual(sentences("Zij zei ‘nee.’ Toen ging zij. Op 3 mei, b.v. hier.\nKop"), ["Zij zei ‘nee.’", "Toen ging zij.", "Op 3 mei, b.v. hier.", "Kop"]);
  const found = snippet(text, [new Set(["rode"]), new Set(["appel"])], lexicon.stem);
  assert.deepEqual([found.lines.slice(0, 2), found.above], [["Over 2 rode appels!", "Daarna meer."], "Een begin."]);
  assert.ok(found.text.startsWith("Over 2 rode appels! Daarna meer. Een kop") && found.text.endsWith(" …"));
  assert.deepEqual(snippet("", [], lexicon.stem), { text: "", lines: [], above: "" });
});

test("a snippet shows what is ours as well, and parts the items of a list", () => {
  assert.equal(snippet("Soms\u2063:\u2063 een appel\neen peer (2)\nAlles\u2063\u2063, ook dit.\nEn dat.", [], lexicon.stem).text, "Soms: een appel; een peer (2); Alles, ook dit. En dat.");
});

test("words that show an idea are marked, in any form", () => {
  assert.deepEqual(marked("De appels, <b>.", [new Set(["appel"])], lexicon.stem), [["De", false], [" ", false], ["appels", true], [", <", false], ["b", false], [">.", false]]);
});

test("an address opens at the section, and at the sentence", () => {
  const page = { url: "/a/" }, passage = { id: "rood" };
  assert.equal(address(page, passage), "/a/#rood");
  assert.equal(address(page, {}), "/a/");
  const at = (text, above, one = passage) => address(page, one, text.replaceAll("|", "\u2063").split("\n"), above);
  assert.equal(at("Kort & e-mail."), "/a/#rood"); // too little to know a place by
  assert.equal(at("Kort.\nEen zin & e-mail.\nEn nog een zin."), "/a/#rood:~:text=Een%20zin%20%26%20e%2Dmail&text=En%20nog%20een%20zin");
  assert.equal(at("Een zin & e-mail.", ["Zie: een zin & e-mail."]), "/a/#rood"); // it fits above, too
  assert.equal(at("Een zin & e-mail erbij.", ["Zie: Een zin & e-mail."]), "/a/#rood:~:text=Een%20zin%20%26%20e%2Dmail%20erbij");
  assert.equal(at("Een zin & e-mail.", [], { ...passage, kind: "figure" }), "/a/#rood"); // a record
  assert.equal(at("een twee, drie vier vijf zes zeven acht negen.", [], {}), "/a/#:~:text=een%20twee%2C%20drie%20vier,zes%20zeven%20acht%20negen");
  // Of a row or a sentence only what the page has as it is.
  assert.equal(at("|Wat:| 12| · Van wie het is:| een van ons allen hier| · Door:| wie telt"), "/a/#rood:~:text=een%20van%20ons%20allen,wie%20telt");
  assert.equal(at("een twee drie||, vier vijf zes zeven||."), "/a/#rood:~:text=vier%20vijf%20zes%20zeven");
});

test("filters: values widen, other filters narrow; counts leave the own filter out", () => {
  const pages = index.pages.map((page) => ({ page }));
  assert.ok(passes(pages[0], { section: ["netwerk", "recht"], audience: ["ouders"] }));
  assert.ok(!passes(pages[0], { section: ["netwerk"], audience: ["politie"] }));
  assert.ok(!passes(pages[2], { section: ["gone"] }));
  assert.equal(count(pages, { section: ["recht"] }, "section", "netwerk"), 1);
  assert.equal(count(pages, { section: ["recht"] }, "audience", "ouders"), 1);
});

test("texts: each passage by its id, whatever a newer file has; none when the file is gone", async (t) => {
  const page = { url: "/a/", passages: [{}, { id: "weg" }, { id: "twee" }] };
  const has = [{ text: "Begin." }, { id: "nieuw", text: "Nieuw." }, { id: "twee", text: "Twee." }];
  t.mock.method(globalThis, "fetch", async (address) => ({ ok: address === "/s/text/a/texts.json", json: async () => has }));
  assert.deepEqual((await texts("/s/", page)).map((one) => one?.text), ["Begin.", undefined, "Twee."]);
  assert.deepEqual(await texts("/s/", { ...page, url: "/gone/" }), []);
});
