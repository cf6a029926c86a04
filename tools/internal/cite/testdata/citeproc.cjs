// Prints references by citeproc-js, as JSON. Reads {style, locale, items} from
// standard input: changes to the style and the locale, and works in CSL-JSON,
// each with the word that its date is doubted with.
const fs = require('fs')
const CSL = require('citeproc')

const { locale, changes, items } = JSON.parse(fs.readFileSync(0, 'utf8'))
const texts = {
  style: require('@citation-js/plugin-csl/lib/styles.json').apa.replace(/>\s+</g, '><').replace(/<!--.*?-->/gs, '').replace(/ disambiguate-[a-z-]+="[^"]*"/g, ''),
  locale: require('@citation-js/plugin-csl/lib/locales.json')[locale].replace(/>\s+</g, '><'),
}
for (const { of, find, put } of changes) {
  if (!texts[of].includes(find)) throw new Error(`the ${of} does not hold ${find}`)
  texts[of] = texts[of].replaceAll(find, put)
}

const byID = Object.fromEntries(items.map(({ work }) => [work.id, work]))
const printed = {}
for (const doubt of new Set(items.map(item => item.doubt))) {
  const circa = text => doubt ? text.replace(/(<term (?:form="short" name="circa"|name="circa" form="short")>)[^<]*/g, '$1' + doubt) : text
  const system = { retrieveLocale: () => circa(texts.locale), retrieveItem: id => byID[id] }
  const engine = new CSL.Engine(system, circa(texts.style), locale, true)
  engine.updateItems(items.filter(item => item.doubt === doubt).map(({ work }) => work.id))
  const [{ entry_ids: ids }, entries] = engine.makeBibliography()
  ids.forEach(([id], i) => { printed[id] = entries[i].replace(/<\/?div[^>]*>/g, '').trim() })
}
console.log(JSON.stringify(items.map(({ work }) => printed[work.id])))
