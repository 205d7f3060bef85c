/* Adds to a redline what needs a script: buttons that lead from change to change and say where one
   is, and folds that open for what a link leads into. Without it the links do the same. */

(() => {
  "use strict";

  const opened = (target) => {
    for (let at = target?.parentElement; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
  };

  const followed = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    opened(target);
    target.scrollIntoView();
  };

  const button = (text, onClick) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", onClick);
    return made;
  };

  const isShown = (element) => element.getClientRects().length > 0;

  const started = (redline) => {
    if (redline.querySelector(":scope > .gz-bar")) return;
    const changes = [...redline.querySelectorAll(":scope > .gz-change")];
    if (changes.length < 2) return;

    const bar = document.createElement("div");
    bar.className = "gz-bar";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Changes");
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    let at = -1;

    const gone = (step) => {
      at = (at + step + changes.length) % changes.length;
      status.textContent = `Change ${at + 1} of ${changes.length}`;
      changes[at].focus();
      changes[at].scrollIntoView({ block: "start" });
    };

    bar.append(
      button("Previous change", () => gone(at < 0 ? 0 : -1)),
      button("Next change", () => gone(1)),
      status,
    );
    redline.append(bar);

    redline.addEventListener("focusin", (event) => {
      const change = event.target.closest(".gz-change");
      if (change && isShown(change)) at = changes.indexOf(change);
    });
  };

  const begun = () => {
    document.querySelectorAll(".gz-redline").forEach(started);
    followed();
  };

  window.addEventListener("hashchange", followed);
  document.addEventListener("gazette:redline", begun);

  /* Material swaps pages without loading them anew, and tells of each by this. */
  if (typeof window.document$ === "object") window.document$.subscribe(begun);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begun);
  else begun();
})();
