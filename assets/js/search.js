// Loaded on first use of a search field. See search/*.js.
export { combobox } from "./search/combobox.js";
export { searchPage } from "./search/page.js";
