/* Makes forms kinder; every page works without it. */
(function () {
  "use strict";

  // The reader starts where the answers are: at the summary of what is wrong.
  var errors = document.querySelector(".errors");
  if (errors) errors.focus();

  // A form is sent once. It opens again when the page is shown again, or when no answer came.
  function release(form) {
    form.removeAttribute("data-sent");
    form.removeAttribute("aria-busy");
  }
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.hasAttribute("data-sent")) return event.preventDefault();
    form.setAttribute("data-sent", "");
    form.setAttribute("aria-busy", "true");
    setTimeout(function () { release(form); }, 8000);
  });
  window.addEventListener("pageshow", function () {
    Array.prototype.forEach.call(document.forms, release);
  });
})();
