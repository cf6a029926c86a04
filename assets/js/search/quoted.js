// A word between the quotation marks of the page's language.
export const quoted = (text, word) => text.textQuoted.replace("{word}", () => word);
