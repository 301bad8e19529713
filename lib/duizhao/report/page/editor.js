/* The box in which a passage of the translation is edited, in its place: by a double click or by
   key. Who keeps the translation says what stands there, and takes what is written. */
const Editor = (() => {
  const { byId, t, element } = Dom;
  let editing = null; // {row, cell, was, box}; without a box while its text is asked for
  let keeper = null; // {textOf(row), change(row, was, text, close), left(), attempt(work)}

  async function open(row) {
    if (!row || editing || Beads.isMending?.() || !/^b\d+$/.test(row.id)) return;
    editing = {};
    const text = await Promise.resolve(keeper.textOf(row)).catch((error) => {
      editing = null;
      throw error;
    });
    // The row that stands there now: rows that were on their way have taken the place of older ones.
    const cell = byId(row.id)?.children[3];
    if (!cell || text === null) {
      editing = null;
      return;
    }
    const box = element("textarea", { value: text, className: "edit" });
    box.setAttribute("aria-label", t("translation"));
    box.lang = cell.lang;
    cell.hidden = true;
    cell.after(box);
    box.style.height = box.scrollHeight + 4 + "px";
    editing = { row: row.id, cell, was: text, box };
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

  function close(box) {
    if (editing?.box !== box) return;
    const { cell } = editing;
    editing = null;
    box.remove();
    cell.hidden = false;
  }
  function focusChosen() {
    const chosen = Stops.chosen();
    if (chosen && Stops.elementOf(chosen)) Stops.elementOf(chosen).focus({ preventScroll: true });
  }
  function end() {
    if (!editing?.box) return;
    close(editing.box);
    focusChosen();
    keeper.left();
  }

  /* The box is closed by whoever takes the text, once it has. */
  function commit() {
    if (!editing?.box) return undefined;
    const { row, was, box } = editing;
    if (box.value === was) return end();
    return keeper.change(row, was, box.value, () => close(box));
  }

  function start(who) {
    keeper = who;
    document.addEventListener("dblclick", (event) => {
      const row = event.target.closest(".row");
      if (row?.children[3]?.contains(event.target)) keeper.attempt(() => open(row));
    });
  }

  return { start, open, commit, focusChosen, isOpen: () => editing !== null };
})();
