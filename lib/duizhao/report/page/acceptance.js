"use strict";
/* Findings that the reader declares to be no errors. They are remembered in the browser, and saved
   as a list for --suppress. page.js asks for it by the event "accept" on a note, and is told by
   "accepted" that notes have changed. */
(() => {
  const byId = (id) => document.getElementById(id);
  const notes = Array.from(document.querySelectorAll(".note[data-key]"));
  const dialog = byId("accept");
  const save = byId("save");
  const store = "duizhao-accepted";
  const accepted = new Map();
  let asked = null;

  /* A page that is a file may have no storage; then the list lasts as long as the page. */
  function remember() {
    try {
      const all = JSON.parse(localStorage.getItem(store) || "{}");
      for (const { dataset } of notes) delete all[dataset.key];
      localStorage.setItem(store, JSON.stringify(Object.assign(all, Object.fromEntries(accepted))));
    } catch (error) {}
  }
  function recall() {
    try {
      const all = JSON.parse(localStorage.getItem(store) || "{}");
      for (const { dataset } of notes) {
        if (all[dataset.key]) accepted.set(dataset.key, all[dataset.key]);
      }
    } catch (error) {}
  }

  const excerptOf = (note) => {
    const number = note.id.slice(1);
    const marks = Array.from(document.querySelectorAll(".m[data-f]"));
    const own = marks.filter((mark) => mark.dataset.f.split(" ").includes(number));
    return own.length > 0 ? own[own.length - 1].textContent : "";
  };

  function show() {
    for (const note of notes) {
      const is = accepted.has(note.dataset.key);
      note.classList.toggle("accepted", is);
      note.querySelector(".accept").textContent = is ? "undo" : "no error";
    }
    save.hidden = accepted.size === 0;
    save.textContent = `save ${accepted.size} accepted`;
    document.dispatchEvent(new Event("accepted"));
  }

  function ask(note) {
    if (accepted.has(note.dataset.key)) {
      accepted.delete(note.dataset.key);
      remember();
      return show();
    }
    asked = note;
    byId("accept-what").textContent = note.querySelector(".message").textContent;
    byId("accept-reason").value = "";
    dialog.returnValue = "";
    dialog.showModal();
    byId("accept-reason").focus();
  }

  const cell = (text) => text.replace(/[\t\r\n]+/g, " ").trim();
  function list() {
    const lines = ["# key\trule\tauthor\treason\texcerpt"];
    for (const [key, { rule, author, reason, excerpt }] of accepted) {
      lines.push([key, rule, author, reason, excerpt].map(cell).join("\t"));
    }
    return lines.join("\n") + "\n";
  }

  for (const note of notes) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "accept";
    button.title = "x";
    note.querySelector("header").append(button);
  }
  document.addEventListener("accept", (event) => ask(event.target));
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest(".accept");
    if (button) ask(button.closest(".note"));
  });
  byId("accept-reason").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    byId("accept-yes").click();
  });
  dialog.addEventListener("close", () => {
    const note = asked;
    asked = null;
    if (!note || dialog.returnValue !== "accept") return;
    accepted.set(note.dataset.key, {
      rule: note.dataset.rule,
      author: byId("accept-author").value,
      reason: byId("accept-reason").value,
      excerpt: excerptOf(note),
    });
    remember();
    show();
  });
  save.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([list()], { type: "text/tab-separated-values" }));
    link.download = "suppressions.tsv";
    link.click();
    URL.revokeObjectURL(link.href);
  });
  recall();
  show();
})();
