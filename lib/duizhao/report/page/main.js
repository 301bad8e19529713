/* Clicks and keys, and the start of it all. */
(() => {
  const { byId, all } = Dom;

  document.addEventListener("mouseover", (event) => Stops.setHot(Stops.at(event.target)));
  document.addEventListener("focusin", (event) => Stops.setHot(Stops.at(event.target)));

  const buttons = {
    next: () => Stops.step(1),
    previous: () => Stops.step(-1),
    only: Filters.toggleOnly,
    order: Filters.toggleOrder,
    reset: Filters.resetAll,
    keys: () => byId("help").showModal(),
  };

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    for (const menu of all("details.menu[open]")) if (!menu.contains(target)) menu.open = false;
    const chip = target.closest(".chip");
    if (chip) return Filters.onChip(chip, event.shiftKey || Boolean(target.closest(".alone")));
    const accept = target.closest(".accept");
    if (accept) return Decisions.accept(accept.closest(".note"));
    const tick = target.closest(".map a");
    if (tick || target.closest(".m[data-f]:not(.off)")) {
      const at = tick ? tick.dataset.stops.split(" ").map(byId) : Stops.at(target);
      const stop = at.find((one) => one && one.dataset.shown);
      event.preventDefault();
      return stop && Stops.choose(stop, Boolean(tick));
    }
    if (target.closest(".m")) return event.preventDefault();
    const map = target.closest(".map");
    if (map) return PageMap.goTo(map, event.clientY);
    const jump = target.closest("[data-jump]");
    if (jump) return PageMap.jumpTo(jump.dataset.jump);
    const button = target.closest("button[id]");
    if (button && buttons[button.id]) return buttons[button.id]();
    const note = !target.closest("button") && target.closest(".note");
    if (note && !getSelection().toString()) Stops.choose(note, false);
  });

  const onChosen = (use) => () => {
    const chosen = Stops.chosen();
    if (chosen && chosen.dataset.key) use(chosen);
  };
  const keys = {
    n: () => Stops.step(1),
    j: () => Stops.step(1),
    ArrowRight: () => Stops.step(1),
    p: () => Stops.step(-1),
    k: () => Stops.step(-1),
    ArrowLeft: () => Stops.step(-1),
    c: () => Stops.step(1, (stop) => stop.dataset.severity === "critical"),
    r: onChosen((chosen) => Stops.step(1, (stop) => stop.dataset.rule === chosen.dataset.rule)),
    o: Filters.toggleOnly,
    s: Filters.toggleOrder,
    x: onChosen(Decisions.accept),
    X: onChosen(Decisions.acceptKind),
    m: onChosen(Decisions.note),
    u: Decisions.undo,
    "/": () => byId("search") && byId("search").focus(),
    "?": () => byId("help").showModal(),
    Escape: () => {
      Stops.choose(null);
      Stops.setHot([]);
    },
  };
  if (typeof Live !== "undefined") Object.assign(keys, Live.keys);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.target.closest("input, textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "Enter") {
      if (event.target !== document.body && event.target !== Stops.chosen()) return;
      Stops.choose(Stops.chosen() || Stops.visible()[0] || null);
    } else if (Object.hasOwn(keys, event.key)) {
      keys[event.key]();
    } else {
      return;
    }
    event.preventDefault();
  });
  if (byId("search")) byId("search").addEventListener("input", Filters.apply);

  document.documentElement.classList.add("js");
  Stops.collect();
  Decisions.start(typeof Live !== "undefined" ? Live.server : null);
  Filters.apply();
  PageMap.start();
  if (typeof Live !== "undefined") Live.start();
  const start = location.hash.length > 1 && byId(location.hash.slice(1));
  if (start && Stops.all().includes(start)) Stops.choose(start);
})();
