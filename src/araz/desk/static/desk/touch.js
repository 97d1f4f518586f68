// The frame for a picture's focus asks whether a finger can move it, by writing a script into an attribute: no page of the
// desk may do that. Where the browser answers by itself, it does not ask so.
"use strict";

for (const name of ["ontouchstart", "ontouchmove", "ontouchend"]) {
  if (!(name in HTMLElement.prototype)) HTMLElement.prototype[name] = null;
}
