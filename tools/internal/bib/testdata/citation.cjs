// Prints works as citation-js reads them: for each text the CSL-JSON. Reads a list of
// {form, text} from standard input: the form of its input, and the text.
const fs = require('fs')
const { Cite } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-ris')

const read = ({ form, text }) => new Cite(text, { forceType: form, generateGraph: false }).data
console.log(JSON.stringify(JSON.parse(fs.readFileSync(0, 'utf8')).map(read)))
