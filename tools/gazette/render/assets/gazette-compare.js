/* Puts the redline of any two versions together from what the build compared and rendered: see
   render/any_two.py for what is stored and render/any_two_files.py for the files. Nothing is
   compared here. Without it, the page's list of redlines covers every step. */

(() => {
  "use strict";

  const FORMAT = 1;

  /* Only what the build of this site rendered becomes HTML, and this policy says so. */
  const own = window.trustedTypes?.createPolicy("gazette-compare", { createHTML: (html) => html });

  const parsed = (html) => {
    const page = new DOMParser().parseFromString(own ? own.createHTML(html) : html, "text/html");
    return document.importNode(page.body.firstElementChild, true);
  };

  const from = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

  const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  /* Files ---------------------------------------------------------------------------------- */

  class Store {
    constructor(base) {
      this.base = base;
      this.files = new Map();
    }

    file(name) {
      if (!this.files.has(name)) this.files.set(name, this.fetched(name));
      return this.files.get(name);
    }

    async fetched(name) {
      try {
        const response = await fetch(new URL(name, this.base), { credentials: "same-origin" });
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return await response.json();
      } catch (error) {
        this.files.delete(name);
        throw error;
      }
    }

    async contents() {
      const contents = await this.file("store.json");
      if (contents.format !== FORMAT) throw new Error(`store.json: format ${contents.format}`);
      return contents;
    }

    /* The clauses or changes at some places, by place: of all files, only those that hold one. */
    async pieces(name, places) {
      const counts = (await this.contents())[name];
      const found = new Map();
      const wanted = [...new Set(places)].sort((one, other) => one - other);
      let first = 0;
      const files = counts.map((count, at) => {
        const start = first;
        first += count;
        return [at, start, wanted.filter((place) => place >= start && place < start + count)];
      });
      await Promise.all(
        files.map(async ([at, start, here]) => {
          if (!here.length) return;
          const rows = await this.file(`${name}-${at}.json`);
          for (const place of here) found.set(place, rows[place - start]);
        }),
      );
      return found;
    }

    /* What the redline from one version to a later one shows, in order: changes, and runs of
       clauses that did not change. */
    async comparison(versions, old, now) {
      const { clauses, steps, coarse } = await this.file(`${versions[now]}.json`);
      const script = new Map();
      for (const step of steps.slice(0, now - old)) {
        for (const [at, ...changes] of step) script.set(at, changes);
      }
      const [changes, texts] = await Promise.all([
        this.pieces("changes", [...script.values()].flat()),
        this.pieces("clauses", clauses),
      ]);
      const rows = [];
      let same = [];
      for (let at = 0; at <= clauses.length; ) {
        let taken = 0;
        for (const place of script.get(at) ?? []) {
          const [takes, isMinor, entry, html] = changes.get(place);
          if (same.length) rows.push({ same });
          same = [];
          rows.push({ isMinor, entry, html });
          taken += takes;
        }
        if (!taken && at < clauses.length) same.push(texts.get(clauses[at]));
        at += taken || 1;
      }
      if (same.length) rows.push({ same });
      return { rows, isCoarse: coarse.includes(old) };
    }
  }

  /* Clauses that did not change ------------------------------------------------------------ */

  /* Heading levels without a gap, from the highest of them downwards. */
  const levelled = (clauses) => {
    const used = clauses.filter(([, html]) => html.startsWith("<h")).map(([level]) => level);
    const open = [Math.min(...used)];
    return (level) => {
      while (open.length > 1 && open.at(-1) >= level) open.pop();
      if (level > open.at(-1)) open.push(level);
      return Math.min(open.length + 2, 6);
    };
  };

  const asHeading = (heading, level) => {
    const made = document.createElement(`h${level}`);
    made.className = heading.className;
    made.append(...heading.childNodes);
    return made;
  };

  /* Neighbours of these kinds stand in one block; a table's header row begins another one. */
  const JOINED = [".gz-table:not(:has(thead))", "dl", "blockquote", ".gz-footnotes"];

  const joins = (last, block) =>
    last &&
    JOINED.some((kind) => block.matches(kind) && last.matches(kind.replace(":not(:has(thead))", "")));

  const join = (last, block) => {
    if (!block.matches(".gz-table")) return last.append(...block.childNodes);
    const body = last.querySelector("tbody");
    if (body) return body.append(...block.querySelector("tbody").childNodes);
    return last.querySelector("table").append(block.querySelector("tbody"));
  };

  /* Clauses in their blocks, as render/blocks.py has them: in one list, one table, one quotation. */
  const blocks = (clauses) => {
    const found = document.createElement("div");
    const items = [];
    const level = levelled(clauses);
    for (const [depth, html] of clauses) {
      const block = parsed(html);
      if (block.matches(".gz-list")) {
        items.length = Math.min(Math.max(depth, 1), items.length + 1) - 1;
        const above = items.at(-1) ?? found;
        const item = block.firstElementChild;
        const list = above.lastElementChild;
        if (list?.matches(".gz-list") && list.tagName === block.tagName) list.append(item);
        else above.append(block);
        items.push(item);
      } else if (block.matches("p") && depth && items.length) {
        items[Math.min(depth, items.length) - 1].append(block);
      } else {
        items.length = 0;
        if (joins(found.lastElementChild, block)) join(found.lastElementChild, block);
        else found.append(block.matches("h3") ? asHeading(block, level(depth)) : block);
      }
    }
    return found.childNodes;
  };

  const fold = (clauses) => {
    const made = from("gz-fold");
    made.querySelector("summary").textContent = counted(clauses.length, "unchanged clause");
    made.append(...blocks(clauses));
    return made;
  };

  /* Changes -------------------------------------------------------------------------------- */

  /* A change is stored as the second of three: it gets its own place. */
  const placed = (html, index, count) => {
    const made = parsed(html);
    made.id = `change-${index}`;
    const title = made.querySelector(".gz-change-title");
    title.id = `${made.id}-title`;
    made.setAttribute("aria-labelledby", title.id);
    const steps = made.querySelector(".gz-steps");
    if (count === 1) steps.remove();
    const [before, where, after] = steps.children;
    before.href = `#change-${index - 1}`;
    after.href = `#change-${index + 1}`;
    where.textContent = where.textContent.replace("2", index).replace(/3$/, count);
    if (index === 1) before.remove();
    if (index === count) after.remove();
    return made;
  };

  const listed = ({ entry, index }) => {
    const made = parsed(entry);
    made.querySelector("a").href = `#change-${index}`;
    return made;
  };

  const brief = (changes) => {
    const made = from("gz-brief");
    const [nothing, major, minor] = made.children;
    const small = changes.filter((change) => change.isMinor);
    major.append(...changes.filter((change) => !change.isMinor).map(listed));
    minor.querySelector("ul").append(...small.map(listed));
    const summary = minor.querySelector("summary");
    summary.textContent = summary.textContent.replace("2 minor changes", counted(small.length, "minor change"));
    if (changes.length) nothing.remove();
    if (small.length === changes.length) major.remove();
    if (small.length) minor.open = small.length === changes.length;
    else minor.remove();
    return made.childNodes;
  };

  const redline = (rows) => {
    const made = from("gz-redline");
    const changes = rows.filter((row) => row.html);
    changes.forEach((change, at) => (change.index = at + 1));
    if (!changes.length) made.replaceChildren();
    made.append(
      ...rows.map((row) =>
        row.same ? fold(row.same) : placed(row.html, row.index, changes.length),
      ),
    );
    return [made, changes];
  };

  /* The page ------------------------------------------------------------------------------- */

  const option = (select, number) => [...select.options].find(({ value }) => value === number);

  class Page {
    constructor(form) {
      this.from = form.elements.namedItem("from");
      this.to = form.elements.namedItem("to");
      this.inForce = this.to.value;
      this.result = document.getElementById("gz-compare-result");
      this.status = document.getElementById("gz-compare-status");
      this.store = new Store(new URL(form.dataset.store, location.href));
      this.shown = "";
      form.hidden = false;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.choose();
      });
      window.addEventListener("popstate", () => this.follow());
      this.follow();
    }

    /* What the address asks for: from a version, to the one in force unless it says another. */
    follow() {
      const asked = new URLSearchParams(location.search);
      const [old, now] = [asked.get("from"), asked.get("to") ?? this.inForce];
      const wanted = old === null ? "" : `${old} ${now}`;
      if (wanted === this.shown) return;
      if (old === null) this.clear("");
      else this.show(old, now);
    }

    async choose() {
      const address = new URL(location.href);
      address.hash = "";
      address.search = new URLSearchParams({ from: this.from.value, to: this.to.value });
      if (address.href !== location.href) history.pushState(null, "", address);
      await this.show(this.from.value, this.to.value);
      this.result.querySelector("h2")?.focus();
    }

    clear(message) {
      this.shown = "";
      this.result.replaceChildren();
      this.status.textContent = message;
    }

    async show(old, now) {
      const wanted = `${old} ${now}`;
      this.shown = wanted;
      this.status.textContent = "Comparing…";
      try {
        const { versions } = await this.store.contents();
        const said = await this.found(versions, old, now);
        if (this.shown === wanted) said();
      } catch {
        if (this.shown !== wanted) return;
        this.clear("The versions could not be loaded. The redlines below cover every step.");
      }
    }

    /* Shows what there is to show of two versions, when it is called. */
    async found(versions, old, now) {
      const unknown = [old, now].find((number) => !versions.includes(number));
      if (unknown !== undefined) {
        return () => this.clear(`This policy has no version “${unknown}”. Choose two from the lists.`);
      }
      const isTurned = versions.indexOf(old) > versions.indexOf(now);
      const [first, last] = isTurned ? [now, old] : [old, now];
      const turned = isTurned ? ` Version ${first} came before ${last}, so the redline starts there.` : "";
      if (first === last) {
        return () => {
          [this.from.value, this.to.value] = [first, last];
          const inForce = first === this.inForce ? ": it is the one in force" : "";
          this.status.textContent = `Nothing has changed since version ${first}${inForce}. Choose two different versions.`;
        };
      }
      const [start, end] = [versions.indexOf(first), versions.indexOf(last)];
      const { rows, isCoarse } = await this.store.comparison(versions, start, end);
      return () => {
        [this.from.value, this.to.value] = [first, last];
        const count = this.fill(first, last, rows, isCoarse, end - start === 1);
        this.status.textContent = `${counted(count, "change")} from version ${first} to ${last}.${turned}`;
      };
    }

    fill(first, last, rows, isCoarse, isOneStep) {
      const made = from("gz-result");
      const [marked, changes] = redline(rows);
      const view = this.result.querySelector("[name=gz-view]:checked")?.value ?? "inline";
      made.querySelector("h2").textContent = `From version ${first} to ${last}`;
      const links = made.querySelectorAll(".gz-actions a");
      [first, last].forEach((number, at) => {
        links[at].href = option(this.from, number).dataset.page;
        links[at].textContent += ` ${number}`;
      });
      const step = document.querySelector(`[data-step="${CSS.escape(last)}"] a`);
      if (isOneStep) links[2].href = step.href;
      else links[2].parentElement.remove();
      if (!isCoarse) made.querySelector(".gz-coarse").remove();
      made.querySelector(".gz-brief").append(...brief(changes));
      made.append(marked);
      this.result.replaceChildren(made);
      if (changes.length) made.querySelector(`[value=${view}]`).checked = true;
      document.dispatchEvent(new CustomEvent("gazette:redline"));
      return changes.length;
    }
  }

  const begun = () =>
    document.querySelectorAll("form.gz-compare[hidden]").forEach((form) => new Page(form));

  /* Material swaps pages without loading them anew, and tells of each by this. */
  if (typeof window.document$ === "object") window.document$.subscribe(begun);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begun);
  else begun();
})();
