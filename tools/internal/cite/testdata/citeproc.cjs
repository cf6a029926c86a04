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

// Making an engine costs more than all works do: one serves all words of doubt, which
// take the place of its own in what it prints.
const doubted = '\uE000'
const circa = text => text.replace(/(<term (?:form="short" name="circa"|name="circa" form="short")>)[^<]*/g, '$1' + doubted)
const byID = Object.fromEntries(items.map(item => [item.work.id, item]))
const system = { retrieveLocale: () => circa(texts.locale), retrieveItem: id => byID[id].work }
const engine = new CSL.Engine(system, circa(texts.style), locale, true)
engine.updateItems(Object.keys(byID), true, true)
const [{ entry_ids: ids }, entries] = engine.makeBibliography()
const printed = {}
ids.forEach(([id], i) => { printed[id] = entries[i].replace(/<\/?div[^>]*>/g, '').trim().replaceAll(doubted, byID[id].doubt) })
console.log(JSON.stringify(items.map(({ work }) => printed[work.id])))
