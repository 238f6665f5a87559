// Starts the app, or says why it cannot. index.html names the files and their checksums; both scripts there have one as well.

/** Shows the block of index.html that says, in words, what `reason` names. */
function fail(reason, error) {
  const failure = document.getElementById("failure");
  for (const text of failure.querySelectorAll("[data-reason]")) text.hidden = text.dataset.reason !== reason;
  document.getElementById("failure-detail").textContent = String(error);
  document.getElementById("app").hidden = true;
  failure.hidden = false;
}

async function start() {
  const preload = document.getElementById("program");
  if (typeof WebAssembly !== "object") return fail("wasm", "WebAssembly is not defined");

  let bindings, program;
  try {
    // Without a checksum fetch would take anything.
    if (!preload.dataset.integrity) throw new Error("index.html has no checksum of the program");
    [bindings, program] = await Promise.all([
      import(document.getElementById("bindings").src),
      // Takes up the preload, and unlike it checks what came.
      fetch(preload.href, { integrity: preload.dataset.integrity, credentials: "same-origin" }),
    ]);
    if (!program.ok) throw new Error(`${program.status} ${program.statusText}`);
  } catch (error) {
    return fail("program", error);
  }
  // The first part is here: while it starts, the line is free for the second, which static/core.js takes up.
  Object.assign(document.getElementById("core"), { as: "fetch", rel: "preload" });
  try {
    await bindings.default({ module_or_path: program });
  } catch (error) {
    return fail(error instanceof WebAssembly.CompileError ? "wasm" : "start", error);
  }
  if ("requestIdleCallback" in window) requestIdleCallback(addEditor, { timeout: 2000 });
  else setTimeout(addEditor, 200);
}

/** Fetches the code editor, which defines itself as an element; the app takes it up when it is there, and does without it if it does not come. */
function addEditor() {
  const { href, dataset } = document.getElementById("editor");
  const preload = document.createElement("link");
  // A module is taken from its preload, whose checksum is looked at; `import()` itself could name none.
  if (!dataset.integrity || !preload.relList.supports("modulepreload")) return;
  Object.assign(preload, { rel: "modulepreload", href, integrity: dataset.integrity, crossOrigin: "anonymous" });
  preload.addEventListener("load", () => import(href));
  document.head.append(preload);
}

start();
