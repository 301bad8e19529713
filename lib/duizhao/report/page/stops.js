/* The work list. A stop is what n and p go to: a note of a review, a row of an alignment that moved
   or has no counterpart. Marks are the evidence of notes in the texts; data-f names the notes'
   numbers. */
const Stops = (() => {
  const { byId, all, t, say } = Dom;
  const severities = ["neutral", "minor", "major", "critical"];
  const rowOf = (element) => element.closest(".row");
  const notesAt = (mark) => mark.dataset.f.split(" ").map((number) => "f" + number);

  let stops = [];
  let marks = [];
  let marksOf = new Map();
  let visible = [];
  let chosen = null;
  let hot = [];
  let byGravity = false;

  /* Reads the page, at the start and when rows have been exchanged. */
  function collect() {
    stops = all(".stop");
    marksOf = new Map();
    marks = all(".m[data-f]").map((element) => {
      const mark = { element, notes: notesAt(element) };
      for (const note of mark.notes) {
        if (!marksOf.has(note)) marksOf.set(note, []);
        marksOf.get(note).push(element);
      }
      return mark;
    });
    const same = chosen && byId(chosen.id);
    chosen = same && same.classList.contains("stop") ? same : null;
    hot = [];
  }

  const marksOfStop = (stop) => marksOf.get(stop.id) || [];
  const excerptOf = (stop) => {
    const own = marksOfStop(stop);
    return own.length > 0 ? own[own.length - 1].textContent : "";
  };

  function setHot(list) {
    for (const element of hot) element.classList.remove("hot");
    hot = [];
    for (const stop of list) hot.push(stop, ...marksOfStop(stop), ...[rowOf(stop)].filter(Boolean));
    for (const element of hot) element.classList.add("hot");
  }

  function at(target) {
    if (!(target instanceof Element)) return [];
    const mark = target.closest(".m[data-f]:not(.off)");
    if (mark) return notesAt(mark).map(byId).filter((stop) => stop && !stop.hidden);
    const stop = target.closest(".note");
    return stop ? [stop] : [];
  }

  const gravity = (stop) =>
    severities.indexOf(stop.dataset.severity) * 10 + Number(stop.dataset.confidence || 0);

  function showPosition() {
    const place = visible.indexOf(chosen);
    byId("count").textContent =
      place < 0 ? t("{0} shown", visible.length) : t("{0} of {1}", place + 1, visible.length);
  }

  function choose(stop, scroll = true) {
    if (chosen) {
      for (const element of [chosen, ...marksOfStop(chosen)]) element.classList.remove("chosen");
    }
    chosen = stop;
    showPosition();
    if (!stop) {
      history.replaceState(null, "", location.pathname + location.search);
      return;
    }
    for (const element of [stop, ...marksOfStop(stop)]) element.classList.add("chosen");
    history.replaceState(null, "", "#" + stop.id);
    if (scroll) {
      const place = rowOf(stop) || stop;
      place.scrollIntoView({ block: place.offsetHeight > innerHeight * 0.6 ? "start" : "center" });
      // What is off the screen is laid out only when it comes near, and may move the place then.
      requestAnimationFrame(() => place.scrollIntoView({ block: "nearest" }));
      stop.focus({ preventScroll: true });
    }
    const parts = all(".severity, .rule, .message, .fix", stop).map((part) => part.textContent);
    if (parts.length === 0) parts.push(stop.getAttribute("aria-label"));
    say(t("{0} of {1}", visible.indexOf(stop) + 1, visible.length) + ": " + parts.join(", "));
  }

  /* The next stop is counted from the chosen one or, where none is, from what is on the screen;
     `wanted` passes over the others. */
  function step(direction, wanted = () => true) {
    const list = visible.filter((stop) => stop === chosen || wanted(stop));
    if (list.length === 0) return;
    let place = list.indexOf(chosen);
    if (place >= 0) {
      place = (place + direction + list.length) % list.length;
    } else if (byGravity) {
      place = direction > 0 ? 0 : list.length - 1;
    } else {
      const edge = byId("bar").getBoundingClientRect().bottom;
      let below = list.findIndex((stop) => stop.getBoundingClientRect().top > edge);
      if (below < 0) below = list.length;
      place = (direction > 0 ? below : below - 1 + list.length) % list.length;
    }
    choose(list[place]);
  }

  /* Shows the stops for which `shows` holds and counts those that `counts` as well. */
  function show(shows, counts) {
    const shown = new Map();
    for (const stop of stops) {
      const is = shows(stop);
      if (stop.classList.contains("note")) stop.hidden = !is;
      const counted = is && counts(stop);
      stop.dataset.shown = counted ? "1" : "";
      if (counted) shown.set(stop.id, severities.indexOf(stop.dataset.severity));
    }
    for (const { element, notes } of marks) {
      const ranks = notes.filter((note) => shown.has(note)).map((note) => shown.get(note));
      element.classList.remove(...severities);
      element.classList.toggle("off", ranks.length === 0);
      if (ranks.length > 0) element.classList.add(severities[Math.max(...ranks)]);
    }
    for (const row of all(".row")) {
      const inside = row.matches(".stop") ? [row] : all(".stop", row);
      row.classList.toggle("clean", !inside.some((stop) => stop.dataset.shown));
    }
    for (const tick of all(".map a")) {
      tick.hidden = !tick.dataset.stops.split(" ").some((stop) => shown.has(stop));
    }
    const before = visible.indexOf(chosen);
    visible = stops.filter((stop) => stop.dataset.shown);
    if (byGravity) visible.sort((a, b) => gravity(b) - gravity(a));
    if (chosen && !chosen.dataset.shown) {
      const next = visible[Math.min(before, visible.length - 1)] || null;
      choose(before >= 0 ? next : null);
    }
    setHot([]);
    showPosition();
  }

  function orderByGravity(on) {
    byGravity = on;
  }

  return {
    severities, rowOf, collect, at, setHot, choose, step, show, excerptOf, orderByGravity,
    all: () => stops,
    chosen: () => chosen,
    visible: () => visible,
  };
})();
