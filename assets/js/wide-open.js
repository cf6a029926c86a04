// Contents and filters are folded on a narrow screen and open beside the text on a wide one.
const wide = matchMedia("(min-width: 64rem)");
const follow = () => {
  for (const details of document.querySelectorAll("[data-wide-open]")) {
    details.open = wide.matches;
    details.dataset.wideOpen = "followed"; // until then the style sheet may show it open
  }
};
wide.addEventListener("change", follow);
follow();
