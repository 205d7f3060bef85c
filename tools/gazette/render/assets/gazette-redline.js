/* Adds to a redline what needs a script: buttons that lead from change to change and say where one
   is, one that unfolds what did not change, and folds that open for what a link leads into. Without
   it the links do the same, and the views are switched by style alone. */

(() => {
  "use strict";

  const isShown = (element) => element.getClientRects().length > 0;

  const followed = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
    /* A clause has its address in one view only; in the other, its change stands for it. */
    (isShown(target) ? target : target.closest(".gz-change"))?.scrollIntoView();
  };

  const button = (text, onClick) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", () => onClick(made));
    return made;
  };

  const barOf = (redline) => {
    const found = redline.querySelector(":scope > .gz-bar");
    if (found) return found;
    const made = document.createElement("div");
    made.className = "gz-bar";
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", "Changes");
    redline.prepend(made);
    return made;
  };

  const steps = (redline, changes) => {
    const status = document.createElement("span");
    status.className = "gz-count";
    status.setAttribute("role", "status");
    let at = -1;

    const gone = (step) => {
      at = at < 0 && step < 0 ? changes.length - 1 : (at + step + changes.length) % changes.length;
      changes[at].focus({ preventScroll: true });
      changes[at].scrollIntoView({ block: "start" });
      status.textContent = `Change ${at + 1} of ${changes.length}`;
    };

    redline.addEventListener("focusin", (event) => {
      const change = event.target.closest(".gz-change");
      if (change) at = changes.indexOf(change);
    });
    redline.addEventListener("change", () => {
      if (at >= 0) changes[at].scrollIntoView({ block: "start" });
    });
    return [
      button("Previous change", () => gone(-1)),
      button("Next change", () => gone(1)),
      status,
    ];
  };

  const unfolding = (folds) => {
    const made = button("Show unchanged text", () => {
      const open = made.getAttribute("aria-pressed") !== "true";
      made.setAttribute("aria-pressed", String(open));
      for (const fold of folds) fold.open = open;
    });
    made.setAttribute("aria-pressed", "false");
    return made;
  };

  const started = (redline) => {
    const bar = barOf(redline);
    if (bar.querySelector("button")) return;
    const changes = [...redline.querySelectorAll(":scope > .gz-change")];
    const folds = [...redline.querySelectorAll(":scope > .gz-fold")];
    if (changes.length > 1) bar.append(...steps(redline, changes));
    if (folds.length) bar.append(unfolding(folds));
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
