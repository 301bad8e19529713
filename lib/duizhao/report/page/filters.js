/* Which stops are on the work list: by severity, rule, state and what is searched for. */
const Filters = (() => {
  const { byId, all, t, say } = Dom;
  const kinds = ["severity", "rule", "state", "sure"];
  const isOn = (chip) => chip.getAttribute("aria-pressed") === "true";
  const kindOf = (chip) => kinds.find((kind) => chip.dataset[kind]);
  const chips = () => all(".chip");

  /* The text of both sides of a row, found once a row. */
  const texts = new WeakMap();
  let found = null; // rows that the server has found, on a page that has a window of them
  let search_of = (words) => {};
  function holds(stop, words) {
    if (found) return found.has(stop.row);
    const part = Stops.rowOf(stop) || Stops.elementOf(stop);
    if (!texts.has(part)) {
      const cells = stop.row ? all(".text, .message", part) : [part];
      texts.set(part, cells.map((cell) => cell.textContent).join("\n").toLowerCase());
    }
    return texts.get(part).includes(words);
  }
  const sureness = (stop) => (stop.confidence >= 0.8 ? "high" : stop.confidence >= 0.5 ? "fair" : "low");
  const isDone = (state) => state === "accepted" || state === "fixed";
  const wordsSought = () => (byId("search") ? byId("search").value.trim().toLowerCase() : "");

  function apply() {
    const off = { severity: new Set(), rule: new Set(), state: new Set(), sure: new Set() };
    for (const chip of chips()) {
      if (!isOn(chip)) off[kindOf(chip)].add(chip.dataset[kindOf(chip)]);
    }
    const words = wordsSought();
    const stateOf = (stop) => Decisions.stateOf(stop);
    // Whoever asks for nothing but what is done wants to walk through it.
    const onlyDone = off.state.has("open") && off.state.has("question");
    Stops.show(
      (stop) =>
        !off.severity.has(stop.severity) && !off.rule.has(stop.rule) && !off.state.has(stateOf(stop)) &&
        !off.sure.has(sureness(stop)) && (!words || holds(stop, words)),
      (stop) => onlyDone || !isDone(stateOf(stop)),
    );
    const reset = byId("reset");
    if (reset) reset.hidden = !words && chips().every(isOn);
    for (const menu of all("details.menu")) {
      menu.classList.toggle("filtered", all(".chip", menu).some((chip) => !isOn(chip)));
    }
    if (Rows.windowed() && document.body.classList.contains("only-stops")) layOnly();
  }

  function onSearch() {
    if (Rows.windowed()) search_of(wordsSought());
    else apply();
  }
  /* The answer of a server to what is sought: row ids, or null for all. */
  function take(rows) {
    found = rows && new Set(rows);
    apply();
  }
  const setSearch = (search) => {
    search_of = search;
  };

  let laid = "";
  function layOnly() {
    const rows = [...new Set(Stops.visible().map((stop) => Number(stop.row.slice(1))))].sort((a, b) => a - b);
    if (rows.join() === laid) return;
    laid = rows.join();
    Rows.lay(rows);
  }

  function onChip(chip, alone) {
    const same = chips().filter((other) => kindOf(other) === kindOf(chip));
    if (alone) {
      const already = isOn(chip) && same.every((other) => other === chip || !isOn(other));
      for (const other of same) other.setAttribute("aria-pressed", already || other === chip);
    } else {
      chip.setAttribute("aria-pressed", !isOn(chip));
    }
    apply();
  }

  function resetAll() {
    for (const chip of chips()) chip.setAttribute("aria-pressed", true);
    if (byId("search")) byId("search").value = "";
    found = null;
    apply();
  }

  function toggleOnly() {
    const only = byId("only");
    if (!only) return;
    const on = only.getAttribute("aria-pressed") !== "true";
    only.setAttribute("aria-pressed", on);
    document.body.classList.toggle("only-stops", on);
    if (Rows.windowed()) {
      laid = "";
      if (on) layOnly();
      else Rows.lay(Array.from({ length: Number(byId("rows").dataset.count) }, (_, i) => i));
    }
    const chosen = Stops.chosen();
    if (chosen) Stops.choose(chosen);
  }

  function toggleOrder() {
    const order = byId("order");
    if (!order) return;
    const on = order.getAttribute("aria-pressed") !== "true";
    order.setAttribute("aria-pressed", on);
    Stops.orderByGravity(on);
    apply();
    say(on ? t("the gravest first") : t("in the order of the text"));
  }

  return { apply, onChip, onSearch, take, setSearch, resetAll, toggleOnly, toggleOrder };
})();
