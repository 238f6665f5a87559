import init from "./bare.js";
init({ module_or_path: fetch("./bare_bg.wasm", { credentials: "same-origin" }) });
