// Starts the app, or says why it cannot. index.html names the files and their checksums; both scripts there have one as well.

const app = document.getElementById("app");
const textBox = () => document.getElementById("request-body");

/** Has the page that index.html holds speak the reader's language, in the reader's colours, as the app will. */
function dress() {
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is forbidden
    }
  };
  const [root, area, theme] = [document.documentElement, textBox(), kept("theme")];
  if (theme) root.dataset.theme = theme;
  if (/^zh/i.test(kept("locale") ?? navigator.language)) {
    root.lang = "zh-CN";
    Object.assign(area, { ariaLabel: "请求体", placeholder: "在此粘贴请求体" });
  }
  area.addEventListener("compositionstart", () => area.toggleAttribute("data-composing", true));
  area.addEventListener("compositionend", () => area.toggleAttribute("data-composing", false));
}

/** Shows the block of index.html that says, in words, what `reason` names; what was typed stays below it. */
function fail(reason, error) {
  const failure = document.getElementById("failure");
  for (const text of failure.querySelectorAll("[data-reason]")) text.hidden = text.dataset.reason !== reason;
  document.getElementById("failure-detail").textContent = String(error);
  document.querySelector(".still-loading")?.remove();
  const typed = Boolean(textBox()?.value);
  document.getElementById("typed").hidden = !typed;
  app.hidden = !typed;
  app.before(failure);
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
  // The first part is here: while it starts, the line is free for the next, which static/parts.js takes up.
  for (const link of document.querySelectorAll("[data-part=checks]")) Object.assign(link, { as: "fetch", rel: "preload" });
  try {
    await bindings.default({ module_or_path: program });
  } catch (error) {
    return fail(error instanceof WebAssembly.CompileError ? "wasm" : "start", error);
  }
}

dress();
start();
