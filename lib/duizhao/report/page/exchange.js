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

  /* A row has its number at once. Its words tell the number when there is time: to lay out two
     thousand margins anew takes longer than all else. */
  const untold = new Map(); // by row: the numbers that its words tell
  function renumber(row, numbers) {
    if (!untold.has(row)) untold.set(row, row.dataset.numbers);
    row.dataset.numbers = numbers;
    row.id = "b" + numbers.split(" ")[0];
  }

  const aligned = document.body.classList.contains("aligned"); // its margins count sentences, others lines
  const shifted = (text, by) => text.replace(/\d+/g, (number) => Number(number) + by);
  function tell(row) {
    if (!untold.has(row)) return;
    const [before, now] = [untold.get(row), row.dataset.numbers].map((numbers) => numbers.split(" ").map(Number));
    untold.delete(row);
    row.setAttribute("aria-label", row.getAttribute("aria-label").replace(/\d+/, now[0] + 1));
    for (const side of [1, 3]) {
      const margin = row.children[side - 1];
      const moved = [side, side + 1].map((at) => now[at] - before[at]); // by sentences, by lines
      const [shown, hinted] = aligned ? moved : moved.reverse();
      if (shown !== 0 && margin.firstChild) margin.firstChild.data = shifted(margin.textContent, shown);
      if (hinted !== 0) margin.title = shifted(margin.title, hinted);
    }
  }
  const few = 40;
  const whenIdle = window.requestIdleCallback || ((work) => setTimeout(work, 50));
  let telling = false;
  function tellRest() {
    telling = untold.size > few;
    [...untold.keys()].slice(0, few).forEach(tell);
    if (telling) whenIdle(tellRest);
  }
  /* First near the rows that are new, which are on the screen or were asked for. */
  function tellNear(arrived) {
    const at = Math.max(there.indexOf(arrived[0]), 0);
    there.slice(Math.max(at - few, 0), at + few).forEach(tell);
    if (telling || untold.size === 0) return;
    telling = true;
    whenIdle(tellRest);
  }
  addEventListener("beforeprint", () => [...untold.keys()].forEach(tell));

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

  const copy = (row) => {
    tell(row);
    return row.cloneNode(true);
  };

  /* How many rows go at a place, and how many come, until both lists say the same again. */
  const far = 60;
  function difference(list, at) {
    for (let both = 1; both <= far; ++both) {
      for (let gone = 0; gone <= both; ++gone) {
        if (keys[at + gone] === list[at + both - gone]?.[0]) return [gone, both - gone];
      }
    }
    return [Math.min(1, keys.length - at), Math.min(1, list.length - at)];
  }

  /* Takes [key, numbers, html] of every row, the last of new ones; gives the rows that are new.
     Rows may say the same: one more or less of them must not move those that stand between. */
  function rows(list) {
    const free = new Map(); // rows that went, by key
    const arrived = [];
    let at = 0;
    while (at < Math.max(list.length, keys.length)) {
      if (keys[at] === list[at]?.[0]) {
        ++at;
        continue;
      }
      const [gone, come] = difference(list, at);
      for (const row of there.slice(at, at + gone)) {
        remove(row);
        free.set(row.dataset.row, [...(free.get(row.dataset.row) || []), row]);
      }
      const put = list.slice(at, at + come).map(([key, , html]) => {
        const known = free.get(key)?.shift();
        if (known) return known;
        const row = html ? made(html) : copy(there[keys.indexOf(key)]);
        arrived.push(row);
        return row;
      });
      put.forEach((row, i) => place(row, put[i - 1] || there[at - 1]));
      there.splice(at, gone, ...put);
      keys.splice(at, gone, ...put.map((row) => row.dataset.row));
      at += come;
    }
    list.forEach(([, numbers], i) => {
      if (numbers && there[i].dataset.numbers !== numbers) renumber(there[i], numbers);
    });
    tellNear(arrived);
    return arrived;
  }

  return { part: (id, html) => parts[id](html), rows };
})();
