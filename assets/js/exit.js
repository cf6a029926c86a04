// Quick exit: replaces this page, so that Back does not return to it. Three presses of Shift within
// five seconds do the same. Earlier pages stay in the history; the page says so.
const WINDOW_MS = 5000, PRESSES = 3;
const link = document.querySelector("[data-exit]");
const status = document.querySelector("[data-exit-status]");
let presses = [], alone = false, timer;

function leave() {
  document.title = "…";
  document.body.hidden = true;
  location.replace(link.href);
}

function tell(text) {
  status.textContent = text;
}

// What was counted lapses; who heard the count hears that too.
function forget() {
  clearTimeout(timer);
  if (presses.length) tell(link.dataset.exitLapsed);
  presses = [];
}

// Shift that makes a capital is no press: only one without another key between down and up.
function onKeyDown(event) {
  alone = event.key === "Shift";
  if (!alone) forget();
}

function onKeyUp(event) {
  if (event.key !== "Shift" || !alone) return;
  const now = Date.now();
  presses = [...presses.filter((at) => now - at < WINDOW_MS), now];
  const left = PRESSES - presses.length;
  if (left === 0) return leave();
  tell(left === 1 ? link.dataset.exitOnce : link.dataset.exitCount.replace("{n}", left));
  clearTimeout(timer);
  timer = setTimeout(forget, WINDOW_MS);
}

if (link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", onKeyDown);
  document.addEventListener("keyup", onKeyUp);
  // A page kept in memory must not come back blank.
  addEventListener("pageshow", () => { document.body.hidden = false; });
}
