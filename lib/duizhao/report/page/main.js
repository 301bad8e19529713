/* Clicks and keys, and the start of it all. */
(() => {
  const { byId, all } = Dom;
  // Of the translation; on the page of an alignment nobody, unless it is served.
  const keeper = typeof Live !== "undefined" ? Live : typeof Draft !== "undefined" ? Draft : null;

  document.addEventListener("mouseover", (event) => Stops.setHot(Stops.at(event.target)));
  document.addEventListener("focusin", (event) => Stops.setHot(Stops.at(event.target)));

  const buttons = {
    next: () => Stops.step(1),
    previous: () => Stops.step(-1),
    only: Filters.toggleOnly,
    order: Filters.toggleOrder,
    reset: Filters.resetAll,
    decisions: Decisions.showList,
    tell: toggleAbout,
    keys: () => {
      byId("help").showModal();
      byId("help").scrollTop = 0; // and not at the button that has the focus
    },
  };

  function toggleAbout() {
    if (!byId("about")) return;
    const open = byId("about").classList.toggle("open");
    byId("tell").setAttribute("aria-expanded", open);
    if (open) byId("about").scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    for (const menu of all("details.menu[open]")) if (!menu.contains(target)) menu.open = false;
    const choice = target.closest(".alone");
    if (choice) return Filters.onChip(choice.parentElement.querySelector(".chip"), true);
    const chip = target.closest(".chip");
    if (chip) return Filters.onChip(chip, event.shiftKey);
    const accept = target.closest(".accept");
    if (accept) return Decisions.accept(Stops.named(accept.closest(".note").id));
    const tick = target.closest(".map a");
    if (tick || target.closest(".m[data-f]:not(.off)")) {
      const at = tick ? tick.dataset.stops.split(" ").map(Stops.named) : Stops.at(target);
      const stop = at.find((one) => one && one.shown);
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
    const note = !target.closest("button, a, textarea") && target.closest(".stop");
    if (note && !getSelection().toString()) Stops.choose(Stops.named(note.id), false);
  });

  const onChosen = (use) => () => {
    const chosen = Stops.chosen();
    if (chosen && chosen.key) use(chosen);
  };
  const keys = {
    n: () => Stops.step(1),
    j: () => Stops.step(1),
    ArrowRight: () => Stops.step(1),
    p: () => Stops.step(-1),
    k: () => Stops.step(-1),
    ArrowLeft: () => Stops.step(-1),
    c: () => Stops.step(1, (stop) => stop.severity === "critical"),
    C: () => Stops.step(-1, (stop) => stop.severity === "critical"),
    r: onChosen((chosen) => Stops.step(1, (stop) => stop.rule === chosen.rule)),
    R: onChosen((chosen) => Stops.step(-1, (stop) => stop.rule === chosen.rule)),
    i: toggleAbout,
    o: Filters.toggleOnly,
    s: Filters.toggleOrder,
    x: onChosen(Decisions.accept),
    X: onChosen(Decisions.acceptKind),
    m: onChosen(Decisions.note),
    u: Decisions.undo,
    "/": () => byId("search") && byId("search").focus(),
    "?": buttons.keys,
    Escape: () => {
      Stops.choose(null);
      Stops.setHot([]);
    },
  };
  if (keeper) Object.assign(keys, keeper.keys);
  Object.assign(keys, Beads.keys);
  Object.assign(buttons, Beads.buttons);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.target.closest("input, textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "Enter") {
      const chosen = Stops.chosen();
      if (event.target !== document.body && (!chosen || event.target.id !== chosen.id)) return;
      Stops.choose(Stops.chosen() || Stops.visible()[0] || null);
    } else if (Object.hasOwn(keys, event.key)) {
      if (keys[event.key]() === false) return;
    } else {
      return;
    }
    event.preventDefault();
  });
  if (byId("search")) byId("search").addEventListener("input", Filters.onSearch);

  document.documentElement.classList.add("js");
  Stops.collect();
  Decisions.start(keeper ? keeper.server : null);
  Filters.apply();
  if (Beads.recall) Beads.recall();
  PageMap.start();
  if (keeper) keeper.start();
  const start = location.hash.length > 1 && Stops.named(location.hash.slice(1));
  if (start) Stops.choose(start);
})();
