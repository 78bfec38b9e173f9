// For pages that can only name a classic script: loads the module beside this file.
(() => {
  const here = document.currentScript.src;
  import(new URL("./tour-de-table.js", here).href).catch((error) => {
    const code = location.protocol === "file:" ? "file-page" : "load-failed";
    for (const element of document.querySelectorAll("tour-de-table")) {
      const detail = { code, recoverable: false, message: String(error) };
      element.dispatchEvent(new CustomEvent("tdt-error", { detail, bubbles: true, composed: true }));
    }
  });
})();
