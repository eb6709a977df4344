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
  // Filters by outlet and measure.
  const filters = document.getElementById("filters");
  const outlet = document.getElementById("filter-outlet");
  const measure = document.getElementById("filter-measure");
  const count = document.getElementById("filter-count");
  const apply = () => {
    let shown = 0;
    for (const item of all("[data-outlet]")) {
      const hide = (outlet.value && item.dataset.outlet !== outlet.value) ||
        (measure.value && item.dataset.measure !== undefined && item.dataset.measure !== measure.value);
      item.toggleAttribute("data-hidden", Boolean(hide));
      if (!hide && item.tagName === "ARTICLE") shown += 1;
    }
    count.textContent = outlet.value || measure.value ? `${shown} articles` : "";
  };
  filters.hidden = false;
  outlet.addEventListener("change", apply);
  measure.addEventListener("change", apply);
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
  // A link to passages opens them.
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === "DETAILS") target.open = true;
  };
  addEventListener("hashchange", open);
  open();
})();
