/* Puts the redline of any two versions together from what the build compared and rendered: see
   render/any_two.py for the form of the data. Without it the page's list of redlines remains. */

(() => {
  "use strict";

  const fetched = async (address) => {
    const response = await fetch(address, { credentials: "same-origin" });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  };

  const element = (name, className, html = "") => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.innerHTML = html;
    return made;
  };

  const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  const fold = (store, places) => {
    const made = element("details", "gz-fold");
    const summary = document.createElement("summary");
    summary.textContent = counted(places.length, "unchanged clause");
    made.append(summary);
    for (const place of places) made.insertAdjacentHTML("beforeend", store.clauses[place]);
    return made;
  };

  const steps = (index, count) => {
    const made = element("p", "gz-steps");
    const link = (to, text, rel) => {
      const anchor = document.createElement("a");
      anchor.href = `#change-${to}`;
      anchor.rel = rel;
      anchor.textContent = text;
      return anchor;
    };
    const where = element("span", "gz-count");
    where.textContent = `Change ${index} of ${count}`;
    if (index > 1) made.append(link(index - 1, "Previous change", "prev"), " ");
    made.append(where);
    if (index < count) made.append(" ", link(index + 1, "Next change", "next"));
    return made;
  };

  const section = ([minor, , kinds, html], index, count) => {
    const classes = kinds.split(" ").map((kind) => ` gz-${kind}`).join("");
    const made = element("section", `gz-change${minor ? " gz-minor" : ""}${classes}`, html);
    made.id = `change-${index}`;
    made.tabIndex = -1;
    made.setAttribute("role", "group");
    const title = made.querySelector(".gz-change-title");
    title.id = `${made.id}-title`;
    made.setAttribute("aria-labelledby", title.id);
    if (count > 1) made.append(steps(index, count));
    return made;
  };

  const redline = (store, version, script) => {
    const made = element("div", "gz-redline gz-inline");
    const count = script.filter((step) => step < 0).length;
    let at = 0;
    let index = 0;
    for (const step of script) {
      if (step > 0) {
        made.append(fold(store, version.clauses.slice(at, at + step)));
        at += step;
      } else {
        const change = store.changes[-step - 1];
        index += 1;
        made.append(section(change, index, count));
        at += change[1];
      }
    }
    return [made, count];
  };

  const started = async (form) => {
    if (form.dataset.started) return;
    form.dataset.started = "true";
    const [from, to] = [form.elements.namedItem("from"), form.elements.namedItem("to")];
    const result = document.getElementById(form.dataset.result);
    const status = document.getElementById(form.dataset.status);
    const base = new URL(form.dataset.store, location.href);
    const store = fetched(base);

    const show = async () => {
      const { versions, clauses, changes } = await store;
      let [old, now] = [from.value, to.value].map((number) =>
        versions.findIndex((version) => version.number === number),
      );
      if (old < 0 || now < 0) {
        status.textContent = "There is no such version.";
        return;
      }
      if (old > now) [old, now] = [now, old];
      const [before, after] = [versions[old], versions[now]];
      result.replaceChildren();
      if (old === now) {
        status.textContent = "Choose two different versions.";
        return;
      }
      const scripts = await fetched(new URL(`${after.number}.json`, base));
      const [made, count] = redline({ clauses, changes }, after, scripts[before.number]);
      result.append(made);
      status.textContent = `From version ${before.number} to ${after.number}: ${counted(count, "change")}.`;
      const address = new URL(location.href);
      address.search = `?from=${before.number}&to=${after.number}`;
      history.replaceState(null, "", address);
      document.dispatchEvent(new CustomEvent("gazette:redline"));
    };

    const shown = () =>
      show().catch(() => {
        status.textContent = "The versions could not be loaded. The redlines below cover every step.";
      });

    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      shown();
    });
    const asked = new URLSearchParams(location.search);
    const since = asked.get("from") ?? asked.get("since");
    if (since) {
      from.value = since;
      if (asked.get("to")) to.value = asked.get("to");
      await shown();
    }
  };

  const begun = () => document.querySelectorAll("form.gz-compare").forEach(started);

  /* Material swaps pages without loading them anew, and tells of each by this. */
  if (typeof window.document$ === "object") window.document$.subscribe(begun);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begun);
  else begun();
})();
