// Leads on from an address that the paper had before it moved. Nothing else needs a script, and nothing is remembered.
// The rules are those of araz/edition/old_addresses.py.
(function () {
  "use strict";
  var source = document.currentScript.src;
  var root = source.slice(0, source.lastIndexOf("assets/"));

  function wanted() {
    var known = /(?:^|&)((?:p|page_id|attachment_id|cat)=[0-9]{1,10}|feed=[a-z0-9-]{1,20})(?:&|$)/.exec(
      location.search.slice(1)
    );
    var path = decodeURIComponent(location.href.slice(root.length - 1).split(/[?#]/)[0]).normalize("NFC");
    if (/^\/(?:index\.php|index\.html|404\.html)$/.test(path)) path = ""; // pages may be opened by their file names
    path = path.replace(/\/$/, "");
    return known ? (path || "/") + "?" + known[1] : path;
  }

  function drawer(address) {
    var bytes = unescape(encodeURIComponent(address));
    var crc = -1;
    for (var at = 0; at < bytes.length; at++) {
      crc ^= bytes.charCodeAt(at);
      for (var bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ("0" + (~crc & 255).toString(16)).slice(-2);
  }

  var address = "";
  try {
    if (location.href.indexOf(root) === 0) address = wanted();
  } catch (error) {
    // Not an address that anybody wrote: the page stays.
  }
  if (!address) return;
  var script = document.createElement("script");
  script.src = root + "redirects/" + drawer(address) + ".js";
  script.onload = function () {
    var target = window.arazOldAddresses[address];
    if (target) location.replace(/^https?:/.test(target) ? target : root + target);
  };
  document.head.appendChild(script);
})();
