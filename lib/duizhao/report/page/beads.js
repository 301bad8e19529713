/* Beads are mended: merged, split and linked anew, by key or by mouse, and saved. On the page of an
   alignment always; on a live review while that is asked for. A program keeps them where there is
   one, and tells what the page looks like then; else the page does it all. */
const Beads = (() => {
  const { byId, all, t, say, element, download } = Dom;
  const { classList } = document.body;
  const isAlignment = classList.contains("aligned");
  const isServed = classList.contains("alive");
  const has = byId("rows") && (isAlignment || (isServed && !classList.contains("pairs")));
  if (!has) return { keys: {}, buttons: {}, redrawn: () => {} };
  let mending = isAlignment;

  /* A row counts its sentences from its first one. */
  const numberOf = (row, side) => {
    const first = Number(row.dataset.numbers.split(" ")[1 + side * 2]);
    return (sentence) => first + Number(sentence.dataset.s);
  };
  const sentences = [new Map(), new Map()]; // by side, then number: {text, lang}
  const voids = ["", ""]; // what stands where a side says nothing
  let beads = []; // {sides: [numbers, numbers], row, signs}
  let cursor = null;
  const undone = [];
  let server = null; // {mend(gone, come), undo()}

  function read() {
    beads = [];
    for (const row of all("#rows .row")) {
      if (row.id.startsWith("s")) {
        if (beads.length > 0) beads[beads.length - 1].signs.push(row);
        continue;
      }
      const cells = [row.children[1], row.children[3]];
      if (!cells[1]) continue;
      const sides = cells.map((cell, side) => {
        if (cell.classList.contains("void")) voids[side] = cell.textContent;
        return all(".s", cell).map((one) => {
          const number = numberOf(row, side)(one);
          sentences[side].set(number, { text: one.textContent, lang: cell.lang });
          return number;
        });
      });
      beads.push({ sides, row, signs: [] });
    }
  }

  const between = (side) => (langOf(side).startsWith("zh") ? "" : " ");
  const langOf = (side) => [...sentences[side].values()].map(({ lang }) => lang).find(Boolean) || "und";
  const textOf = (side, numbers) =>
    numbers.map((number) => sentences[side].get(number).text).join(between(side));

  function cellOf(side, numbers) {
    if (numbers.length === 0) return element("div", { className: "void", textContent: voids[side] || "∅" });
    const cell = element("div", { className: "text", lang: langOf(side) });
    numbers.forEach((number, i) => {
      if (i > 0) cell.append(between(side));
      const one = element("span", { className: "s", textContent: sentences[side].get(number).text });
      one.dataset.s = number - numbers[0];
      cell.append(one);
    });
    return cell;
  }
  const marginOf = (numbers) => {
    const text = numbers.length === 0 ? "" : numbers.length === 1 ? `${numbers[0] + 1}`
      : `${numbers[0] + 1}–${numbers[numbers.length - 1] + 1}`;
    return element("div", { className: "no", textContent: text });
  };

  function rowOf(bead, place) {
    const [source, target] = bead.sides;
    const kind = target.length === 0 ? " missing no-target" : source.length === 0 ? " missing no-source" : " clean";
    const row = element("div", { id: "b" + place, className: "row mended" + kind },
      marginOf(source), cellOf(0, source), marginOf(target), cellOf(1, target));
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", t("passage {0}", place + 1));
    row.tabIndex = -1;
    row.dataset.numbers = [place, source[0] || 0, 0, target[0] || 0, 0].join(" ");
    if (kind !== " clean") {
      row.classList.add("stop");
      row.dataset.rule = kind.trim().split(" ")[1];
    }
    return row;
  }

  /* By the first source sentence; what has none after what holds the target sentence before it. */
  function order(list) {
    const led = list.filter(({ sides }) => sides[0].length > 0).sort((a, b) => a.sides[0][0] - b.sides[0][0]);
    const lone = list.filter(({ sides }) => sides[0].length === 0).sort((a, b) => a.sides[1][0] - b.sides[1][0]);
    for (const bead of lone) {
      let before = -1;
      led.forEach(({ sides }, i) => {
        if (sides[1].includes(bead.sides[1][0] - 1)) before = i;
      });
      led.splice(before + 1, 0, bead);
    }
    return led;
  }

  function draw() {
    const chunk = element("div", { className: "chunk" });
    beads.forEach((bead, place) => {
      if (!bead.row) bead.row = rowOf(bead, place);
      bead.row.id = "b" + place;
      chunk.append(bead.row, ...bead.signs);
    });
    byId("rows").replaceChildren(chunk);
    for (const bead of beads) bead.row.classList.toggle("cursor", bead === cursor);
    Stops.collect();
    Filters.apply();
  }

  const sorted = (sides) => sides.map((side) => [...side].sort((a, b) => a - b));
  const name = ({ sides }) => JSON.stringify(sides);

  /* What stands between other sentences is a passage of its own. */
  function inRows([source, target]) {
    const runs = (numbers) => numbers.reduce((made, n) => {
      if (made.length > 0 && made[made.length - 1].at(-1) === n - 1) made[made.length - 1].push(n);
      else made.push([n]);
      return made;
    }, []);
    const [left, right] = [runs(source), runs(target)];
    return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [left[i] || [], right[i] || []]);
  }

  /* `gone` are exchanged for `come`, lists of source and of target sentences. */
  function exchange(gone, come) {
    const made = come.map(sorted).flatMap(inRows).map((sides) => ({ sides, row: null, signs: [] }));
    if (server) {
      const first = made[0];
      server.mend(gone.map(({ sides }) => sides), made.map(({ sides }) => sides)).then(() => put(beads.find((bead) => name(bead) === name(first))));
      return;
    }
    undone.push([made, gone]);
    beads = order([...beads.filter((bead) => !gone.includes(bead)), ...made]);
    cursor = made[0] || null;
    draw();
    if (cursor) cursor.row.scrollIntoView({ block: "nearest" });
    say(cursor ? `${marginText(0)} : ${marginText(1)}` : "");
    keep();
  }
  const marginText = (side) => cursor.sides[side].map((number) => number + 1).join(", ") || "∅";

  function undo() {
    if (server) return server.undo();
    const last = undone.pop();
    if (!last) return say(t("nothing to take back"));
    const [made, gone] = last;
    beads = order([...beads.filter((bead) => !made.includes(bead)), ...gone]);
    cursor = gone[0];
    draw();
    keep();
    say(t("taken back"));
  }

  const next = (bead) => beads[beads.indexOf(bead) + 1];
  function merge() {
    const other = cursor && next(cursor);
    if (!other) return;
    exchange([cursor, other], [[0, 1].map((side) => [...cursor.sides[side], ...other.sides[side]])]);
  }
  function split() {
    if (!cursor) return;
    const [source, target] = cursor.sides;
    const parts = Math.max(source.length, target.length);
    if (parts < 2) return;
    exchange([cursor], Array.from({ length: parts }, (_, i) =>
      [source, target].map((side) => side.filter((_, at) => Math.min(at, parts - 1) === i))));
  }
  /* The last sentence of a side goes to the next bead, or the next bead's first comes here. */
  function shift(side, forward) {
    const other = cursor && next(cursor);
    if (!other) return;
    const here = [...cursor.sides[side]];
    const there = [...other.sides[side]];
    if (forward ? here.length === 0 : there.length === 0) return;
    if (forward) there.unshift(here.pop());
    else here.push(there.shift());
    const withSide = (bead, numbers) => bead.sides.map((of, at) => (at === side ? numbers : of));
    exchange([cursor, other], [withSide(cursor, here), withSide(other, there)]);
  }

  const picked = () => [0, 1].map((side) =>
    beads.flatMap(({ row }) => all(".s.picked", row.children[side * 2 + 1]).map(numberOf(row, side))));
  /* What is picked becomes one bead; what the beads had beside it stays theirs. */
  function link() {
    const wanted = picked();
    if (wanted[0].length + wanted[1].length === 0) return say(t("click on sentences first"));
    const touched = beads.filter(({ sides }) => sides.some((side, at) => side.some((n) => wanted[at].includes(n))));
    const rest = touched.map(({ sides }) => sides.map((side, at) => side.filter((n) => !wanted[at].includes(n))));
    exchange(touched, [wanted, ...rest]);
  }

  function put(bead) {
    if (cursor) cursor.row.classList.remove("cursor");
    cursor = bead || null;
    if (cursor) cursor.row.classList.add("cursor");
  }

  /* The rows are others now: those of a program that has mended, or edited, something. */
  function redrawn() {
    if (!mending) return;
    const before = cursor && name(cursor);
    read();
    put(beads.find((bead) => name(bead) === before));
  }

  function toggle() {
    mending = !mending;
    classList.toggle("mending", mending);
    byId("mend").setAttribute("aria-pressed", mending);
    if (!mending) {
      for (const one of all(".s.picked")) one.classList.remove("picked");
      put(null);
      return say(t("passages stay as they are"));
    }
    read();
    const chosen = Stops.chosen() && Stops.rowOf(Stops.chosen());
    put(beads.find(({ row }) => row === chosen) || beads.find(({ row }) => row.getBoundingClientRect().bottom > 0));
    say(t("click on sentences and press l; M merges, S splits"));
  }

  function move(by) {
    if (!mending) return false;
    const at = beads.indexOf(cursor) + by;
    put(beads[Math.max(0, Math.min(at, beads.length - 1))]);
    cursor.row.scrollIntoView({ block: "nearest" });
    say(textOf(0, cursor.sides[0]) + " / " + textOf(1, cursor.sides[1]));
  }

  document.addEventListener("click", (event) => {
    if (!mending) return;
    const row = event.target.closest && event.target.closest("#rows .row");
    const bead = row && beads.find((one) => one.row === row);
    if (!bead || getSelection().toString()) return;
    put(bead);
    const one = event.target.closest(".s");
    if (one) one.classList.toggle("picked");
  });

  /* The browser keeps what was mended until it is saved. */
  const store = "duizhao-beads-" + document.title;
  const listed = () => beads.map(({ sides }) => sides);
  function keep() {
    if (isServed) return;
    try {
      localStorage.setItem(store, JSON.stringify(listed()));
    } catch (error) {}
  }
  function recall() {
    if (isServed) return;
    try {
      const kept = JSON.parse(localStorage.getItem(store) || "null");
      const all_of = (list, side) => [...new Set(list.flatMap((sides) => sides[side]))].sort((a, b) => a - b).join();
      if (!kept || [0, 1].some((side) => all_of(kept, side) !== all_of(listed(), side))) return;
      const same = new Map(beads.map((bead) => [JSON.stringify(bead.sides), bead]));
      if (kept.every((sides) => same.has(JSON.stringify(sides)))) return;
      beads = kept.map((sides) => same.get(JSON.stringify(sides)) || { sides, row: null, signs: [] });
      draw();
    } catch (error) {}
  }

  const flat = (text) => text.replace(/[\t\r\n]+/g, " ");
  const xml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const written = {
    ladder: () => listed().map(([source, target]) => `[${source.join(",")}]:[${target.join(",")}]\n`).join(""),
    tsv: () => listed().map(([source, target]) =>
      [source.join(","), target.join(","), "1", "", flat(textOf(0, source)), flat(textOf(1, target))].join("\t") + "\n").join(""),
    tmx: () => {
      const unit = ([source, target]) => source.length === 0 || target.length === 0 ? ""
        : `<tu><tuv xml:lang="${langOf(0)}"><seg>${xml(textOf(0, source))}</seg></tuv>` +
          `<tuv xml:lang="${langOf(1)}"><seg>${xml(textOf(1, target))}</seg></tuv></tu>\n`;
      return '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n' +
        `<header creationtool="duizhao" creationtoolversion="1" segtype="block" o-tmf="duizhao" adminlang="en" srclang="${langOf(0)}" datatype="plaintext"/>\n` +
        "<body>\n" + listed().map(unit).join("") + "</body>\n</tmx>\n";
    },
  };
  const save = (format) => () => {
    if (!mending) read();
    download("beads." + format, "text/plain", written[format]());
  };
  const whileMending = (use) => (mending ? use : () => say(t("b first: mend passages")));
  const ways = {
    M: merge, S: split, l: link, ">": () => shift(1, true), "<": () => shift(1, false),
    "]": () => shift(0, true), "[": () => shift(0, false),
  };
  const guarded = Object.fromEntries(Object.entries(ways).map(([key, use]) => [key, () => whileMending(use)()]));

  if (mending) read();
  return {
    recall,
    redrawn,
    connect: (to) => {
      server = to;
    },
    isMending: () => mending,
    keys: {
      ArrowDown: () => move(1), ArrowUp: () => move(-1), ...guarded,
      ...(isAlignment ? { u: undo } : { b: toggle }),
    },
    buttons: {
      merge: guarded.M, split: guarded.S, link: guarded.l, "undo-bead": undo, mend: toggle,
      "save-ladder": save("ladder"), "save-tsv": save("tsv"), "save-tmx": save("tmx"),
    },
  };
})();
