/* Makes and proves passkeys. Without it, staff enter the code on their phone. */
(function () {
  "use strict";
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (letter) { return letter.charCodeAt(0); });
  }
  function text(buffer) {
    var plain = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }
  function known(list) {
    return (list || []).map(function (each) { return { type: each.type, id: bytes(each.id) }; });
  }

  // What the register asks, with its texts turned into the bytes that browsers want.
  function question(options) {
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    if (options.excludeCredentials) options.excludeCredentials = known(options.excludeCredentials);
    if (options.allowCredentials) options.allowCredentials = known(options.allowCredentials);
    return { publicKey: options };
  }
  function answer(made) {
    var told = {};
    ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"].forEach(function (name) {
      if (made.response[name]) told[name] = text(made.response[name]);
    });
    return JSON.stringify({
      id: made.id, rawId: text(made.rawId), type: made.type, response: told,
      clientExtensionResults: {}, authenticatorAttachment: made.authenticatorAttachment
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-without]"), function (note) { note.hidden = true; });
  Array.prototype.forEach.call(document.querySelectorAll("form[data-passkey]"), function (form) {
    var ways = { add: "create", prove: "get" };
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var way = ways[form.getAttribute("data-passkey")];
      var failed = form.querySelector("[data-failed]");
      failed.hidden = true;
      navigator.credentials[way](question(JSON.parse(form.getAttribute("data-options")))).then(function (made) {
        form.elements.answer.value = answer(made);
        form.submit();
      }, function () { failed.hidden = false; failed.focus(); });
    });
  });
})();
