// Contents, filters and boxes are folded on a narrow screen and open beside the text on a wide one.
const wide = matchMedia("(min-width: 64rem)");
const follow = () => {
  for (const details of document.querySelectorAll("[data-wide-open]")) {
    details.open = wide.matches;
    details.dataset.wideOpen = "followed"; // until then the style sheet may show it open
  }
};
// Who follows a link to a heading, from a search as well, has asked for the boxes below it.
const unfold = () => {
  const heading = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".heading");
  const sought = heading?.nextElementSibling;
  for (const details of sought?.querySelectorAll("[data-wide-open]") ?? []) details.open = true;
};
wide.addEventListener("change", follow);
addEventListener("hashchange", unfold);
follow();
unfold();
