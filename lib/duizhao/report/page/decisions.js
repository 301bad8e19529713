/* What the reader has decided on findings: no error, a question, fixed. Decisions are kept by the
   server where there is one, else in the browser, and saved as a list for --suppress. */
const Decisions = (() => {
  const { byId, all, t, say, element, download } = Dom;
  const store = "duizhao-decisions";
  const decided = new Map(); // by key: {state, rule, author, reason, excerpt, when, message}
  const undone = []; // what u takes back: lists of [key, decision before]
  let keep = () => {};
  let asking = null;

  const stateOf = (stop) => (decided.get(stop.key) || { state: "open" }).state;
  const notes = () => Stops.all().filter((stop) => stop.key);

  /* A page that is a file may have no storage; then decisions last as long as the page. */
  function keepInBrowser(key, decision) {
    try {
      const kept = JSON.parse(localStorage.getItem(store) || "{}");
      if (decision) kept[key] = decision;
      else delete kept[key];
      localStorage.setItem(store, JSON.stringify(kept));
    } catch (error) {}
  }
  function recallFromBrowser() {
    try {
      const kept = JSON.parse(localStorage.getItem(store) || "{}");
      for (const { key } of notes()) if (kept[key]) decided.set(key, kept[key]);
    } catch (error) {}
  }

  function remember(what, value) {
    try {
      localStorage.setItem("duizhao-" + what, value);
    } catch (error) {}
  }
  function remembered(what) {
    try {
      return localStorage.getItem("duizhao-" + what) || "";
    } catch (error) {
      return "";
    }
  }

  const names = () => ({ accepted: t("no error"), question: t("question"), fixed: t("fixed") });

  function paintNote(element) {
    const decision = decided.get(element.dataset.key);
    for (const state of ["accepted", "question", "fixed"]) {
      element.classList.toggle(state, Boolean(decision) && decision.state === state);
    }
    let button = element.querySelector(".accept");
    if (!button) {
      button = Dom.element("button", { type: "button", className: "accept", title: "x" });
      element.querySelector("header").append(button);
    }
    const accepted = decision && decision.state === "accepted";
    button.textContent = accepted ? t("take back") : t("no error");
    let said = element.querySelector(".said");
    if (!decision) {
      if (said) said.remove();
      return;
    }
    if (!said) element.append((said = Dom.element("p", { className: "said" })));
    const why = [decision.reason, decision.author].filter(Boolean).join(" · ");
    said.textContent = names()[decision.state] + (why ? ": " + why : "");
  }

  const dress = (within = document) => all(".note[data-key]", within).forEach(paintNote);

  /* Fixed, accepted and open, by rule; what was mended is no stop any more. */
  function countByRule() {
    const table = byId("by-rule");
    if (!table) return;
    for (const row of all("tbody tr", table)) {
      const of = notes().filter((stop) => stop.rule === row.dataset.rule);
      const in_state = (state) => of.filter((stop) => stateOf(stop) === state).length;
      const put = (name, number) => {
        const cell = row.querySelector("." + name);
        if (cell.textContent !== String(number || "")) cell.textContent = number || "";
      };
      put("fixed", in_state("fixed"));
      put("accepted", in_state("accepted"));
      put("open", in_state("open") + in_state("question"));
    }
  }

  /* After a change of some findings, or of all. */
  function paint(keys) {
    if (keys) keys.forEach((key) => all(`.note[data-key="${key}"]`).forEach(paintNote));
    else dress();
    countByRule();
    const list = byId("decisions");
    if (list) {
      list.hidden = decided.size === 0;
      list.textContent = t("{0} decided", decided.size);
    }
    Filters.apply();
  }

  function set(changes, remembers = true) {
    if (remembers) undone.push(changes.map(([key]) => [key, decided.get(key)]));
    for (const [key, decision] of changes) {
      if (decision) decided.set(key, decision);
      else decided.delete(key);
      keep(key, decision);
    }
    paint(changes.map(([key]) => key));
  }

  const decisionOn = (stop, state, reason, author) => ({
    state, reason, author,
    rule: stop.rule,
    excerpt: Stops.excerptOf(stop),
    message: Stops.messageOf(stop),
    when: new Date().toISOString(),
  });

  /* Asks why; `of` are the notes that the answer is for. */
  function ask(state, of) {
    if (of.length === 0) return;
    asking = { state, of };
    const question = state === "question";
    byId("decide-title").textContent = question ? t("Question") : t("No error");
    byId("decide-what").textContent =
      of.length === 1 ? Stops.messageOf(of[0])
                      : t("{0} findings of this kind", of.length);
    byId("decide-label").textContent = question ? t("Note") : t("Reason");
    byId("decide-hint").textContent = question
      ? t("It stays on the list, with the note.")
      : t("It is not told again until what it is about changes.");
    byId("decide-yes").textContent = question ? t("Keep") : t("Accept");
    const before = decided.get(of[0].key);
    byId("decide-reason").value = before ? before.reason : "";
    byId("decide-author").value ||= remembered("author");
    byId("decide").returnValue = "";
    byId("decide").showModal();
    byId("decide-reason").focus();
  }

  function answer() {
    if (!asking || byId("decide").returnValue !== "yes") return;
    const { state, of } = asking;
    asking = null;
    const [reason, author] = [byId("decide-reason").value.trim(), byId("decide-author").value.trim()];
    remember("author", author);
    set(of.map((stop) => [stop.key, decisionOn(stop, state, reason, author)]));
  }

  const decide = (state, of) =>
    of.every((stop) => stateOf(stop) === state) ? set(of.map((stop) => [stop.key, null]))
                                                : ask(state, of.filter((stop) => stateOf(stop) !== state));
  const accept = (stop) => decide("accepted", Stops.placesOf(stop));
  /* What one cause has brought about: the findings of the same rule and code that say the same, or
     all of that rule and code where none does. */
  const acceptKind = (stop) => {
    const kind = notes().filter((other) => other.rule === stop.rule && other.code === stop.code &&
                                           stateOf(other) !== "accepted");
    ask("accepted", kind);
  };
  const note = (stop) => ask("question", [stop]);
  /* Without asking; null opens them again. */
  const tick = (of, state) =>
    set(of.map((stop) => [stop.key, state && decisionOn(stop, state, "", remembered("author"))]), false);
  /* On a page without a server: mended elsewhere, ticked off here. */
  function fix(stop) {
    const places = Stops.placesOf(stop);
    const fixed = places.every((place) => stateOf(place) === "fixed");
    set(places.map((place) =>
      [place.key, fixed ? null : decisionOn(place, "fixed", "", remembered("author"))]));
    say(fixed ? t("taken back") : t("fixed"));
  }

  function undo() {
    const last = undone.pop();
    if (!last) return say(t("nothing to take back"));
    set(last, false);
    say(t("taken back"));
  }

  const cell = (text) => (text || "").replace(/[\t\r\n]+/g, " ").trim();
  function saved() {
    const lines = ["# key\trule\tauthor\treason\texcerpt"];
    for (const [key, { state, rule, author, reason, excerpt }] of decided) {
      const line = [key, rule, author, reason, excerpt].map(cell).join("\t");
      if (state === "accepted") lines.push(line);
      if (state === "question") lines.push("# question\t" + line);
    }
    return lines.join("\n") + "\n";
  }

  function showList() {
    byId("decided-rows").replaceChildren(
      ...Array.from(decided, ([key, decision]) => {
        const back = element("button", { type: "button", textContent: t("take back") });
        back.addEventListener("click", () => {
          set([[key, null]]);
          showList();
        });
        const date = (decision.when || "").slice(0, 16).replace("T", " ");
        return element("tr", {},
          element("td", { textContent: decision.message || decision.rule }),
          element("td", { textContent: names()[decision.state] }),
          element("td", { textContent: decision.reason || "" }),
          element("td", { textContent: [decision.author, date].filter(Boolean).join(", ") }),
          element("td", {}, back));
      }),
    );
    if (!byId("decided").open) byId("decided").showModal();
  }

  /* `server` keeps decisions where there is one: {kept: {key: decision}, keep(key, decision)}. */
  function start(server) {
    if (!byId("decide")) return;
    if (server) {
      for (const [key, decision] of Object.entries(server.kept)) decided.set(key, decision);
      keep = server.keep;
    } else {
      recallFromBrowser();
      keep = keepInBrowser;
    }
    byId("decide").addEventListener("close", answer);
    byId("decide-no").addEventListener("click", () => byId("decide").close(""));
    byId("save").addEventListener("click", () =>
      download("suppressions.tsv", "text/tab-separated-values", saved()));
    paint();
  }

  /* A decision that another window made. */
  function take(key, decision) {
    if (decision) decided.set(key, decision);
    else decided.delete(key);
    paint([key]);
  }

  return { showList, start, take, paint, dress, stateOf, accept, acceptKind, note, fix, tick, undo };
})();
