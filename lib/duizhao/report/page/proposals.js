(() => {
  const byId = (id) => document.getElementById(id);
  // The words are English in this source; the page brings those of its language.
  const words = byId("words") ? JSON.parse(byId("words").textContent) : {};
  const t = (text, ...values) =>
    values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), words[text] || text);
  const say = (text) => {
    byId("live").textContent = text;
  };
  // By what was looked through, so that a list that is made anew finds its decisions again.
  const key = "duizhao-terms-" + document.title;
  let decisions = {}; // by term and rendering: {state, rendering}
  const undone = []; // lists of [record, decision before]
  let current = null;

  // What a browser keeps for a page that was opened from a file may be shared or refused.
  const load = () => {
    try {
      decisions = JSON.parse(localStorage.getItem(key)) || {};
    } catch {
      decisions = {};
    }
  };
  const storeNow = () => {
    try {
      localStorage.setItem(key, JSON.stringify(decisions));
    } catch {
      // Saved to a file all the same.
    }
  };

  // All decisions are written at once, which takes its time: not at each key.
  let waiting = 0;
  const store = () => {
    clearTimeout(waiting);
    waiting = setTimeout(storeNow, 200);
  };
  addEventListener("pagehide", storeNow);

  const stateOf = (record) => (decisions[record.id] ? decisions[record.id].state : record.given);
  const renderingOf = (record) => (decisions[record.id] || {}).rendering || record.rendering;

  const paint = (record) => {
    const { row } = record;
    record.state = stateOf(record);
    row.classList.toggle("accepted", record.state === "accepted");
    row.classList.toggle("rejected", record.state === "rejected");
    row.querySelector(".accept").setAttribute("aria-pressed", record.state === "accepted");
    row.querySelector(".reject").setAttribute("aria-pressed", record.state === "rejected");
    const target = row.querySelector(".target");
    target.textContent = renderingOf(record);
    if (renderingOf(record) !== record.rendering) {
      target.append(Object.assign(document.createElement("s"), { textContent: record.rendering }));
    }
  };

  const count = () => {
    const by = { accepted: 0, rejected: 0, "": 0 };
    for (const record of List.records) by[record.state] += 1;
    byId("open").textContent = by[""];
    byId("accepted").textContent = by.accepted;
    byId("rejected").textContent = by.rejected;
    byId("progress").value = List.records.length ? 1 - by[""] / List.records.length : 1;
    const open = List.shown().filter((record) => record.state === "").length;
    byId("accept-all").textContent = t("accept {0}", open);
    byId("reject-all").textContent = t("reject {0}", open);
    byId("accept-all").disabled = byId("reject-all").disabled = open === 0;
  };

  const select = (record) => {
    if (current) current.row.classList.remove("current");
    current = record || null;
    if (!current) return;
    current.row.classList.add("current");
    List.bring(current);
  };
  const step = (by) => {
    const shown = List.shown();
    const next = shown[shown.indexOf(current) + by];
    if (next) select(next);
  };

  /* What is decided at once is taken back at once. */
  const set = (changes, remembers = true) => {
    if (remembers) undone.push(changes.map(([record]) => [record, decisions[record.id]]));
    for (const [record, decision] of changes) {
      if (decision) decisions[record.id] = decision;
      else delete decisions[record.id];
      paint(record);
    }
    store();
    count();
  };
  const decisionFor = (record, state, rendering) =>
    ({ state, rendering: rendering || (decisions[record.id] || {}).rendering });

  /* A singular takes its plural along. */
  const decide = (record, state, rendering) => {
    const together = record.leader || rendering ? [record] : List.together(record);
    set(together.map((one) => [one, decisionFor(one, state, one === record ? rendering : "")]));
    say(t("{0}: " + (state || "to decide"), record.term));
  };
  const decideShown = (state) => {
    const open = List.shown().filter((record) => record.state === "");
    set(open.map((record) => [record, decisionFor(record, state)]));
    say(t("{0} decided", open.length));
  };
  const undo = () => {
    const last = undone.pop();
    if (!last) return say(t("nothing to take back"));
    set(last, false);
    say(t("taken back"));
  };

  const filter = () => {
    const wanted = byId("show").value;
    const text = byId("search").value.trim().toLowerCase();
    const least = Number(byId("least").value) || 0;
    List.show((record) =>
      (!text || record.text.includes(text) || renderingOf(record).toLowerCase().includes(text)) &&
      (wanted === "" || wanted === (record.state || "open")) && record.count >= least);
    byId("none").hidden = List.shown().length > 0;
    if (!current || !List.shown().includes(current)) select(List.shown()[0]);
    count();
  };

  const sort = (name) => {
    List.sortBy(name);
    for (const head of document.querySelectorAll("th[data-sort]")) {
      const is = head.dataset.sort === List.order().by;
      head.setAttribute("aria-sort", !is ? "none" : List.order().down ? "descending" : "ascending");
    }
    filter();
  };

  const edit = (record) => {
    const target = record.row.querySelector(".target");
    const input = Object.assign(document.createElement("input"), { value: renderingOf(record) });
    input.setAttribute("aria-label", t("Rendering of {0}", record.term));
    target.replaceChildren(input);
    input.focus();
    input.select();
    let done = false;
    const finish = (end) => {
      if (done) return;
      done = true;
      const value = input.value.trim();
      if (end === "accept" && value) {
        decide(record, "accepted", value);
        step(1);
      } else if (end === "keep" && value && value !== renderingOf(record)) {
        // What was typed stays, whatever was clicked then; it is not accepted by that.
        set([[record, decisionFor(record, record.state, value)]]);
      } else {
        paint(record);
      }
    };
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.isComposing) return;
      if (event.key === "Enter") finish("accept");
      if (event.key === "Escape") finish("leave");
    });
    input.addEventListener("blur", () => finish("keep"));
  };

  // RFC 4180; the mark at the beginning tells spreadsheet programs that it is UTF-8.
  const quoted = (text) => (/[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
  const saved = () => {
    const { source, target } = document.body.dataset;
    const lines = [[source, target, "status", "provenance"]];
    for (const record of List.records) {
      if (!record.state) continue;
      const changed = renderingOf(record) !== record.rendering;
      if (record.state === "rejected" || changed) {
        lines.push([record.term, record.rendering, "rejected", record.where]);
      }
      if (record.state === "accepted") {
        lines.push([record.term, renderingOf(record), "preferred", record.where]);
      }
    }
    return "\uFEFF" + lines.map((line) => line.map(quoted).join(",") + "\r\n").join("");
  };
  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([saved()], { type: "text/csv" }));
    link.download = document.body.dataset.file;
    link.click();
    URL.revokeObjectURL(link.href);
    say(t("saved as {0}", link.download));
  };

  const help = () => byId("help").showModal();
  const keys = {
    a: () => { decide(current, "accepted"); step(1); },
    r: () => { decide(current, "rejected"); step(1); },
    u: () => decide(current, ""),
    e: () => edit(current),
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    m: () => {
      const more = current.row.querySelector("details");
      if (more) more.open = !more.open;
    },
  };

  document.addEventListener("keydown", (event) => {
    if (byId("help").open) return;
    if (event.target.closest("input, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key === "z") undo();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === "s") save();
    else if (event.key === "?") help();
    else if (event.key === "/") byId("search").focus();
    else if (keys[event.key] && current) keys[event.key]();
    else return;
    event.preventDefault();
  });
  document.querySelector("table").addEventListener("click", (event) => {
    const head = event.target.closest("th[data-sort]");
    if (head) return sort(head.dataset.sort);
    const record = List.of(event.target.closest("tr"));
    if (!record) return;
    select(record);
    const state = event.target.closest(".accept") ? "accepted" : event.target.closest(".reject") ? "rejected" : null;
    if (state) decide(record, record.state === state ? "" : state);
  });
  document.querySelector("table").addEventListener("dblclick", (event) => {
    const target = event.target.closest(".target");
    if (target && !target.querySelector("input")) edit(List.of(target.closest("tr")));
  });
  byId("show").addEventListener("change", filter);
  byId("search").addEventListener("input", filter);
  byId("least").addEventListener("input", filter);
  byId("accept-all").addEventListener("click", () => decideShown("accepted"));
  byId("reject-all").addEventListener("click", () => decideShown("rejected"));
  byId("undo").addEventListener("click", undo);
  byId("save").addEventListener("click", save);
  byId("keys").addEventListener("click", help);

  load();
  List.records.forEach(paint);
  filter();
})();
