/* Starts the choosers, date fields and inline panels of Wagtail's forms from data.
   Wagtail writes a script into the page for each; the desk lets no page bring scripts, so they come as data instead. */
(() => {
  "use strict";
  const call = (name) => (id, options) => window[name](id, options);
  const make = (name) => (...given) => new window[name](...given.filter((part) => part !== ""));
  const starters = {
    PageChooser: make("PageChooser"),
    SnippetChooser: make("SnippetChooser"),
    ImageChooser: make("ImageChooser"),
    DocumentChooser: make("DocumentChooser"),
    createTaskChooser: call("createTaskChooser"),
    Chooser: make("Chooser"),
    InlinePanel: make("InlinePanel"),
    MultipleChooserPanel: make("MultipleChooserPanel"),
    initDateChooser: call("initDateChooser"),
    initTimeChooser: call("initTimeChooser"),
    initDateTimeChooser: call("initDateTimeChooser"),
  };
  const start = (mark) => {
    const { start: name, id = "", options = "{}" } = mark.dataset;
    mark.remove();
    if (starters[name]) starters[name](id, JSON.parse(options));
  };
  const startAllIn = (element) => {
    if (element.matches("template[data-start]")) start(element);
    else element.querySelectorAll("template[data-start]").forEach(start);
  };
  document.addEventListener("DOMContentLoaded", () => {
    startAllIn(document.body);
    new MutationObserver((changes) => {
      for (const change of changes)
        for (const added of change.addedNodes) if (added.nodeType === Node.ELEMENT_NODE) startAllIn(added);
    }).observe(document.body, { childList: true, subtree: true });
  });
})();
