// Loaded by every page. Each behaviour binds itself to data- hooks; the page works without any of them.
import "./cite.js";
import "./contents.js";
import "./copy.js";
import "./exit.js";
import "./heading.js";
import "./print.js";
import "./quiz.js";
import "./search-loader.js";
import "./term.js";
import "./wide-open.js";
