/* The page while the program serves it: passages are edited in place and reviewed at once, and the
   translation is written to its file. */
const Live = (() => {
  const { byId, all, t, say, element } = Dom;
  const kept = JSON.parse(byId("kept").textContent);
  const windowed = byId("rows").dataset.count !== undefined;
  const aligned = document.body.classList.contains("aligned");
  let version = windowed ? 0 : kept.version; // of a window the stops are still to come

  async function ask(path, body) {
    const answer = await fetch(path, body === undefined ? {} : {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const got = await answer.json();
    if (!answer.ok) throw new Error(got.error);
    return got;
  }

  function warn(text) {
    if (text === byId("warning").textContent) return;
    byId("warning").textContent = text;
    byId("warning").hidden = !text;
    if (text) say(text);
  }

  /* What is to be known as long as it is so. */
  let conflict = false;
  const warnOfConflict = () =>
    warn(conflict ? t("The file was changed by another program. Writing puts this text over it.") : "");

  const attempt = (work) => work().then(warnOfConflict, (error) =>
    warn(error instanceof TypeError ? t("the program does not answer; nothing is lost, start it again")
                                    : error.message));

  /* Of pairs there is a list of all findings, and a window of the rows. */
  const stopsOf = new Map(); // by number of the pair
  function takeStops(state) {
    const changed = Object.entries(state.stops).map(([number, stops]) => {
      const row = "b" + number;
      const records = stops.map(([rule, code, severity, confidence, key, fits], i) =>
        ({ id: `f${number}-${i}`, row, rule, code, severity, confidence, key, fits, group: "" }));
      if (records.length > 0) stopsOf.set(Number(number), records);
      else stopsOf.delete(Number(number));
      return Number(number);
    });
    if (Rows.count() !== state.count && !document.body.classList.contains("only-stops")) {
      byId("rows").dataset.count = state.count;
      Rows.lay(Array.from({ length: state.count }, (_, i) => i));
    }
    const numbers = Array.from(stopsOf.keys()).sort((a, b) => a - b);
    Stops.collect(numbers.flatMap((number) => stopsOf.get(number)));
    Rows.renew(changed);
  }
  if (windowed) {
    Rows.start(async (numbers) => (await ask("rows?of=" + numbers.join())).html, (chunk) => {
      Stops.dress(chunk);
      Decisions.dress(chunk);
    });
    let asked = 0;
    Filters.setSearch((words) => {
      const now = ++asked;
      if (!words) return Filters.take(null);
      attempt(async () => {
        const { rows } = await ask("search?q=" + encodeURIComponent(words));
        if (now === asked) Filters.take(rows.map((number) => "b" + number));
      });
    });
  }

  /* Takes what has changed. */
  function show(state) {
    // The row that is being edited stays as it is; what has changed is asked for once more then.
    if (Editor.isOpen() || state.version < version) return;
    version = state.version;
    const arrived = state.pieces.map(({ id, html }) => Exchange.part(id, html)).filter(Boolean);
    if (!windowed) arrived.push(...Exchange.rows(state.rows));
    if (windowed) takeStops(state);
    else Stops.collect();
    const write = byId("write");
    write.disabled = !state.unwritten;
    write.textContent = !state.unwritten ? t("written") : aligned ? t("write the beads") : t("write the draft");
    Beads.redrawn();
    Decisions.paint([]);
    for (const place of arrived) {
      Stops.dress(place);
      Decisions.dress(place);
    }
    conflict = state.conflict;
  }

  let latest = 0; // that the server has told of
  let refreshing = null; // one at a time
  const refresh = async () => {
    if (refreshing || Editor.isOpen() || (latest <= version && version > 0)) return refreshing;
    refreshing = ask("state?since=" + version).then(show).finally(() => {
      refreshing = null;
    });
    await refreshing;
    if (latest > version) await refresh();
  };

  const numberOf = (row) => Number(row.slice(1));
  Editor.start({
    attempt,
    textOf: async (row) =>
      (await Promise.all([ask("text?bead=" + numberOf(row.id)), Rows.settled(row.id)]))[0].text,
    change: (row, was, text, close) => attempt(async () => {
      const state = await ask("edit?since=" + version, { bead: numberOf(row), was, text });
      latest = Math.max(latest, state.version);
      close();
      show(state);
      Editor.focusChosen();
      await refresh();
    }),
    left: () => attempt(refresh),
  });

  const applySuggestion = () => {
    const chosen = Stops.chosen();
    if (!chosen || !chosen.key) return;
    if (!chosen.fits || !chosen.row) return say(t("there is no suggestion that could be put in"));
    attempt(async () => {
      show(await ask("apply?since=" + version, { key: chosen.key, passage: numberOf(chosen.row) }));
      say(t("put in"));
    });
  };
  const editChosen = () => {
    const chosen = Stops.chosen();
    if (chosen) attempt(() => Editor.open(Stops.rowOf(chosen)));
  };
  const write = () => attempt(async () => {
    show(await ask("write?since=" + version, {}));
    say(t("written"));
  });
  const mend = (gone, come) => attempt(async () => show(await ask("mend?since=" + version, { gone, come })));
  const undoEdit = () => attempt(async () => show(await ask("undo?since=" + version, {})));

  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === "s") {
      event.preventDefault();
      Promise.resolve(Editor.commit()).then(write);
    } else if (event.key === "z" && !Editor.isOpen()) {
      event.preventDefault();
      undoEdit();
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("#write")) write();
  });

  const events = new EventSource("events");
  events.onmessage = (event) => {
    const told = JSON.parse(event.data);
    for (const decision of told.decisions) Decisions.take(decision.key, decision.state ? decision : null);
    latest = Math.max(latest, told.version);
    attempt(refresh);
  };

  if (Beads.connect) Beads.connect({ mend, undo: undoEdit });
  byId("bar").before(element("p", { id: "warning", hidden: true, className: "warning" }));
  byId("warning").setAttribute("role", "alert");

  return {
    keys: aligned ? {} : { f: applySuggestion, e: editChosen },
    server: {
      kept: kept.decisions,
      keep: (key, decision) =>
        attempt(() => ask("decide", { key, ...(decision || { state: "" }) })),
    },
    start: () => attempt(async () => show(await ask("state?since=" + version))),
  };
})();
