/* What the program says anew of a page that it serves: parts of it, and rows. A row has a key, by
   what it says; the numbers in it, which count what stands before it, change by themselves. */
const Exchange = (() => {
  const { byId, all, element } = Dom;
  const made = (html) => element("template", { innerHTML: html }).content.firstElementChild;

  /* The bar is made anew; what is switched off and searched for stays. */
  function bar(html) {
    const off = all(".chip[aria-pressed=false]").map((chip) => JSON.stringify({ ...chip.dataset }));
    const pressed = ["only", "order", "mend"].filter((id) => byId(id)?.getAttribute("aria-pressed") === "true");
    const told = byId("tell")?.getAttribute("aria-expanded");
    const search = byId("search")?.value;
    const open = all("#bar details.menu").map((menu) => menu.open);
    byId("bar").innerHTML = html;
    for (const chip of all(".chip")) {
      if (off.includes(JSON.stringify({ ...chip.dataset }))) chip.setAttribute("aria-pressed", false);
    }
    for (const id of pressed) byId(id)?.setAttribute("aria-pressed", true);
    if (told) byId("tell")?.setAttribute("aria-expanded", told);
    all("#bar details.menu").forEach((menu, i) => {
      menu.open = open[i];
    });
    if (!byId("search")) return;
    byId("search").value = search;
    byId("search").addEventListener("input", Filters.onSearch);
  }

  function head(html) {
    const open = Boolean(byId("about")?.classList.contains("open"));
    byId("head").innerHTML = html;
    byId("about")?.classList.toggle("open", open);
  }

  function map(html) {
    const shown = document.querySelector(".map");
    if (!shown || !html) return;
    shown.replaceWith(made(html));
    PageMap.attach();
    Stops.dressMap();
  }

  function whole(html) {
    const section = made(html);
    byId("whole").replaceWith(section);
    return section;
  }

  const parts = { bar, head, map, whole };

  let there = all("#rows .row[data-row]"); // in order
  let keys = there.map((row) => row.dataset.row);

  const shifted = (text, by) => text.replace(/\d+/g, (number) => Number(number) + by);
  function renumber(row, numbers) {
    const before = row.dataset.numbers.split(" ").map(Number);
    const now = numbers.split(" ").map(Number);
    row.dataset.numbers = numbers;
    row.id = "b" + now[0];
    row.setAttribute("aria-label", row.getAttribute("aria-label").replace(/\d+/, now[0] + 1));
    for (const side of [1, 3]) {
      const margin = row.children[side - 1];
      const [sentences, lines] = [side, side + 1].map((at) => now[at] - before[at]);
      if (sentences !== 0) margin.textContent = shifted(margin.textContent, sentences);
      if (lines !== 0) margin.title = shifted(margin.title, lines);
    }
  }

  const after = (row) => row.nextElementSibling || row.parentElement.nextElementSibling?.firstElementChild || null;
  const firstRow = () => byId("rows").querySelector(".row");
  function place(row, previous) {
    if (previous) previous.after(row);
    else if (firstRow()) firstRow().before(row);
    else byId("rows").append(element("div", { className: "chunk" }, row));
  }
  function remove(row) {
    const chunk = row.parentElement;
    row.remove();
    if (!chunk.firstElementChild) chunk.remove();
  }

  /* Takes [key, numbers, html] of every row, the last of new ones; gives the rows that are new. */
  function rows(list) {
    const most = Math.min(list.length, keys.length);
    let same = 0;
    while (same < most && list[same][0] === keys[same]) same++;
    let behind = 0;
    while (behind < most - same && list.at(-1 - behind)[0] === keys.at(-1 - behind)) behind++;

    // What stands between is found by its key, or is new; rows may say the same.
    const before = new Map();
    for (let i = same; i < keys.length - behind; i++) {
      if (!before.has(keys[i])) before.set(keys[i], []);
      before.get(keys[i]).push(there[i]);
    }
    const arrived = [];
    const come = list.slice(same, list.length - behind).map(([key, , html]) => {
      const known = before.get(key)?.shift();
      if (known) return known;
      const row = html ? made(html) : there[keys.indexOf(key)].cloneNode(true);
      arrived.push(row);
      return row;
    });
    [...before.values()].flat().forEach(remove);
    let previous = same > 0 ? there[same - 1] : null;
    for (const row of come) {
      if ((previous ? after(previous) : firstRow()) !== row) place(row, previous);
      previous = row;
    }
    there = [...there.slice(0, same), ...come, ...there.slice(there.length - behind)];
    keys = list.map(([key]) => key);
    list.forEach(([, numbers], i) => {
      if (numbers && there[i].dataset.numbers !== numbers) renumber(there[i], numbers);
    });
    return arrived;
  }

  return { part: (id, html) => parts[id](html), rows };
})();
