/* Which stops are on the work list: by severity, rule, state and what is searched for. */
const Filters = (() => {
  const { byId, all, t, say } = Dom;
  const kinds = ["severity", "rule", "state"];
  const isOn = (chip) => chip.getAttribute("aria-pressed") === "true";
  const kindOf = (chip) => kinds.find((kind) => chip.dataset[kind]);
  const chips = () => all(".chip");

  /* The text of both sides of a row, found once a row. */
  const texts = new Map();
  function textOf(stop) {
    const row = Stops.rowOf(stop);
    const part = row || stop;
    if (!texts.has(part)) {
      const cells = row ? all(".text, .message", row) : [stop];
      texts.set(part, cells.map((cell) => cell.textContent).join("\n").toLowerCase());
    }
    return texts.get(part);
  }

  function apply() {
    const off = { severity: new Set(), rule: new Set(), state: new Set() };
    for (const chip of chips()) {
      if (!isOn(chip)) off[kindOf(chip)].add(chip.dataset[kindOf(chip)]);
    }
    const search = byId("search");
    const words = search ? search.value.trim().toLowerCase() : "";
    const stateOf = (stop) => Decisions.stateOf(stop);
    Stops.show(
      (stop) =>
        !off.severity.has(stop.dataset.severity) && !off.rule.has(stop.dataset.rule) &&
        !off.state.has(stateOf(stop)) && (!words || textOf(stop).includes(words)),
      (stop) => stateOf(stop) !== "accepted",
    );
    const reset = byId("reset");
    if (reset) reset.hidden = !words && chips().every(isOn);
    for (const menu of all("details.menu")) {
      menu.classList.toggle("filtered", all(".chip", menu).some((chip) => !isOn(chip)));
    }
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
    apply();
  }

  function toggleOnly() {
    const only = byId("only");
    if (!only) return;
    const on = only.getAttribute("aria-pressed") !== "true";
    only.setAttribute("aria-pressed", on);
    document.body.classList.toggle("only-stops", on);
    const chosen = Stops.chosen();
    if (chosen) (Stops.rowOf(chosen) || chosen).scrollIntoView({ block: "center" });
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

  function forget() {
    texts.clear();
  }

  return { apply, onChip, resetAll, toggleOnly, toggleOrder, forget };
})();
