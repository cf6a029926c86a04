// Quick exit: replaces this page, so that Back does not return to it. Three presses of Shift within
// five seconds do the same. Earlier pages stay in the history; the page says so.
const WINDOW_MS = 5000;
const link = document.querySelector("[data-exit]");
const status = document.querySelector("[data-exit-status]");
let presses = [];

function leave() {
  document.title = "…";
  document.body.hidden = true;
  location.replace(link.href);
}

function onKeyUp(event) {
  if (event.key !== "Shift") {
    presses = [];
    return;
  }
  const now = Date.now();
  presses = [...presses.filter((at) => now - at < WINDOW_MS), now];
  if (presses.length > 2) leave();
  else if (presses.length === 2) status.textContent = link.dataset.exitCount.replace("{n}", "1");
}

if (link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keyup", onKeyUp);
  // A page kept in memory must not come back blank.
  addEventListener("pageshow", () => { document.body.hidden = false; });
}
