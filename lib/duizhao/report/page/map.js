/* The frame in the map that shows what is on the screen, and jumps to rows of a kind. */
const PageMap = (() => {
  const { byId, all, say, t, element } = Dom;
  const lastOf = new Map();

  /* To the next row of a kind, and from the last to the first. */
  function jumpTo(kind) {
    const rows = all(".row." + kind);
    if (rows.length === 0) return;
    const at = (rows.indexOf(lastOf.get(kind)) + 1) % rows.length;
    lastOf.set(kind, rows[at]);
    rows[at].scrollIntoView({ block: "center" });
    rows[at].classList.add("hot");
    setTimeout(() => rows[at].classList.remove("hot"), 1500);
    say(t("{0} of {1}", at + 1, rows.length));
  }

  function goTo(map, clientY) {
    const share = (clientY - map.getBoundingClientRect().top) / map.offsetHeight;
    const rows = byId("rows").getBoundingClientRect();
    scrollBy(0, rows.top + share * rows.height - innerHeight / 2);
  }

  /* The frame is put into the map of now: a live page exchanges its map. */
  let view = null;
  function attach() {
    const map = document.querySelector(".map");
    if (!map) return;
    view = element("span", { className: "view" });
    view.style.position = "absolute";
    map.append(view);
    ask();
  }

  function update() {
    const box = byId("rows").getBoundingClientRect();
    const top = Math.min(Math.max(-box.top / box.height, 0), 1);
    const bottom = Math.min(Math.max((innerHeight - box.top) / box.height, 0), 1);
    view.hidden = bottom - top > 0.999;
    view.style.top = top * 100 + "%";
    view.style.height = (bottom - top) * 100 + "%";
  }

  /* With the next frame, for which the page is laid out anyway. */
  let asked = false;
  function ask() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      update();
    });
  }

  function start() {
    attach();
    if (!view) return;
    addEventListener("scroll", ask, { passive: true });
    addEventListener("resize", ask);
  }

  return { start, attach, jumpTo, goTo };
})();
