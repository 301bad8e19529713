/* The page while the program serves it: passages are edited in place and reviewed at once, and the
   translation is written to its file. */
const Live = (() => {
  const { byId, all, t, say, element } = Dom;
  const kept = JSON.parse(byId("kept").textContent);
  const windowed = byId("rows").dataset.count !== undefined;
  let version = windowed ? 0 : kept.version; // of a window the stops are still to come
  let editing = null; // {row, bead, was, box}

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
    byId("warning").textContent = text;
    byId("warning").hidden = !text;
    if (text) say(text);
  }

  const attempt = (work) => work().then(() => warn(""), (error) =>
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
    if (editing || state.version < version) return;
    version = state.version;
    const arrived = state.pieces.map(({ id, html }) => Exchange.part(id, html)).filter(Boolean);
    if (!windowed) arrived.push(...Exchange.rows(state.rows));
    if (windowed) takeStops(state);
    else Stops.collect();
    const write = byId("write");
    write.disabled = !state.unwritten;
    write.textContent = state.unwritten ? t("write the draft") : t("written");
    Beads.redrawn();
    Decisions.paint([]);
    for (const place of arrived) {
      Stops.dress(place);
      Decisions.dress(place);
    }
    if (state.conflict) {
      warn(t("The file was changed by another program. Writing puts this text over it."));
    }
  }

  let latest = 0; // that the server has told of
  let refreshing = null; // one at a time
  const refresh = async () => {
    if (refreshing || editing || (latest <= version && version > 0)) return refreshing;
    refreshing = ask("state?since=" + version).then(show).finally(() => {
      refreshing = null;
    });
    await refreshing;
    if (latest > version) await refresh();
  };

  async function begin(row) {
    if (!row || editing || Beads.isMending?.() || !/^b\d+$/.test(row.id)) return;
    const bead = Number(row.id.slice(1));
    editing = { bead }; // so that the row is not exchanged while its text is asked for
    const [{ text }] = await Promise.all([ask("text?bead=" + bead), Rows.settled(row.id)]).catch((error) => {
      editing = null;
      throw error;
    });
    // The row that stands there now: rows that were on their way have taken the place of older ones.
    const cell = byId(row.id)?.children[3];
    if (!cell) {
      editing = null;
      return;
    }
    const box = element("textarea", { value: text, className: "edit" });
    box.setAttribute("aria-label", t("translation"));
    box.lang = cell.lang;
    cell.hidden = true;
    cell.after(box);
    box.style.height = box.scrollHeight + 4 + "px";
    editing = { cell, bead, was: text, box };
    box.focus();
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape") end();
      else if (event.key === "Enter" && !event.shiftKey) commit();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    box.addEventListener("blur", commit);
  }

  function close() {
    const { box, cell } = editing;
    editing = null;
    box.remove();
    cell.hidden = false;
  }
  function focusChosen() {
    const chosen = Stops.chosen();
    if (chosen && Stops.elementOf(chosen)) Stops.elementOf(chosen).focus({ preventScroll: true });
  }
  function end() {
    if (!editing || !editing.box) return;
    close();
    focusChosen();
    attempt(refresh);
  }

  function commit() {
    if (!editing || !editing.box) return;
    const { bead, was, box } = editing;
    const text = box.value;
    if (text === was) return end();
    return attempt(async () => {
      const state = await ask("edit?since=" + version, { bead, was, text });
      latest = Math.max(latest, state.version);
      if (editing?.box === box) close();
      show(state);
      focusChosen();
      await refresh();
    });
  }

  const applySuggestion = () => {
    const chosen = Stops.chosen();
    if (!chosen || !chosen.key) return;
    if (!chosen.fits || !chosen.row) return say(t("there is no suggestion that could be put in"));
    attempt(async () => {
      show(await ask("apply?since=" + version, { key: chosen.key, passage: Number(chosen.row.slice(1)) }));
      say(t("put in"));
    });
  };
  const editChosen = () => {
    const chosen = Stops.chosen();
    if (chosen) attempt(() => begin(Stops.rowOf(chosen)));
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
      Promise.resolve(commit()).then(write);
    } else if (event.key === "z" && !editing) {
      event.preventDefault();
      undoEdit();
    }
  });
  document.addEventListener("dblclick", (event) => {
    const row = event.target.closest(".row");
    if (row && row.children[3] && row.children[3].contains(event.target)) attempt(() => begin(row));
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
    keys: document.body.classList.contains("aligned") ? {} : { f: applySuggestion, e: editChosen },
    server: {
      kept: kept.decisions,
      keep: (key, decision) =>
        attempt(() => ask("decide", { key, ...(decision || { state: "" }) })),
    },
    start: () => attempt(async () => show(await ask("state?since=" + version))),
  };
})();
