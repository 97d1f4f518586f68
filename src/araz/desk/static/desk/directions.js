/* Gives every text of the desk's forms the direction of its own language, whatever language the desk itself speaks.
   A page's own fields are marked by the server; the blocks of its body follow here, at once when another is chosen. */
(() => {
  "use strict";
  const directions = JSON.parse(document.currentScript.dataset.directions); // {"az": "ltr", "azb": "rtl", …}
  const TEXTS = "input[type=text], input:not([type]), input[type=search], textarea, .DraftEditor-root";
  const MARKED_BY = `${TEXTS}, select[name$=language]`;

  const chosen = (name) => document.getElementsByName(name)[0]?.value || "";

  /* A field of a block is called "body-3-value-words"; the choices are called "…-language" at the same or an outer level. */
  const languageOf = (name) => {
    let outer = name.replace(/-[^-]+$/, "");
    const original = name.endsWith("-original") && chosen(`${outer}-original_language`);
    if (original) return original;
    for (; outer.includes("-"); outer = outer.replace(/-[^-]+$/, "")) {
      const own = chosen(`${outer}-language`);
      if (own) return own;
    }
    return "";
  };

  const nameOf = (text) => {
    if (text.name !== undefined) return text.name;
    for (let around = text.parentElement; around; around = around.parentElement) {
      const field = around.querySelector("input[type=hidden][name]");
      if (field) return field.name;
    }
    return "";
  };

  const mark = (text) => {
    const name = nameOf(text);
    const isOfBlock = /^\w+-\d+-value/.test(name);
    if (!isOfBlock) {
      if (!text.hasAttribute("dir")) text.dir = directions[text.lang] || "auto";
      return;
    }
    const page = document.querySelector("textarea[name=title][lang], input[name=title][lang]")?.lang || "";
    const language = languageOf(name) || page;
    text.lang = language;
    text.dir = directions[language] || "auto";
  };

  const markAll = () => document.querySelectorAll(TEXTS).forEach(mark);

  /* Blocks come into the page piece by piece, the choice of language after the texts: all is marked when the page rests. */
  let isWaiting = false;
  const markSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      markAll();
    });
  };
  const concerns = (node) =>
    node.nodeType === Node.ELEMENT_NODE && (node.matches(MARKED_BY) || node.querySelector(MARKED_BY));

  document.addEventListener("DOMContentLoaded", () => {
    markAll();
    new MutationObserver((changes) => {
      if (changes.some(({ addedNodes }) => [...addedNodes].some(concerns))) markSoon();
    }).observe(document.body, { childList: true, subtree: true });
    document.addEventListener("change", ({ target }) => {
      if (/language$/.test(target.name || "")) markAll();
    });
  });
})();
