"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  // Sorting: each heading becomes a button.
  for (const table of all("table")) {
    all("thead th", table).forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = heading.textContent;
      heading.replaceChildren(button);
      button.addEventListener("click", () => {
        const up = heading.getAttribute("aria-sort") !== "ascending";
        all("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
        heading.setAttribute("aria-sort", up ? "ascending" : "descending");
        const body = table.tBodies[0];
        const value = (row) => {
          const cell = row.cells[column];
          return cell.dataset.sort === undefined ? null : Number(cell.dataset.sort);
        };
        const compare = (one, two) => {
          const a = value(one), b = value(two);
          if (a !== null && b !== null) return a - b;
          if (a !== null || b !== null) return a === null ? 1 : -1;
          return one.cells[column].textContent.localeCompare(two.cells[column].textContent);
        };
        const rows = Array.from(body.rows).sort(compare);
        if (!up) rows.reverse();
        body.append(...rows);
      });
    });
  }
  // Filters by outlet, measure and words: their place is the address.
  const filters = document.getElementById("filters");
  const outlet = document.getElementById("filter-outlet");
  const measure = document.getElementById("filter-measure");
  const search = document.getElementById("search");
  const count = document.getElementById("filter-count");
  const fields = { outlet, measure, q: search };
  const mark = (words) => {
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("found");
    if (words.length < 2) return;
    const found = new Highlight();
    for (const article of all("article:not([data-hidden])")) {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.data.toLowerCase();
        if (text.length !== node.data.length) continue;
        for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + words.length);
          found.add(range);
        }
      }
    }
    CSS.highlights.set("found", found);
  };
  const apply = () => {
    let shown = 0;
    const words = search.value.trim().toLowerCase();
    for (const item of all("[data-outlet], [data-outlets]")) {
      const names = item.dataset.outlets === undefined ? [item.dataset.outlet] : item.dataset.outlets.split("|");
      const article = item.tagName === "ARTICLE";
      const hide = (outlet.value && !names.includes(outlet.value)) ||
        (measure.value && item.dataset.measure !== undefined && item.dataset.measure !== measure.value) ||
        (words && article && !item.textContent.toLowerCase().includes(words));
      item.toggleAttribute("data-hidden", Boolean(hide));
      if (article) {
        if (!hide) shown += 1;
        item.querySelector("details").open = Boolean(words && !hide);
      }
    }
    mark(words);
    count.textContent = outlet.value || measure.value || words ? `${shown} articles` : "";
    const query = new URLSearchParams();
    for (const [name, field] of Object.entries(fields)) if (field.value) query.set(name, field.value);
    const address = (query.size ? "?" + query : location.pathname.split("/").pop()) + location.hash;
    try { history.replaceState(null, "", address); } catch { /* some viewers have no address */ }
  };
  filters.hidden = false;
  const asked = new URLSearchParams(location.search);
  for (const [name, field] of Object.entries(fields)) {
    field.value = asked.get(name) ?? "";
    field.addEventListener(field === search ? "input" : "change", apply);
  }
  if ([...asked.keys()].some((name) => name in fields)) apply();
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      search.focus();
    }
    if (event.key === "Escape" && document.activeElement === search) {
      search.value = "";
      apply();
    }
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") document.getElementById("reader")?.scrollIntoView();
  });
  // Two articles side by side: the longest common run of words, kept short by common beginnings and ends.
  const compare = document.getElementById("compare");
  if (compare) {
    compare.hidden = false;
    const left = document.getElementById("compare-left");
    const right = document.getElementById("compare-right");
    const result = document.getElementById("compare-result");
    const wordsOf = (id) => all(".headline, .headline ~ p:not(.details)", document.getElementById(id))
      .flatMap((p) => [...p.textContent.trim().split(/\s+/), "\n"]);
    const key = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}\n]/gu, "");
    const show = (words, kept, tag) => {
      const box = document.createElement("div");
      let at = 0;
      let paragraph = document.createElement("p");
      while (at < words.length) {
        if (words[at] === "\n") {
          box.append(paragraph);
          paragraph = document.createElement("p");
          at += 1;
          continue;
        }
        let end = at;
        while (end < words.length && words[end] !== "\n" && kept[end] === kept[at]) end += 1;
        const text = words.slice(at, end).join(" ");
        if (kept[at]) paragraph.append(text + " ");
        else {
          const piece = document.createElement(tag);
          piece.textContent = text;
          paragraph.append(piece, " ");
        }
        at = end;
      }
      box.append(paragraph);
      return box;
    };
    document.getElementById("compare-run").addEventListener("click", () => {
      const one = wordsOf(left.value).slice(0, 3000), two = wordsOf(right.value).slice(0, 3000);
      const a = one.map(key), b = two.map(key);
      const width = b.length + 1;
      const table = new Uint16Array((a.length + 1) * width);
      for (let i = a.length - 1; i >= 0; i -= 1) {
        for (let j = b.length - 1; j >= 0; j -= 1) {
          table[i * width + j] = a[i] === b[j]
            ? table[(i + 1) * width + j + 1] + 1
            : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
        }
      }
      // Three words in a row are shared text; a single "the" is chance.
      const keptOne = one.map(() => false), keptTwo = two.map(() => false);
      for (let i = 0, j = 0; i < a.length && j < b.length;) {
        if (a[i] === b[j]) {
          let run = 1;
          while (i + run < a.length && j + run < b.length && a[i + run] === b[j + run]) run += 1;
          const shared = run > 2;
          for (let at = 0; at < run; at += 1) keptOne[i + at] = keptTwo[j + at] = shared;
          i += run;
          j += run;
        }
        else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) i += 1;
        else j += 1;
      }
      result.replaceChildren(show(one, keptOne, "del"), show(two, keptTwo, "ins"));
    });
  }
  // Marks by measure.
  const marks = document.getElementById("marks");
  if (marks) {
    marks.hidden = false;
    marks.addEventListener("change", () => {
      const on = new Set(all("input:checked", marks).map((box) => box.dataset.group));
      for (const mark of all("article mark")) {
        const visible = Array.from(mark.classList).some((name) => on.has(name));
        mark.classList.toggle("off", !visible);
        mark.tabIndex = visible ? 0 : -1;
      }
    });
  }
  // A link into what is folded opens it.
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target.tagName === "ARTICLE") target.querySelector("details").open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
  // The list of contents says where one is.
  const links = new Map(all("nav ol a").map((link) => [link.hash.slice(1), link]));
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      links.forEach((link) => link.removeAttribute("aria-current"));
      links.get(entry.target.id)?.setAttribute("aria-current", "true");
    }
  }, { rootMargin: "0px 0px -75% 0px" });
  all("main > section").forEach((section) => seen.observe(section));
})();
