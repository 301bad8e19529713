"use strict";
/* The proposals as records, and the window of them that is on the page: 20,000 rows are too many for
   a browser to lay out at each key. */
const List = (() => {
  const byId = (id) => document.getElementById(id);
  const inChunk = 50;
  const body = byId("rows");

  /* "interest rates" and "interest rate" are one term. */
  const stem = (term) => {
    const small = term.toLowerCase().replaceAll("-", " ");
    if (!/[a-z]s$/.test(small) || /(ss|us|is)$/.test(small)) return small;
    return small.replace(/ies$/, "y").replace(/(s|x|z|ch|sh)es$/, "$1").replace(/s$/, "");
  };

  const records = Array.from(body.querySelectorAll("tr"), (row, place) => {
    const { term, rendering, place: where, state } = row.dataset;
    const cell = (name) => row.querySelector("." + name);
    return {
      row, place, term, rendering, where, given: state || "",
      id: term + "\t" + rendering,
      count: Number.parseInt(cell("count").textContent, 10),
      score: Number(cell("score").textContent),
      group: stem(term) + "\t" + stem(rendering),
      text: (term + "\n" + rendering).toLowerCase(),
    };
  });
  const byRow = new Map(records.map((record) => [record.row, record]));
  const groups = Map.groupBy ? Map.groupBy(records, (record) => record.group) : (() => {
    const made = new Map();
    for (const record of records) made.set(record.group, [...(made.get(record.group) || []), record]);
    return made;
  })();
  /* Of a singular and its plural the better one leads. */
  for (const together of groups.values()) {
    for (const record of together.slice(1)) {
      record.leader = together[0];
      record.row.classList.add("follows");
    }
  }

  let order = { by: "place", down: false };
  let shown = records;
  let chunks = [];
  const watcher = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting) fill(target.chunk);
      else drain(target.chunk);
    }
  }, { rootMargin: "1000px 0px" });

  function fill(chunk) {
    if (chunk.filled) return;
    chunk.filled = true;
    chunk.body.replaceChildren(...shown.slice(chunk.first, chunk.first + inChunk).map((record) => record.row));
  }
  function drain(chunk) {
    if (!chunk.filled || chunk.body.contains(document.activeElement)) return;
    chunk.filled = false;
    spread(chunk, chunk.body.offsetHeight);
  }
  function spread(chunk, height) {
    const space = document.createElement("tr");
    space.className = "space";
    space.style.height = height + "px";
    space.append(Object.assign(document.createElement("td"), { colSpan: 6 }));
    chunk.body.replaceChildren(space);
  }

  function lay() {
    watcher.disconnect();
    for (const { body: old } of chunks) old.remove();
    body.remove();
    chunks = [];
    const table = document.querySelector("table");
    for (let first = 0; first < shown.length; first += inChunk) {
      const chunk = { first, filled: false, body: document.createElement("tbody") };
      chunk.body.chunk = chunk;
      chunks.push(chunk);
      table.append(chunk.body);
      spread(chunk, Math.min(inChunk, shown.length - first) * 84);
      watcher.observe(chunk.body);
    }
    if (chunks.length > 0) fill(chunks[0]);
  }

  const compare = {
    place: (a, b) => a.place - b.place,
    term: (a, b) => a.term.localeCompare(b.term),
    rendering: (a, b) => a.rendering.localeCompare(b.rendering),
    found: (a, b) => b.count - a.count,
    score: (a, b) => b.score - a.score,
    decision: (a, b) => (a.state || "~").localeCompare(b.state || "~"),
  };

  /* Shows those for which `wanted` holds, in the order that was asked for. */
  function show(wanted) {
    const by = compare[order.by];
    shown = records.filter(wanted);
    const lead = (record) => record.leader || record;
    shown.sort((a, b) => (order.down ? -1 : 1) * by(lead(a), lead(b)) ||
                         lead(a).place - lead(b).place || a.place - b.place);
    lay();
  }

  function sortBy(name) {
    order = { by: name, down: order.by === name ? !order.down : false };
  }

  /* Brings a record's row onto the screen. */
  function bring(record) {
    const chunk = chunks[Math.floor(shown.indexOf(record) / inChunk)];
    if (!chunk) return;
    if (!chunk.filled) {
      chunk.body.scrollIntoView({ block: "nearest" });
      fill(chunk);
    }
    record.row.scrollIntoView({ block: "nearest" });
  }

  return {
    records, show, sortBy, bring,
    shown: () => shown,
    order: () => order,
    of: (row) => byRow.get(row),
    together: (record) => groups.get(record.group),
  };
})();
