// Has the program's second part run in the memory of the first. index.html names the file and its checksum.

import { initSync } from "./page.js";

let cache = "default";

/** Called by the first part; the name is the splitter's. Tells it, through its own table of functions, whether the second part is there. */
export async function __wasm_split_load_core(told, data) {
  const first = initSync(); // what the first part exports: it runs already
  let here = false;
  try {
    const { href, dataset } = document.getElementById("core");
    // Without a checksum fetch would take anything.
    if (!dataset.integrity) throw new Error("index.html has no checksum of the program's second part");
    const response = await fetch(href, { integrity: dataset.integrity, credentials: "same-origin", cache });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    await WebAssembly.instantiateStreaming(response, { __wasm_split: first });
    here = true;
    addEditor();
  } catch (error) {
    console.error(error);
    cache = "reload"; // what came may be kept, and is no good
  }
  first.__indirect_function_table.get(told)(data, here);
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
