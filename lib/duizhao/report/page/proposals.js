"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  // The words are English in this source; the page brings those of its language.
  const words = byId("words") ? JSON.parse(byId("words").textContent) : {};
  const t = (text, ...values) =>
    values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), words[text] || text);
  const rows = [...document.querySelectorAll("#rows tr")];
  const key = "duizhao-proposals-" + document.body.dataset.key;
  let decisions = {};
  let current = -1;

  // What a browser keeps for a page that was opened from a file may be shared or refused.
  const load = () => {
    try {
      decisions = JSON.parse(localStorage.getItem(key)) || {};
    } catch {
      decisions = {};
    }
  };
  const store = () => {
    try {
      localStorage.setItem(key, JSON.stringify(decisions));
    } catch {
      // Saved to a file all the same.
    }
  };

  const stateOf = (row) => (decisions[row.id] || {}).state || row.dataset.state || "";
  const cell = (row, name) => row.querySelector("." + name);
  const termOf = (row) => row.dataset.term;
  const proposedOf = (row) => row.dataset.rendering;
  const renderingOf = (row) => (decisions[row.id] || {}).rendering || proposedOf(row);

  const paint = (row) => {
    const state = stateOf(row);
    row.classList.toggle("accepted", state === "accepted");
    row.classList.toggle("rejected", state === "rejected");
    cell(row, "accept").setAttribute("aria-pressed", state === "accepted");
    cell(row, "reject").setAttribute("aria-pressed", state === "rejected");
    const target = cell(row, "target");
    target.textContent = renderingOf(row);
    if (renderingOf(row) !== proposedOf(row)) {
      const old = document.createElement("s");
      old.textContent = proposedOf(row);
      target.append(old);
    }
  };

  const count = () => {
    const by = {accepted: 0, rejected: 0, "": 0};
    for (const row of rows) by[stateOf(row)] += 1;
    byId("open").textContent = by[""];
    byId("accepted").textContent = by.accepted;
    byId("rejected").textContent = by.rejected;
    byId("progress").value = rows.length ? 1 - by[""] / rows.length : 1;
  };

  const visible = (row) => !row.hidden;

  const select = (index) => {
    if (current >= 0) rows[current].classList.remove("current");
    current = index;
    if (index < 0) return;
    rows[index].classList.add("current");
    rows[index].scrollIntoView({block: "nearest"});
  };

  const step = (by) => {
    let next = current;
    do next += by; while (next >= 0 && next < rows.length && !visible(rows[next]));
    if (next >= 0 && next < rows.length) select(next);
  };

  const decide = (row, state, rendering) => {
    decisions[row.id] = {state, rendering: rendering || (decisions[row.id] || {}).rendering};
    store();
    paint(row);
    count();
    byId("live").textContent = t("{0}: " + (state || "to decide"), termOf(row));
  };

  const filter = () => {
    const wanted = byId("show").value;
    const text = byId("search").value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const state = stateOf(row) || "open";
      const found = !text || (termOf(row) + "\n" + renderingOf(row)).toLowerCase().includes(text);
      row.hidden = !found || (wanted !== "" && wanted !== state);
      if (!row.hidden) shown += 1;
    }
    byId("none").hidden = shown > 0;
    if (current < 0 || !visible(rows[current])) select(rows.findIndex(visible));
  };

  const edit = (row) => {
    const target = cell(row, "target");
    const input = document.createElement("input");
    input.value = renderingOf(row);
    input.setAttribute("aria-label", t("Rendering of {0}", termOf(row)));
    target.replaceChildren(input);
    input.focus();
    input.select();
    let done = false;
    const finish = (accept) => {
      if (done) return;
      done = true;
      const value = input.value.trim();
      if (accept && value) {
        decide(row, "accepted", value);
        step(1);
      } else {
        paint(row);
      }
    };
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.isComposing) return;
      if (event.key === "Enter") finish(true);
      if (event.key === "Escape") finish(false);
    });
    input.addEventListener("blur", () => finish(false));
  };

  // RFC 4180; the mark at the beginning tells spreadsheet programs that it is UTF-8.
  const quoted = (text) => (/[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
  const saved = () => {
    const {source, target} = document.body.dataset;
    const lines = [[source, target, "status", "provenance"]];
    for (const row of rows) {
      const state = stateOf(row);
      if (!state) continue;
      const changed = renderingOf(row) !== proposedOf(row);
      if (state === "rejected" || changed) {
        lines.push([termOf(row), proposedOf(row), "rejected", row.dataset.place]);
      }
      if (state === "accepted") {
        lines.push([termOf(row), renderingOf(row), "preferred", row.dataset.place]);
      }
    }
    return "\uFEFF" + lines.map((line) => line.map(quoted).join(",") + "\r\n").join("");
  };
  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([saved()], {type: "text/csv"}));
    link.download = document.body.dataset.file;
    link.click();
    URL.revokeObjectURL(link.href);
    byId("live").textContent = t("saved as {0}", link.download);
  };

  const help = () => byId("help").showModal();
  const keys = {
    a: () => { decide(rows[current], "accepted"); step(1); },
    r: () => { decide(rows[current], "rejected"); step(1); },
    u: () => decide(rows[current], ""),
    e: () => edit(rows[current]),
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
    if (event.target.closest("input, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "s") save();
    else if (event.key === "?") help();
    else if (event.key === "/") byId("search").focus();
    else if (keys[event.key] && current >= 0) keys[event.key]();
    else return;
    event.preventDefault();
  });
  byId("rows").addEventListener("click", (event) => {
    const row = event.target.closest("tr");
    if (!row) return;
    select(rows.indexOf(row));
    const state = event.target.closest(".accept") ? "accepted" : event.target.closest(".reject") ? "rejected" : null;
    if (state) decide(row, stateOf(row) === state ? "" : state);
  });
  byId("rows").addEventListener("dblclick", (event) => {
    const target = event.target.closest(".target");
    if (target && !target.querySelector("input")) edit(target.closest("tr"));
  });
  byId("show").addEventListener("change", filter);
  byId("search").addEventListener("input", filter);
  byId("save").addEventListener("click", save);
  byId("keys").addEventListener("click", help);

  load();
  rows.forEach(paint);
  count();
  filter();
})();
