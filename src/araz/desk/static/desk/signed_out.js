/* Says in an open editor that the session has ended, with the way to sign in beside it; and takes that back when saving goes on.
   The text stays in the page. Wagtail pauses autosave with the same sentence at the foot of the page and tries again by itself. */
(() => {
  "use strict";
  const { sentence, link, address } = document.currentScript.dataset;
  let notice = null;
  const show = () => {
    if (notice) return;
    notice = document.createElement("div");
    notice.className = "signed-out";
    notice.setAttribute("role", "alert");
    const way = document.createElement("a");
    Object.assign(way, { href: address, target: "_blank", rel: "noopener", textContent: link });
    notice.append(`${sentence} `, way);
    document.body.append(notice);
  };
  const hide = () => {
    notice?.remove();
    notice = null;
  };
  document.addEventListener("w-autosave:error", ({ detail }) => {
    if (detail.response?.signed_out) show();
  });
  document.addEventListener("w-autosave:success", hide);
})();
