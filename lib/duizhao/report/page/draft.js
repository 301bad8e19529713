/* The translation on a page that is a file: it is mended here and downloaded. What was found stays as
   it was found; what a correction touches is taken for mended. */
const Draft = (() => {
  const { byId, all, t, say, element, download } = Dom;
  const draft = JSON.parse(byId("draft").textContent);
  const store = "duizhao-draft-" + document.currentScript.nonce; // which depends on both texts
  const bases = new Map(); // by row: what its cell was: {cell, looks, html, text, parts}
  const pieces = new Map(); // by row: what its text is made of: [begin, end] of what it was, or a new text
  const undone = []; // {row, before, fixed}

  const textNodes = (cell) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT,
      (node) => (node.parentElement.closest(".tag") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  const isMissing = (row) => row.classList.contains("no-target");

  /* Parts are sentences, by number, and what stands between them. */
  function baseOf(row) {
    if (bases.has(row.id)) return bases.get(row.id);
    const cell = row.children[3];
    const base = { cell, looks: cell.className, html: cell.innerHTML, text: "", parts: [] };
    if (!isMissing(row)) {
      const first = Number(row.dataset.numbers.split(" ")[3]);
      for (const node of textNodes(cell)) {
        const sentence = node.parentElement.closest(".s");
        const number = sentence ? first + Number(sentence.dataset.s) : null;
        const last = base.parts.at(-1);
        if (last && last.number === number) last.end += node.length;
        else base.parts.push({ number, begin: base.text.length, end: base.text.length + node.length });
        base.text += node.data;
      }
    }
    bases.set(row.id, base);
    return base;
  }

  const piecesOf = (row) => pieces.get(row.id) || [[0, baseOf(row).text.length]];
  const textOf = (row) =>
    piecesOf(row).map((piece) => (typeof piece === "string" ? piece : baseOf(row).text.slice(...piece))).join("");

  const lengthOf = (piece) => (typeof piece === "string" ? piece.length : piece[1] - piece[0]);
  const cut = (piece, begin, end) =>
    typeof piece === "string" ? piece.slice(begin, end) : [piece[0] + begin, piece[0] + end];
  function spliced(list, begin, end, text) {
    const left = [];
    const right = [];
    let at = 0;
    for (const piece of list) {
      const length = lengthOf(piece);
      left.push(cut(piece, 0, Math.max(0, Math.min(length, begin - at))));
      right.push(cut(piece, Math.max(0, Math.min(length, end - at)), length));
      at += length;
    }
    return [...left, text, ...right].filter((piece) => lengthOf(piece) > 0);
  }

  /* [begin, end, text]: what has taken the place of what. */
  function changesOf(row) {
    const changes = [];
    let at = 0;
    let written = "";
    for (const piece of [...piecesOf(row), [baseOf(row).text.length, baseOf(row).text.length]]) {
      if (typeof piece === "string") {
        written += piece;
        continue;
      }
      if (written || piece[0] > at) changes.push([at, piece[0], written]);
      at = piece[1];
      written = "";
    }
    return changes;
  }

  function put(cell, begin, end, text) {
    const range = document.createRange();
    range.selectNodeContents(cell);
    let at = 0;
    for (const node of textNodes(cell)) {
      if (at <= begin && begin <= at + node.length) range.setStart(node, begin - at);
      at += node.length;
      if (end <= at) {
        range.setEnd(node, end - (at - node.length));
        break;
      }
    }
    range.deleteContents();
    range.insertNode(element("ins", { className: "mended", textContent: text }));
    for (const mark of all(".m:not(.point)", cell)) if (!mark.textContent) mark.remove();
  }

  function draw(row) {
    const base = baseOf(row);
    const changes = changesOf(row);
    base.cell.innerHTML = base.html;
    base.cell.className = base.looks;
    if (changes.length > 0 && isMissing(row)) {
      base.cell.className = "text";
      base.cell.replaceChildren(element("ins", { className: "mended", textContent: textOf(row) }));
    } else {
      for (const change of changes.reverse()) put(base.cell, ...change);
    }
    row.classList.toggle("corrected", changes.length > 0);
    Stops.dress(row);
  }

  /* Where a mark stands in what the cell says now. */
  function placeOf(cell, mark) {
    const range = document.createRange();
    range.selectNodeContents(cell);
    range.setEndBefore(mark);
    const begin = range.toString().length;
    return [begin, begin + mark.textContent.length];
  }
  const marksIn = (row, stop) => all(`.m[data-f~="${stop.id.slice(1)}"]`, row.children[3]);
  function touchedBy(row, begin, end) {
    return Stops.all().filter((stop) => stop.row === row.id && stop.key && marksIn(row, stop).some((mark) => {
      const [from, to] = placeOf(row.children[3], mark);
      return from === to ? begin <= from && from <= end : begin < to && end > from;
    }));
  }

  function set(row, list) {
    if (list) pieces.set(row.id, list);
    else pieces.delete(row.id);
    if (changesOf(row).length === 0) pieces.delete(row.id);
    draw(row);
    showState();
    try {
      localStorage.setItem(store, JSON.stringify([...pieces]));
    } catch (error) {}
  }

  function change(row, begin, end, text) {
    const base = baseOf(row);
    const before = pieces.get(row.id);
    const list = spliced(piecesOf(row), begin, end, text);
    const fixed = touchedBy(row, begin, end).filter((stop) => Decisions.stateOf(stop) === "open");
    set(row, list);
    const apart = base.parts.some(({ number, begin: from, end: to }) =>
      number === null && base.text.slice(from, to) === " … " &&
      changesOf(row).some(([first, last]) => first < to && last > from));
    if (apart) {
      set(row, before);
      return say(t("these sentences stand apart in the text: mend one of them at a time"));
    }
    if (fixed.length > 0) Decisions.tick(fixed, "fixed");
    undone.push({ row, before, fixed });
    return undefined;
  }

  function undo() {
    const last = undone.pop();
    if (!last) return say(t("nothing to take back"));
    set(last.row, last.before);
    if (last.fixed.length > 0) Decisions.tick(last.fixed, null);
    return say(t("taken back"));
  }

  /* Puts the suggestion in the place of its evidence; what has none is ticked off. */
  function fix(stop) {
    const row = Stops.rowOf(stop);
    const marks = row && stop.fits && Decisions.stateOf(stop) === "open" ? marksIn(row, stop) : [];
    if (marks.length === 0) return Decisions.fix(stop);
    const places = marks.map((mark) => placeOf(row.children[3], mark));
    change(row, places[0][0], places.at(-1)[1], Stops.elementOf(stop).querySelector(".fix b").textContent);
    return say(t("put in"));
  }

  const sentence = (number) => draft.sentences.slice(2 * number, 2 * number + 2);
  /* A place in a passage leads to one in the document's text. */
  function inDocument(base, place, isEnd) {
    const inside = base.parts.find(({ number, begin, end }) =>
      number !== null && (isEnd ? begin < place && place <= end : begin <= place && place < end));
    if (inside) return sentence(inside.number)[0] + place - inside.begin;
    const before = base.parts.filter(({ number, end }) => number !== null && end <= place).at(-1);
    const after = base.parts.find(({ number, begin }) => number !== null && begin >= place);
    return isEnd && after && after.begin === place ? sentence(after.number)[0]
      : before ? sentence(before.number)[1] : sentence(after.number)[0];
  }
  /* And that to one in the file's: between its pieces, which are as in the file, there is markup. */
  function inFile(begin, end) {
    if (!draft.pieces) return [begin, end];
    const holding = draft.pieces.find(([from, , length]) => from <= begin && begin < from + length);
    const before = draft.pieces.filter(([from, , length]) => from + length <= begin).at(-1);
    const first = holding ? holding[1] + begin - holding[0] : before ? before[1] + before[2] : 0;
    if (begin === end) return [first, first];
    const last = draft.pieces.find(([from, , length]) => from < end && end <= from + length);
    const next = draft.pieces.find(([from]) => from >= end);
    return [first, last ? last[1] + end - last[0] : next ? next[1] : draft.text.length];
  }

  function spliceOf(row) {
    const base = baseOf(row);
    if (isMissing(row)) {
      const [place, between] = draft.places[row.id.slice(1)];
      const [at] = inFile(place, place);
      return [[at, at, at === 0 ? textOf(row) + between : between + textOf(row)]];
    }
    return changesOf(row).map(([begin, end, text]) => {
      const from = inDocument(base, begin, begin === end && begin > 0);
      return [...inFile(from, begin === end ? from : inDocument(base, end, true)), text];
    });
  }
  const changed = () => [...pieces.keys()].map(byId);
  function corrected() {
    const splices = changed().flatMap(spliceOf).sort((a, b) => b[0] - a[0] || b[1] - a[1]);
    return splices.reduce((text, [begin, end, written]) => text.slice(0, begin) + written + text.slice(end), draft.text);
  }
  const flat = (text) => text.replace(/[\t\r\n]+/g, " ").trim();
  const lineOf = (row) =>
    [row.children[0].textContent, textNodes(row.children[1]).map(({ data }) => data).join(""), textOf(row)].map(flat).join("\t") + "\n";

  function save() {
    if (pieces.size === 0) return;
    if (draft.text === undefined) download("corrections.tsv", "text/tab-separated-values", changed().map(lineOf).join(""));
    else download(draft.name, "text/plain", corrected());
    say(draft.encoding ? t("downloaded, in UTF-8 now instead of {0}", draft.encoding) : t("downloaded"));
  }

  /* Between the head and the bar: what of the page is no longer of the text that stands there. */
  const stale = element("p", { id: "stale", className: "stale", hidden: true });
  stale.setAttribute("role", "status");
  byId("bar").before(stale);

  function showState() {
    byId("write").disabled = pieces.size === 0;
    stale.hidden = pieces.size === 0;
    stale.textContent = stale.hidden ? "" : t("Verdict, figures and findings are of the text before the passages corrected here ({0}); 'duizhao review' checks while you mend.", pieces.size);
  }

  function recall() {
    try {
      for (const [row, list] of JSON.parse(localStorage.getItem(store) || "[]")) {
        if (!byId(row)) continue;
        pieces.set(row, list);
        draw(byId(row));
      }
    } catch (error) {}
    showState();
  }

  Editor.start({
    attempt: (work) => work(),
    textOf,
    change: (id, was, text, close) => {
      close();
      const row = byId(id);
      let begin = 0;
      while (begin < was.length && was[begin] === text[begin]) begin++;
      let behind = 0;
      while (behind < Math.min(was.length, text.length) - begin && was.at(-1 - behind) === text.at(-1 - behind)) behind++;
      change(row, begin, was.length - behind, text.slice(begin, text.length - behind));
      Editor.focusChosen();
    },
    left: () => {},
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === "s") {
      event.preventDefault();
      Editor.commit();
      save();
    } else if (event.key === "z" && !Editor.isOpen()) {
      event.preventDefault();
      undo();
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("#write")) save();
  });

  const onChosen = (use) => () => {
    const chosen = Stops.chosen();
    if (chosen && chosen.key) use(chosen);
  };
  return {
    keys: { f: onChosen(fix), e: onChosen((stop) => Editor.open(Stops.rowOf(stop))) },
    server: null,
    start: recall,
  };
})();
