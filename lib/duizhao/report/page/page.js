"use strict";
(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);

  /* A stop is what j and k go to: a note of a review, a row of an alignment that moved or has no
     counterpart. Marks are the evidence of notes in the texts; data-f names the notes' numbers. */
  const stops = all(".stop");
  const severities = ["neutral", "minor", "major", "critical"];
  const notesAt = (mark) => mark.dataset.f.split(" ").map((number) => "f" + number);
  const marksOf = new Map();
  const marks = all(".m[data-f]").map((element) => {
    const mark = { element, notes: notesAt(element) };
    for (const note of mark.notes) {
      if (!marksOf.has(note)) marksOf.set(note, []);
      marksOf.get(note).push(mark);
    }
    return mark;
  });
  const marksOfStop = (stop) => (marksOf.get(stop.id) || []).map((mark) => mark.element);
  const rowOf = (element) => element.closest(".row");

  let chosen = null;
  let hot = [];
  let visible = stops;

  function setHot(stopList) {
    for (const element of hot) element.classList.remove("hot");
    hot = [];
    for (const stop of stopList) {
      hot.push(stop, ...marksOfStop(stop));
      const row = rowOf(stop);
      if (row) hot.push(row);
    }
    for (const element of hot) element.classList.add("hot");
  }

  function stopsAt(target) {
    if (!(target instanceof Element)) return [];
    const mark = target.closest(".m[data-f]:not(.off)");
    if (mark) {
      return notesAt(mark).map(byId).filter((stop) => stop && !stop.hidden);
    }
    const stop = target.closest(".note");
    return stop ? [stop] : [];
  }

  function say(text) {
    byId("live").textContent = text;
  }

  function showPosition() {
    const at = visible.indexOf(chosen);
    const count = byId("count");
    count.textContent = at < 0 ? `${visible.length} shown` : `${at + 1} of ${visible.length}`;
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
    say(`${visible.indexOf(stop) + 1} of ${visible.length}: ${parts.join(", ")}`);
  }

  /* The next stop is counted from the chosen one or, where none is, from what is on the screen. */
  function step(direction) {
    if (visible.length === 0) return;
    let at = visible.indexOf(chosen);
    if (at >= 0) {
      at = (at + direction + visible.length) % visible.length;
    } else {
      const edge = byId("bar").getBoundingClientRect().bottom;
      let below = visible.findIndex((stop) => stop.getBoundingClientRect().top > edge);
      if (below < 0) below = visible.length;
      at = direction > 0 ? below % visible.length : (below - 1 + visible.length) % visible.length;
    }
    choose(visible[at]);
  }

  /* Filters. */

  const chips = all(".chip");
  const isOn = (chip) => chip.getAttribute("aria-pressed") === "true";
  const kindOf = (chip) => (chip.dataset.severity ? "severity" : "rule");

  function applyFilters() {
    const off = { severity: new Set(), rule: new Set() };
    for (const chip of chips) {
      if (!isOn(chip)) off[kindOf(chip)].add(chip.dataset[kindOf(chip)]);
    }
    const shown = new Map();
    for (const stop of stops) {
      const show = !off.severity.has(stop.dataset.severity) && !off.rule.has(stop.dataset.rule);
      if (stop.classList.contains("note")) stop.hidden = !show;
      const counts = show && !stop.classList.contains("accepted");
      stop.dataset.shown = counts ? "1" : "";
      if (counts) shown.set(stop.id, severities.indexOf(stop.dataset.severity));
    }
    for (const { element, notes } of marks) {
      const ranks = notes.filter((note) => shown.has(note)).map((note) => shown.get(note));
      element.classList.remove(...severities);
      element.classList.toggle("off", ranks.length === 0);
      if (ranks.length > 0) element.classList.add(severities[Math.max(...ranks)]);
    }
    for (const row of new Set(stops.map(rowOf))) {
      if (!row) continue;
      const inside = row.matches(".stop") ? [row] : all(".stop", row);
      row.classList.toggle("clean", !inside.some((stop) => stop.dataset.shown));
    }
    for (const tick of all(".map a")) {
      tick.hidden = !tick.dataset.stops.split(" ").some((stop) => shown.has(stop));
    }
    visible = stops.filter((stop) => stop.dataset.shown);
    if (chosen && !chosen.dataset.shown) choose(null);
    setHot([]);
    showPosition();
  }

  function onChip(chip, alone) {
    if (alone) {
      const same = chips.filter((other) => kindOf(other) === kindOf(chip));
      const already = isOn(chip) && same.every((other) => other === chip || !isOn(other));
      for (const other of same) other.setAttribute("aria-pressed", already || other === chip);
    } else {
      chip.setAttribute("aria-pressed", !isOn(chip));
    }
    applyFilters();
  }

  function toggleOnly() {
    const only = byId("only");
    if (!only) return;
    const on = only.getAttribute("aria-pressed") !== "true";
    only.setAttribute("aria-pressed", on);
    document.body.classList.toggle("only-stops", on);
    if (chosen) (rowOf(chosen) || chosen).scrollIntoView({ block: "center" });
  }

  /* To the next row of a kind, and from the last to the first. */
  const lastOf = new Map();
  function jumpTo(kind) {
    const rows = all(".row." + kind);
    if (rows.length === 0) return;
    const at = (rows.indexOf(lastOf.get(kind)) + 1) % rows.length;
    lastOf.set(kind, rows[at]);
    rows[at].scrollIntoView({ block: "center" });
    setHot([]);
    rows[at].classList.add("hot");
    hot = [rows[at]];
    say(`${at + 1} of ${rows.length}`);
  }

  /* Events. */

  document.addEventListener("mouseover", (event) => setHot(stopsAt(event.target)));
  document.addEventListener("focusin", (event) => setHot(stopsAt(event.target)));
  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const chip = target.closest(".chip");
    if (chip) return onChip(chip, event.shiftKey);
    const tick = target.closest(".map a");
    if (tick || target.closest(".m[data-f]:not(.off)")) {
      const at = tick ? tick.dataset.stops.split(" ").map(byId) : stopsAt(target);
      const stop = at.find((one) => one.dataset.shown);
      event.preventDefault();
      return stop && choose(stop, Boolean(tick));
    }
    if (target.closest(".m")) return event.preventDefault();
    const place = target.closest(".map");
    if (place) {
      const share = (event.clientY - place.getBoundingClientRect().top) / place.offsetHeight;
      const rows = byId("rows").getBoundingClientRect();
      return scrollBy(0, rows.top + share * rows.height - innerHeight / 2);
    }
    const jump = target.closest("[data-jump]");
    if (jump) return jumpTo(jump.dataset.jump);
    if (target.closest("#next")) return step(1);
    if (target.closest("#previous")) return step(-1);
    if (target.closest("#only")) return toggleOnly();
    if (target.closest("#keys")) return byId("help").showModal();
    const note = !target.closest("button") && target.closest(".note");
    if (note && !getSelection().toString()) choose(note, false);
  });
  document.addEventListener("accepted", () => {
    const at = visible.indexOf(chosen);
    applyFilters();
    if (!chosen && at >= 0 && visible.length > 0) choose(visible[Math.min(at, visible.length - 1)]);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) {
      return;
    }
    switch (event.key) {
      case "j":
      case "ArrowRight":
        step(1);
        break;
      case "k":
      case "ArrowLeft":
        step(-1);
        break;
      case "o":
        toggleOnly();
        break;
      case "Enter":
        if (event.target !== document.body && event.target !== chosen) return;
        choose(chosen || visible[0] || null);
        break;
      case "x":
        if (!chosen) return;
        chosen.dispatchEvent(new Event("accept", { bubbles: true }));
        break;
      case "Escape":
        choose(null);
        setHot([]);
        break;
      case "?":
        byId("help").showModal();
        break;
      default:
        return;
    }
    event.preventDefault();
  });

  /* The frame in the map that shows what is on the screen. */
  const map = document.querySelector(".map");
  if (map) {
    const view = document.createElement("span");
    view.className = "view";
    view.style.position = "absolute";
    map.append(view);
    const texts = byId("rows");
    let asked = false;
    const update = () => {
      asked = false;
      const box = texts.getBoundingClientRect();
      const top = Math.min(Math.max(-box.top / box.height, 0), 1);
      const bottom = Math.min(Math.max((innerHeight - box.top) / box.height, 0), 1);
      view.hidden = bottom - top > 0.999;
      view.style.top = top * 100 + "%";
      view.style.height = (bottom - top) * 100 + "%";
    };
    const ask = () => {
      if (!asked) requestAnimationFrame(update);
      asked = true;
    };
    addEventListener("scroll", ask, { passive: true });
    addEventListener("resize", ask);
    update();
  }

  document.documentElement.classList.add("js");
  applyFilters();
  const start = location.hash.length > 1 && byId(location.hash.slice(1));
  if (start && stops.includes(start)) choose(start);
})();
