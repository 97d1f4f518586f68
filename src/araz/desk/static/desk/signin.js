/* Shows what this browser can do with passkeys, and says when one has failed. The ceremony itself is allauth's. */
(function () {
  "use strict";
  function show(what, visible) {
    document.querySelectorAll('[data-passkeys="' + what + '"]').forEach(function (element) {
      element.hidden = !visible;
    });
  }
  var known = Boolean(window.PublicKeyCredential && navigator.credentials);
  show("button", known);
  show("missing", !known);
  document.addEventListener("allauth.error", function (event) {
    event.preventDefault(); // its cause names the address and the device, and nobody reads the console
    show("failed", true);
  });
})();
