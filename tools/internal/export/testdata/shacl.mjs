// Holds graphs, by name and as Turtle on standard input, against the shapes in the file that is named, and tells what in each does not conform.
import { readFileSync } from "node:fs";
import { Parser, Store } from "n3";
import Validator from "rdf-validate-shacl";

const graph = (text) => new Store(new Parser().parse(text));
const validator = new Validator(graph(readFileSync(process.argv[2], "utf8")));
const faults = {};
for (const [name, text] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
	const { results } = await validator.validate(graph(text));
	faults[name] = results.map((r) => [r.focusNode, r.path, r.sourceConstraintComponent].map((t) => t?.value).join(" "));
}
console.log(JSON.stringify(faults));
