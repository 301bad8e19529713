/* What the reader has decided on findings: no error, a question, fixed. Decisions are kept by the
   server where there is one, else in the browser, and saved as a list for --suppress. */
const Decisions = (() => {
  const { byId, all, t, say, element, download } = Dom;
  const store = "duizhao-decisions";
  const decided = new Map(); // by key: {state, rule, author, reason, excerpt, when, message}
  const undone = []; // what u takes back: lists of [key, decision before]
  let keep = () => {};
  let asking = null;

  const keyOf = (stop) => stop.dataset.key || "";
  const stateOf = (stop) => (decided.get(keyOf(stop)) || { state: "open" }).state;
  const notes = () => all(".note[data-key]");

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
      for (const note of notes()) {
        if (kept[keyOf(note)]) decided.set(keyOf(note), kept[keyOf(note)]);
      }
    } catch (error) {}
  }

  const names = () => ({ accepted: t("no error"), question: t("question"), fixed: t("fixed") });

  function paint() {
    for (const note of notes()) {
      const decision = decided.get(keyOf(note));
      for (const state of ["accepted", "question", "fixed"]) {
        note.classList.toggle(state, Boolean(decision) && decision.state === state);
      }
      note.querySelector(".accept").textContent =
        decision && decision.state === "accepted" ? t("undo") : t("no error");
      let said = note.querySelector(".said");
      if (!decision) {
        if (said) said.remove();
        continue;
      }
      if (!said) note.append((said = element("p", { className: "said" })));
      const why = [decision.reason, decision.author].filter(Boolean).join(" · ");
      said.textContent = names()[decision.state] + (why ? ": " + why : "");
    }
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
    paint();
  }

  const decisionOn = (note, state, reason, author) => ({
    state, reason, author,
    rule: note.dataset.rule,
    excerpt: Stops.excerptOf(note),
    message: note.querySelector(".message").textContent,
    when: new Date().toISOString(),
  });

  /* Asks why; `of` are the notes that the answer is for. */
  function ask(state, of) {
    if (of.length === 0) return;
    asking = { state, of };
    const question = state === "question";
    byId("decide-title").textContent = question ? t("Question") : t("No error");
    byId("decide-what").textContent =
      of.length === 1 ? of[0].querySelector(".message").textContent
                      : t("{0} findings of this kind", of.length);
    byId("decide-label").textContent = question ? t("Note") : t("Reason");
    byId("decide-hint").textContent = question
      ? t("It stays on the list, with the note.")
      : t("It is not told again until what it is about changes.");
    byId("decide-yes").textContent = question ? t("Keep") : t("Accept");
    const before = decided.get(keyOf(of[0]));
    byId("decide-reason").value = before ? before.reason : "";
    byId("decide").returnValue = "";
    byId("decide").showModal();
    byId("decide-reason").focus();
  }

  function answer() {
    if (!asking || byId("decide").returnValue !== "yes") return;
    const { state, of } = asking;
    asking = null;
    const [reason, author] = [byId("decide-reason").value.trim(), byId("decide-author").value.trim()];
    set(of.map((note) => [keyOf(note), decisionOn(note, state, reason, author)]));
  }

  const accept = (note) =>
    stateOf(note) === "accepted" ? set([[keyOf(note), null]]) : ask("accepted", [note]);
  const acceptKind = (note) =>
    ask("accepted", notes().filter((other) => other.dataset.rule === note.dataset.rule &&
                                              other.dataset.code === note.dataset.code &&
                                              stateOf(other) !== "accepted"));
  const note = (stop) => ask("question", [stop]);

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
        const date = (decision.when || "").slice(0, 10);
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

  function addButtons(within = document) {
    for (const one of all(".note[data-key]", within)) {
      if (one.querySelector(".accept")) continue;
      const button = element("button", { type: "button", className: "accept", title: "x" });
      one.querySelector("header").append(button);
    }
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
    addButtons();
    byId("decide").addEventListener("close", answer);
    byId("decide-no").addEventListener("click", () => byId("decide").close(""));
    byId("save").addEventListener("click", () =>
      download("suppressions.tsv", "text/tab-separated-values", saved()));
    byId("decisions").addEventListener("click", showList);
    paint();
  }

  /* A decision that another window made. */
  function take(key, decision) {
    if (decision) decided.set(key, decision);
    else decided.delete(key);
    paint();
  }

  return { start, take, paint, addButtons, stateOf, accept, acceptKind, note, undo, set, keyOf,
           decisionOn };
})();
