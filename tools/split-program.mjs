// Cuts the program in two: what the page needs to take input, and the rest behind `#[wasm_split(core)]` (src/app/arrival.rs), which
// static/core.js fetches right after it. Both run in one memory. Takes the place of what Trunk made of the whole program.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");

/** What a tool says is of interest only when it fails. */
const run = (...[tool, ...options]) => execFileSync(tool, options, { stdio: ["ignore", "ignore", "pipe"] });
const optimise = (from, to) => run("wasm-opt", "-Oz", "--strip-producers", "--strip-target-features", from, "-o", to);

/** Writes page.js, page_bg.wasm, core.wasm and what page.js imports into `folder`. */
export function splitProgram(folder) {
  const parts = join(target, "split");
  rmSync(parts, { recursive: true, force: true });
  mkdirSync(parts, { recursive: true });
  // The splitter reads the linker's relocations, so it comes before whatever drops them; wasm-bindgen keeps its exports, which the second
  // part imports.
  run("wasm-split-cli", join(target, "wasm32-unknown-unknown", "page", "page.wasm"), parts, "--out-name", "page");
  run("wasm-bindgen", "--target=web", "--no-typescript", "--keep-lld-exports", "--no-demangle", `--out-dir=${folder}`, "--out-name=page", join(parts, "page.wasm"));
  optimise(join(folder, "page_bg.wasm"), join(folder, "page_bg.wasm"));
  optimise(join(parts, "split_core.wasm"), join(folder, "core.wasm"));
  copyFileSync(join(root, "static", "core.js"), join(folder, "__wasm_split.js"));
}
