/* The rows of a page that has only a window of them, since nobody's browser holds 100,000: they come
   from the server in chunks when they are near the screen, and go when they are far from it. */
const Rows = (() => {
  const { byId, element } = Dom;
  const inChunk = 40;
  const guessed = 64; // pixels of a row that was never seen
  let fetchRows = null; // numbers → promise of their html
  let numbers = []; // of the rows that are shown, in order
  let chunks = [];
  let placeOf = new Map(); // of a row's number in `numbers`
  let arrived = () => {};
  let watcher = null;

  const numberOf = (row) => Number(row.slice(1));
  const chunkOf = (row) => chunks[Math.floor(placeOf.get(numberOf(row)) / inChunk)];

  function fill(chunk) {
    if (chunk.filled) return chunk.filled;
    const wanted = numbers.slice(chunk.first, chunk.first + inChunk);
    const asked = fetchRows(wanted).then((html) => {
      // Rows that were asked for later have overtaken these, or will.
      if (chunk.filled !== asked) return chunk.filled;
      chunk.element.innerHTML = html;
      chunk.element.style.height = "";
      arrived(chunk.element);
    }, () => {
      if (chunk.filled === asked) chunk.filled = null;
    });
    chunk.filled = asked;
    return asked;
  }

  function drain(chunk) {
    if (!chunk.filled || chunk.element.contains(document.activeElement)) return;
    chunk.filled = null;
    chunk.element.style.height = chunk.element.offsetHeight + "px";
    chunk.element.replaceChildren();
  }

  function lay(shown) {
    numbers = shown;
    placeOf = new Map(numbers.map((number, place) => [number, place]));
    if (watcher) watcher.disconnect();
    chunks = [];
    const byElement = new Map();
    for (let first = 0; first < numbers.length; first += inChunk) {
      const made = element("div", { className: "chunk windowed" });
      made.style.height = Math.min(inChunk, numbers.length - first) * guessed + "px";
      const chunk = { element: made, first, filled: null };
      byElement.set(made, chunk);
      chunks.push(chunk);
    }
    byId("rows").replaceChildren(...chunks.map((chunk) => chunk.element));
    watcher = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) {
        const chunk = byElement.get(target);
        if (isIntersecting) fill(chunk);
        else drain(chunk);
      }
    }, { rootMargin: "1500px 0px" });
    for (const { element: made } of chunks) watcher.observe(made);
  }

  /* A row's chunk, on the page and on the screen. */
  function bring(row) {
    const chunk = placeOf.has(numberOf(row)) ? chunkOf(row) : null;
    if (!chunk) return Promise.resolve();
    chunk.element.scrollIntoView({ block: "start" });
    return fill(chunk);
  }

  /* When what is on its way for the row's chunk has arrived. */
  const settled = (row) => Promise.resolve(placeOf.has(numberOf(row)) ? chunkOf(row).filled : null);

  const isBelow = (row) => {
    const chunk = placeOf.has(numberOf(row)) ? chunkOf(row) : null;
    return Boolean(chunk) && chunk.element.getBoundingClientRect().bottom > innerHeight;
  };

  /* Rows that have changed on the server. */
  function renew(changed) {
    for (const row of new Set(changed.map((number) => "b" + number))) {
      const chunk = placeOf.has(numberOf(row)) ? chunkOf(row) : null;
      if (chunk && chunk.filled) chunk.stale = true;
    }
    return Promise.all(chunks.filter((chunk) => chunk.stale).map((chunk) => {
      chunk.stale = false;
      chunk.filled = null;
      return fill(chunk);
    }));
  }

  function start(fetching, onArrival) {
    fetchRows = fetching;
    arrived = onArrival;
  }

  return { start, lay, bring, settled, isBelow, renew, windowed: () => fetchRows !== null, count: () => numbers.length };
})();
