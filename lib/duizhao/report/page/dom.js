/* What the other modules say to the document. */
const Dom = (() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

  /* The words of the page are English in these sources; the page brings those of its language. */
  const words = (() => {
    const held = byId("words");
    return held ? JSON.parse(held.textContent) : {};
  })();
  const t = (text, ...values) =>
    values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), words[text] || text);

  const say = (text) => {
    byId("live").textContent = text;
  };

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const download = (name, type, text) => {
    const url = URL.createObjectURL(new Blob([text], { type }));
    element("a", { href: url, download: name }).click();
    URL.revokeObjectURL(url);
  };

  return { byId, all, t, say, element, download };
})();
