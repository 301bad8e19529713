/* The work list. A stop is what n and p go to: a note of a review, a row of an alignment that moved
   or has no counterpart. It is a record, {id, row, severity, rule, code, confidence, key, group,
   kind, fits, shown}; its element may not be on the page yet, where the page has a window of its
   rows. Marks are the evidence of notes in the texts; data-f names the notes. */
const Stops = (() => {
  const { byId, all, t, say } = Dom;
  const severities = ["neutral", "minor", "major", "critical"];
  const elementOf = (stop) => byId(stop.id);
  const rowOf = (stop) => (stop.row ? byId(stop.row) : null);
  const notesAt = (mark) => mark.dataset.f.split(" ").map((name) => "f" + name);

  let stops = [];
  let byName = new Map();
  const records = new WeakMap(); // by element
  let visible = [];
  let chosen = null;
  let following = null; // the names of those that came after the chosen, which is no more
  let hot = [];
  let byGravity = false;

  function recordOf(element) {
    const row = element.closest(".row")?.id || "";
    const known = records.get(element);
    if (known) return Object.assign(known, { id: element.id, row });
    const { severity, rule, code, confidence, key, group, kind, fits } = element.dataset;
    const record = {
      id: element.id, row, severity, rule, code, key, kind,
      confidence: Number(confidence || 1), group: group ? "f" + group : "", fits: Boolean(fits),
    };
    records.set(element, record);
    return record;
  }

  const nameOf = (stop) => stop.key || stop.id;
  const namesAfter = (stop) => new Set(visible.slice(visible.indexOf(stop) + 1).map(nameOf));

  /* Takes the list of a page that has a window of its rows; else reads the page. */
  function collect(list) {
    stops = list || all(".stop").map(recordOf);
    byName = new Map(stops.map((stop) => [stop.id, stop]));
    hot = [];
    if (!chosen || stops.includes(chosen)) return;
    const same = chosen.key ? stops.find((stop) => stop.key === chosen.key) : byName.get(chosen.id);
    if (!same) following = namesAfter(chosen);
    chosen = same || null;
  }

  /* What concerns the whole text may have its evidence anywhere; several sentences without
     counterpart, in the rows below. */
  const marksIn = (stop, within) => (within ? all(`.m[data-f~="${stop.id.slice(1)}"]`, within) : []);
  function marksOfStop(stop) {
    const anywhere = !stop.row || (stop.code || "").endsWith("/passage");
    return marksIn(stop, anywhere ? byId("rows") : rowOf(stop));
  }
  const excerptOf = (stop) => {
    const own = marksIn(stop, stop.row ? rowOf(stop) : byId("rows"));
    if (own.length > 0) return own[own.length - 1].textContent;
    const text = rowOf(stop) && rowOf(stop).querySelector(".text");
    return stop.kind === "alone" && text ? text.textContent : "";
  };
  const messageOf = (stop) => {
    const message = elementOf(stop) && elementOf(stop).querySelector(".message");
    return message ? message.textContent : stop.message || "";
  };
  /* All places of a finding that is told once, where the stop is the one that tells of them. */
  const placesOf = (stop) =>
    stop.group && stop.group === stop.id ? stops.filter((other) => other.group === stop.id) : [stop];

  function setHot(list) {
    for (const element of hot) element.classList.remove("hot");
    hot = list.flatMap((stop) =>
      [elementOf(stop), ...marksOfStop(stop), rowOf(stop)].filter(Boolean));
    for (const element of hot) element.classList.add("hot");
  }

  function at(target) {
    if (!(target instanceof Element)) return [];
    const mark = target.closest(".m[data-f]:not(.off)");
    if (mark) return notesAt(mark).map((name) => byName.get(name)).filter((stop) => stop && stop.shown);
    const stop = target.closest(".stop");
    return stop && byName.has(stop.id) ? [byName.get(stop.id)] : [];
  }

  const gravity = (stop) => severities.indexOf(stop.severity) * 10 + stop.confidence;

  function showPosition() {
    const place = visible.indexOf(chosen);
    byId("count").textContent =
      place < 0 ? t("{0} shown", visible.length) : t("{0} of {1}", place + 1, visible.length);
  }

  const partsOf = (stop) => [elementOf(stop), ...marksOfStop(stop)].filter(Boolean);

  function scrollTo(stop) {
    const place = rowOf(stop) || elementOf(stop);
    place.scrollIntoView({ block: place.offsetHeight > innerHeight * 0.6 ? "start" : "center" });
    // What is off the screen is laid out only when it comes near, and may move the place then.
    requestAnimationFrame(() => place.scrollIntoView({ block: "nearest" }));
    // Rows that arrive late must not take the keyboard from the segment that is being edited.
    if (!document.activeElement.matches(".edit")) elementOf(stop).focus({ preventScroll: true });
  }

  function choose(stop, scroll = true) {
    if (chosen) for (const element of partsOf(chosen)) element.classList.remove("chosen");
    chosen = stop;
    showPosition();
    if (!stop) {
      history.replaceState(null, "", location.pathname + location.search);
      return;
    }
    history.replaceState(null, "", "#" + stop.id);
    if (!elementOf(stop)) {
      Rows.bring(stop.row).then(() => chosen === stop && elementOf(stop) && choose(stop, scroll));
      return;
    }
    for (const element of partsOf(stop)) element.classList.add("chosen");
    if (scroll) scrollTo(stop);
    const parts = all(".severity, .rule, .message, .fix", elementOf(stop)).map((part) => part.textContent);
    if (parts.length === 0) parts.push(elementOf(stop).getAttribute("aria-label"));
    say(t("{0} of {1}", visible.indexOf(stop) + 1, visible.length) + ": " + parts.join(", "));
  }

  const isBelow = (stop, edge) => {
    const element = elementOf(stop);
    return element ? element.getBoundingClientRect().top > edge : Rows.isBelow(stop.row);
  };

  /* The next stop is counted from the chosen one or, where none is, from what is on the screen;
     `wanted` passes over the others. */
  function step(direction, wanted = () => true) {
    const list = visible.filter((stop) => stop === chosen || wanted(stop));
    if (list.length === 0) return say(t("nothing of this kind"));
    let place = list.indexOf(chosen);
    if (place >= 0) {
      place = (place + direction + list.length) % list.length;
    } else if (byGravity) {
      place = direction > 0 ? 0 : list.length - 1;
    } else {
      const edge = byId("bar").getBoundingClientRect().bottom;
      let below = list.findIndex((stop) => isBelow(stop, edge));
      if (below < 0) below = list.length;
      place = (direction > 0 ? below : below - 1 + list.length) % list.length;
    }
    choose(list[place]);
  }

  function dressNote(element) {
    const stop = byName.get(element.id);
    element.hidden = Boolean(stop) && !stop.seen;
  }
  function dressMark(element) {
    const ranks = notesAt(element).map((name) => byName.get(name))
      .filter((stop) => stop && stop.shown).map((stop) => severities.indexOf(stop.severity));
    element.classList.remove(...severities);
    element.classList.toggle("off", ranks.length === 0);
    if (ranks.length > 0) element.classList.add(severities[Math.max(...ranks)]);
  }
  function dressMap() {
    for (const tick of all(".map a")) {
      tick.hidden = !tick.dataset.stops.split(" ").some((name) => byName.has(name) && byName.get(name).shown);
    }
  }

  /* A sentence without counterpart of which the note in a row above tells. */
  const goesOn = (row) => row.matches(".missing") && row.querySelector(".m[data-f]:not(.off)") !== null;

  /* What the elements of all stops look like, or of those in a part that has come onto the page. */
  function dress(within = document) {
    all(".note.stop", within).forEach(dressNote);
    all(".m[data-f]", within).forEach(dressMark);
    const wanted = new Set(stops.filter((stop) => stop.shown).map((stop) => stop.row));
    const rows = within !== document && within.matches(".row") ? [within] : all(".row", within);
    for (const row of rows) {
      const said = wanted.has(row.id) || goesOn(row);
      if (row.classList.contains("clean") === said) row.classList.toggle("clean");
    }
  }

  /* Of a stop that is shown now, or no longer. */
  function dressStop(stop) {
    const element = elementOf(stop);
    const row = rowOf(stop);
    if (element && stop.key) dressNote(element);
    marksOfStop(stop).forEach(dressMark);
    if (row) row.classList.toggle("clean", !stops.some((other) => other.row === stop.row && other.shown));
    for (const mark of marksOfStop(stop)) {
      const other = mark.closest(".row");
      if (other !== row && other.matches(".missing")) other.classList.toggle("clean", !goesOn(other));
    }
  }
  const few = 20;

  /* Shows the stops for which `shows` holds and counts those that `counts` as well. */
  function show(shows, counts) {
    const changed = [];
    for (const stop of stops) {
      const seen = shows(stop);
      const shown = seen && counts(stop);
      if (stop.seen !== seen || stop.shown !== shown) changed.push(Object.assign(stop, { seen, shown }));
    }
    if (changed.length > few) dress();
    else changed.forEach(dressStop);
    if (changed.length > 0) dressMap();
    if (chosen && !chosen.shown && visible.includes(chosen)) following = namesAfter(chosen);
    visible = stops.filter((stop) => stop.shown);
    if (byGravity) visible.sort((a, b) => gravity(b) - gravity(a));
    if (chosen && !chosen.shown && !following) choose(null);
    if (following) {
      const next = visible.find((stop) => following.has(nameOf(stop))) || visible.at(-1) || null;
      following = null;
      choose(next);
    } else if (chosen) {
      for (const element of partsOf(chosen)) element.classList.add("chosen");
    }
    setHot([]);
    showPosition();
  }

  function orderByGravity(on) {
    byGravity = on;
  }

  return {
    severities, elementOf, rowOf, collect, at, setHot, choose, step, show, dress, dressMap,
    excerptOf,
    messageOf, placesOf, orderByGravity,
    named: (id) => byName.get(id),
    all: () => stops,
    chosen: () => chosen,
    visible: () => visible,
  };
})();
