// Has the program's later parts run in the memory of the first, one after the other; then fetches the code editor.
// index.html names the files and their checksums.

import { initSync } from "./page.js";

const filesOf = (part) => [...document.querySelectorAll(`[data-part=${part}]`)];

/**
 * Makes what the first part calls for a later one: it tells the first part, through its own table of functions, whether that is there.
 * `next` is for when the line is free again.
 */
function load(part, next) {
  let cache = "default";
  return async (told, data) => {
    const first = initSync(); // what the first part exports: it runs already
    const run = async ({ href, dataset: { integrity } }) => {
      // Without a checksum fetch would take anything.
      if (!integrity) throw new Error("index.html has no checksum of a part of the program");
      const response = await fetch(href, { integrity, credentials: "same-origin", cache });
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      await WebAssembly.instantiateStreaming(response, { __wasm_split: first });
    };
    let here = false;
    try {
      await Promise.all(filesOf(part).map(run));
      here = true;
      next();
    } catch (error) {
      console.error(error);
      cache = "reload"; // what came may be kept, and is no good
    }
    first.__indirect_function_table.get(told)(data, here);
  };
}

/** Asks for a part before the program does; static/boot.js does so for the first of them. */
const ahead = (part) => () => filesOf(part).forEach((link) => Object.assign(link, { as: "fetch", rel: "preload" }));

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

// The splitter's names for the parts of src/app/arrival.rs.
export const __wasm_split_load_checks = load("checks", ahead("form"));
export const __wasm_split_load_form = load("form", ahead("more"));
export const __wasm_split_load_more = load("more", addEditor);
