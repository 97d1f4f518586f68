/* Names what Wagtail leaves without a name, for those who hear the page: windows, texts with bars, the list of uploads.
   The words are those that stand beside the thing for those who see it. */
(() => {
  "use strict";
  const words = (element) => (element?.textContent || "").replace(/[\s*]+/g, " ").trim();

  const name = (element, label) => {
    if (label && element.getAttribute("aria-label") !== label) element.setAttribute("aria-label", label);
  };

  const labelOf = (text) =>
    words(text.closest(".w-field__wrapper")?.querySelector(".w-field__label")) ||
    words(text.closest(".w-panel")?.querySelector(".w-panel__heading"));

  const nameAll = () => {
    document.querySelectorAll(".modal[role=dialog]").forEach((it) => name(it, words(it.querySelector("h1, h2"))));
    document.querySelectorAll(".public-DraftEditor-content, .tagit-new input").forEach((it) => name(it, labelOf(it)));
  };

  const nameUploads = (field) => {
    name(field, words(field.previousElementSibling));
    const bars = [document.getElementById("overall-progress")];
    bars.push(...document.getElementById("upload-list-item").content.querySelectorAll(".progress"));
    for (const bar of bars) {
      bar.setAttribute("role", "progressbar");
      name(bar, words(document.querySelector("title")));
    }
  };

  let isWaiting = false;
  const nameSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      nameAll();
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    const field = document.getElementById("fileupload");
    if (field) nameUploads(field);
    if (!document.querySelector("h1")) document.getElementById("header-title")?.setAttribute("aria-level", "1");
    nameAll();
    new MutationObserver(nameSoon).observe(document.body, { childList: true, subtree: true });
  });
})();
